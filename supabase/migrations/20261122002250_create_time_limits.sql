-- How long a case may take, by township, category and urgency. The clock itself is in the work calendar's file.

create table public.time_limits (
    id bigint generated always as identity primary key,
    root_id bigint references public.areas (id) on delete cascade,
    category_id bigint references public.categories (id) on delete cascade,
    urgent boolean not null,
    amount numeric not null,
    unit text not null,
    created_at timestamptz not null default now(),
    constraint time_limits_amount_is_positive check (coalesce(amount > 0 and amount <= 3650, false)),
    constraint time_limits_unit_is_known check (
        coalesce(unit, '') in ('urgent_hour', 'urgent_day', 'working_hour', 'working_day', 'calendar_day')
    ),
    constraint time_limits_is_unique unique nulls not distinct (root_id, category_id, urgent)
);
comment on table public.time_limits is
    'How long a case may take: amount and unit by root (none = shipped default), category (none = any other) and urgency. private.limit_for chooses.';
create index time_limits_category_id on public.time_limits (category_id);
create trigger check_root before insert or update of root_id on public.time_limits for each row execute function private.check_root();

create function private.check_limit_category()
returns trigger
language plpgsql
security definer -- must see the category whoever writes
set search_path = ''
as $$
begin
    if new.category_id is not null
        and not exists (select from public.categories k where k.id = new.category_id and (k.root_id is null or k.root_id = new.root_id)) then
        perform private.refuse('PT422', 'category_unknown');
    end if;
    return new;
end;
$$;
comment on function private.check_limit_category() is 'Refuses (PT422 category_unknown) a category that is neither shared nor of the same root.';
create trigger check_limit_category before insert or update of category_id, root_id on public.time_limits
    for each row execute function private.check_limit_category();

alter table public.time_limits enable row level security;
grant select on public.time_limits to authenticated, service_role;
grant insert (root_id, category_id, urgent, amount, unit), update (amount, unit), delete on public.time_limits to authenticated;
create policy time_limits_select_shared_or_own on public.time_limits for select to authenticated using (
    root_id is null or root_id = any ((select private.root_ids())::bigint[])
);
-- Shipped rows have no root, and may(null, …) is false: nobody changes them through the API.
create policy time_limits_insert_by_admin on public.time_limits for insert to authenticated with check (private.may(root_id, '{admin}'));
create policy time_limits_update_by_admin on public.time_limits for update to authenticated
    using (private.may(root_id, '{admin}')) with check (private.may(root_id, '{admin}'));
create policy time_limits_delete_by_admin on public.time_limits for delete to authenticated using (private.may(root_id, '{admin}'));

-- Where a township has written nothing down yet.
insert into public.time_limits (urgent, amount, unit) values (false, 5, 'working_day'), (true, 24, 'urgent_hour');

create function private.limit_for(p_root bigint, p_category bigint, p_urgent boolean, out amount numeric, out unit text)
language sql
stable
set search_path = ''
as $$
    with recursive chain as (
        select k.id, k.parent_id, 0 as depth from public.categories k where k.id = p_category
        union all
        select up.id, up.parent_id, chain.depth + 1 from chain join public.categories up on up.id = chain.parent_id where chain.depth < 10
    )
    select l.amount, l.unit
    from public.time_limits l
    left join chain on chain.id = l.category_id
    where (l.root_id is null or l.root_id = p_root) and (l.category_id is null or chain.id is not null) and l.urgent = coalesce(p_urgent, false)
    order by l.root_id nulls last, chain.depth nulls last
    limit 1
$$;
comment on function private.limit_for(bigint, bigint, boolean) is
    'The limit of a case: the township''s own row before a shipped one, then the row of the category, of the nearest category above it, of any. '
    'Runs for functions that run as owner: not callable by clients.';
