-- Orders: numbered documents to named units that list cases and mostly name a deadline. A draft may change; an issued order never does, whoever tries: what
-- it says is a snapshot of that moment, and only its withdrawal, receipts and replies are added to it. Nobody writes these tables but the functions of
-- the next migration.

create table public.orders (
    id uuid primary key,
    root_id bigint not null references public.areas (id) on delete restrict,
    area_id bigint not null references public.areas (id) on delete restrict,
    kind text not null,
    status text not null default 'draft',
    year int,
    serial int,
    no text,
    title text not null,
    body text not null default '',
    deadline_at timestamptz,
    is_oral boolean not null default false,
    told_to text,
    told_at timestamptz,
    told_by text,
    version int not null default 1,
    snapshot jsonb,
    issued_at timestamptz,
    issued_by uuid,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    withdraw_reason text,
    created_at timestamptz not null default now(),
    created_by uuid not null,
    updated_at timestamptz not null default now(),
    constraint orders_kind_is_known check (coalesce(kind, '') in ('supervision', 'rectification', 'bulletin')),
    constraint orders_status_is_known check (coalesce(status, '') in ('draft', 'issued', 'withdrawn')),
    constraint orders_title_is_not_blank check (coalesce(btrim(title), '') <> ''),
    constraint orders_text_is_of_a_document check (char_length(title) <= 120 and char_length(body) <= 8000),
    -- A number stands on paper, so what was only said has none.
    constraint orders_issued_on_paper_has_a_number check (
        case when status = 'draft' or is_oral then no is null and year is null and serial is null
        else coalesce(no, '') <> '' and year is not null and serial > 0 end is true
    ),
    constraint orders_issued_has_a_snapshot check (
        (status = 'draft') = (snapshot is null) and (status = 'draft') = (issued_at is null) and (status = 'draft') = (issued_by is null)
    ),
    constraint orders_withdrawn_says_why check (
        (status = 'withdrawn') = (withdrawn_at is not null) and (status = 'withdrawn') = (coalesce(btrim(withdraw_reason), '') <> '')
    ),
    constraint orders_oral_says_who_was_told check (
        case when is_oral then coalesce(btrim(told_to), '') <> '' and told_at is not null and coalesce(btrim(told_by), '') <> ''
        else told_to is null and told_at is null and told_by is null end is true
    ),
    constraint orders_number_is_unique unique (root_id, kind, year, serial)
);
comment on table public.orders is
    'Supervision letters (督办函), rectification notices (限期整改通知书) and bulletins (督查通报), and notices given by word of mouth. area_id is the scope it is written for.';
comment on column public.orders.no is 'As printed, such as 禾溪督〔2026〕12号; null for drafts and for what was only said.';
comment on column public.orders.snapshot is 'Everything the document prints, as it was when it was issued: see private.order_content.';
create index orders_root_id on public.orders (root_id, (coalesce(issued_at, created_at)) desc, id desc);
create index orders_area_id on public.orders (area_id);

create table public.order_addressees (
    order_id uuid not null references public.orders (id) on delete cascade,
    unit_id bigint not null references public.units (id) on delete restrict,
    received_at timestamptz,
    received_by uuid,
    replied_at timestamptz,
    replied_by uuid,
    reply text,
    primary key (order_id, unit_id),
    constraint order_addressees_receipt_is_signed check ((received_at is null) = (received_by is null)),
    constraint order_addressees_reply_is_signed check (
        (replied_at is null) = (replied_by is null) and (replied_at is null) = (coalesce(btrim(reply), '') = '')
    ),
    constraint order_addressees_replied_has_received check (replied_at is null or received_at is not null)
);
comment on table public.order_addressees is 'The units an order goes to: who signed for it, and what was answered.';
create index order_addressees_unit_id on public.order_addressees (unit_id, order_id);

create table public.order_items (
    order_id uuid not null references public.orders (id) on delete cascade,
    hotspot_id uuid not null references public.hotspots (id) on delete restrict,
    position int not null,
    note text,
    primary key (order_id, hotspot_id),
    constraint order_items_position_is_unique unique (order_id, position),
    constraint order_items_position_counts_from_one check (coalesce(position > 0, false)),
    constraint order_items_note_is_short check (char_length(note) <= 500)
);
comment on table public.order_items is 'The cases that an order lists, in their order on paper.';
create index order_items_hotspot_id on public.order_items (hotspot_id);

create table private.order_series (
    root_id bigint not null references public.areas (id) on delete restrict,
    kind text not null,
    year int not null,
    last_serial int not null,
    primary key (root_id, kind, year)
);
comment on table private.order_series is
    'The last number given in each series. Its row stays locked until the order that took the number is there, so that numbers have no gaps.';

create function private.keep_orders()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
    addable constant text[] := '{status,withdrawn_at,withdrawn_by,withdraw_reason,version,updated_at}';
begin
    if tg_op = 'DELETE' and old.status = 'draft' then
        return old;
    elsif tg_op = 'UPDATE' and (
        old.status = 'draft'
        or old.status = 'issued' and new.status = 'withdrawn' and to_jsonb(new) - addable = to_jsonb(old) - addable
    ) then
        return new;
    end if;
    perform private.refuse('PT422', 'order_issued');
    return null;
end;
$$;
comment on function private.keep_orders() is
    'Refuses (PT422 order_issued), whoever tries, every change of an order that is issued but its withdrawal, and every deletion but of a draft.';
create trigger keep_orders before update or delete on public.orders for each row execute function private.keep_orders();
create trigger keep_orders_truncate before truncate on public.orders for each statement execute function private.keep_orders();

create function private.keep_order_parts()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
    v_status text;
begin
    if tg_op = 'TRUNCATE' then
        perform private.refuse('PT422', 'order_issued');
    elsif tg_op <> 'INSERT' then
        select o.status into v_status from public.orders o where o.id = old.order_id;
        if v_status <> 'draft' then -- null: the draft itself is being deleted
            perform private.refuse('PT422', 'order_issued');
        end if;
    end if;
    if tg_op <> 'DELETE' then
        select o.status into v_status from public.orders o where o.id = new.order_id;
        if v_status <> 'draft' then
            perform private.refuse('PT422', 'order_issued');
        end if;
        return new;
    end if;
    return old;
end;
$$;
comment on function private.keep_order_parts() is 'Refuses (PT422 order_issued), whoever tries, to change what belongs to an order that is no draft.';
create trigger keep_order_items before insert or update or delete on public.order_items
    for each row execute function private.keep_order_parts();
create trigger keep_order_items_truncate before truncate on public.order_items for each statement execute function private.keep_order_parts();
create trigger keep_order_addressees before insert or delete on public.order_addressees
    for each row execute function private.keep_order_parts();
create trigger keep_order_addressees_truncate before truncate on public.order_addressees
    for each statement execute function private.keep_order_parts();

create function private.keep_order_answers()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
    if (new.order_id, new.unit_id) is distinct from (old.order_id, old.unit_id)
        or old.received_at is not null and (new.received_at, new.received_by) is distinct from (old.received_at, old.received_by)
        or old.replied_at is not null and (new.replied_at, new.replied_by, new.reply) is distinct from (old.replied_at, old.replied_by, old.reply) then
        perform private.refuse('PT422', 'order_issued');
    end if;
    return new;
end;
$$;
comment on function private.keep_order_answers() is 'Refuses (PT422 order_issued), whoever tries, to change a receipt or a reply that is there.';
create trigger keep_order_answers before update on public.order_addressees for each row execute function private.keep_order_answers();

create function private.check_order_prefixes()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
    if jsonb_typeof(new.value) <> 'object' or exists (
        select from jsonb_each(new.value) p
        where p.key not in ('supervision', 'rectification', 'bulletin') or jsonb_typeof(p.value) <> 'string'
            or char_length(btrim(p.value #>> '{}')) not between 1 and 20
    ) then
        perform private.refuse('PT422', 'order_prefixes_invalid');
    end if;
    return new;
end;
$$;
comment on function private.check_order_prefixes() is
    'Refuses (PT422 order_prefixes_invalid) anything but {supervision, rectification, bulletin} with a short text each; what is missing keeps its default.';
create trigger check_order_prefixes before insert or update on public.settings
    for each row when (new.key = 'order_prefixes') execute function private.check_order_prefixes();

-- Scope of documents: by role, because a draft is for those who supervise and what is issued is for leaders too.
create function private.area_ids_as(p_roles text[])
returns bigint[]
language sql
stable
security definer -- reads memberships; answers only for auth.uid()
set search_path = ''
as $$
    select coalesce(array_agg(distinct a.id), '{}')
    from public.members m
    join public.areas ma on ma.id = m.area_id
    join public.areas a on a.path operator(extensions.<@) ma.path
    where m.user_id = (select auth.uid()) and m.role = any (p_roles)
$$;
comment on function private.area_ids_as(text[]) is 'Areas over which the caller holds one of the roles.';

create function private.addressed_order_ids()
returns uuid[]
language sql
stable
security definer -- a policy of orders asks it, and that of addressees asks orders
set search_path = ''
as $$
    select coalesce(array_agg(distinct d.order_id), '{}')
    from public.order_addressees d join public.orders o on o.id = d.order_id
    where d.unit_id = any (private.unit_ids()) and o.status <> 'draft'
$$;
comment on function private.addressed_order_ids() is 'Issued orders that are addressed to a unit for which the caller is a handler.';
grant execute on function private.area_ids_as(text[]), private.addressed_order_ids() to authenticated;

alter table public.orders enable row level security;
grant select on public.orders to authenticated, service_role;
create policy orders_select_in_scope on public.orders for select to authenticated using (
    area_id = any ((select private.area_ids_as('{admin,planner,supervisor}'))::bigint[])
    or status <> 'draft' and (
        area_id = any ((select private.area_ids_as('{viewer}'))::bigint[])
        or id = any ((select private.addressed_order_ids())::uuid[])
    )
);

-- What another unit answered is for those who asked, not for every unit that got the letter.
alter table public.order_addressees enable row level security;
grant select on public.order_addressees to authenticated, service_role;
create policy order_addressees_select_with_order on public.order_addressees for select to authenticated using (
    exists (
        select from public.orders o
        where o.id = order_id and (
            o.area_id = any ((select private.area_ids_as('{admin,planner,supervisor,viewer}'))::bigint[])
            or unit_id = any ((select private.unit_ids())::bigint[])
        )
    )
);

alter table public.order_items enable row level security;
grant select on public.order_items to authenticated, service_role;
create policy order_items_select_with_order on public.order_items for select to authenticated using (
    exists (select from public.orders o where o.id = order_id)
);
