-- What may be done with an order: save and discard a draft, issue, withdraw, sign for it, answer it, log what was said. The public functions run as the
-- caller and hand on to private ones that check the caller themselves, because nobody may write the tables.

create function private.order_prefix(p_root_id bigint, p_kind text)
returns text
language sql
stable
set search_path = ''
as $$
    select coalesce(
        nullif(btrim(private.setting(p_root_id, 'order_prefixes') ->> p_kind), ''),
        (select regexp_replace(a.name, '(.)(街道办事处|街道|镇|乡|县|市|区)$', '\1') from public.areas a where a.id = p_root_id)
            || case p_kind when 'supervision' then '督' when 'rectification' then '限改' else '督通' end
    )
$$;
comment on function private.order_prefix(bigint, text) is
    'What stands before the year in a number: the setting order_prefixes, or the root''s name without its rank and 督, 限改 or 督通.';

create function private.next_order_serial(p_root_id bigint, p_kind text, p_year int)
returns int
language sql
set search_path = ''
as $$
    insert into private.order_series as s (root_id, kind, year, last_serial) values (p_root_id, p_kind, p_year, 1)
    on conflict (root_id, kind, year) do update set last_serial = s.last_serial + 1
    returning last_serial
$$;
comment on function private.next_order_serial(bigint, text, int) is
    'The next number of a series. Whoever comes second waits until the first has its order or has given up, which gives the number back.';

create function private.order_case_json(p_hotspot public.hotspots, p_note text)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select jsonb_build_object(
        'id', h.id, 'no', h.no, 'title', h.title, 'description', h.description, 'address', h.address,
        'categoryName', k.name, 'categoryNameEn', k.name_en,
        'areaChain', coalesce((
            select jsonb_agg(jsonb_build_object('name', up.name, 'nameEn', up.name_en) order by extensions.nlevel(up.path))
            from public.areas a join public.areas up on a.path operator(extensions.<@) up.path where a.id = h.area_id), '[]'),
        'unitName', u.name, 'unitNameEn', u.name_en,
        'status', h.status, 'state', h.state, 'urgent', h.urgent, 'isOpen', h.end_reason is null,
        'reportedAt', h.reported_at, 'reportedPrecision', h.reported_precision, 'closedAt', h.closed_at, 'closedPrecision', h.closed_precision,
        'dueAt', h.due_at,
        'overdueDays', case when h.end_reason is null and h.due_at < now() then floor(extract(epoch from now() - h.due_at) / 86400)::int end,
        'quantity', h.quantity, 'quantityUnit', h.quantity_unit, 'lng', h.lng, 'lat', h.lat, 'note', p_note,
        'photos', coalesce((
            select jsonb_agg(jsonb_build_object(
                'id', p.id, 'kind', p.kind, 'path', p.path, 'thumbPath', p.thumb_path, 'width', p.width, 'height', p.height, 'takenAt', p.taken_at
            ) order by p.kind <> 'before', p.created_at, p.id)
            from (
                -- Of each kind the first, then of each the second: a case with many photos of before still shows what came of it.
                select * from public.photos p where p.hotspot_id = h.id
                order by row_number() over (partition by p.kind order by p.created_at, p.id), p.kind <> 'before', p.created_at, p.id limit 4
            ) p), '[]')
    )
    from (select (p_hotspot).*) h
    join public.categories k on k.id = h.category_id
    left join public.units u on u.id = h.unit_id
$$;
comment on function private.order_case_json(public.hotspots, text) is
    'Every fact of a case that a document prints, as it is now. overdueDays: whole days past the deadline, null when it is not overdue. Photos: four at most, '
    'those of before first.';

create function private.order_content(p_order public.orders)
returns jsonb
language sql
stable
set search_path = ''
as $$
    with cases as (
        select private.order_case_json(h, i.note) as facts, i.position
        from public.order_items i join public.hotspots h on h.id = i.hotspot_id
        where i.order_id = p_order.id
    )
    select jsonb_build_object(
        'kind', p_order.kind, 'no', p_order.no, 'title', p_order.title, 'body', p_order.body, 'deadlineAt', p_order.deadline_at,
        'isOral', p_order.is_oral, 'toldTo', p_order.told_to, 'toldAt', p_order.told_at, 'toldBy', p_order.told_by,
        'issuedAt', p_order.issued_at, 'takenAt', now(), 'timeZone', private.time_zone(p_order.root_id),
        'rootName', r.name, 'rootNameEn', r.name_en, 'areaName', a.name, 'areaNameEn', a.name_en,
        'addressees', coalesce((
            select jsonb_agg(jsonb_build_object('unitId', u.id, 'name', u.name, 'nameEn', u.name_en) order by u.id)
            from public.order_addressees d join public.units u on u.id = d.unit_id where d.order_id = p_order.id), '[]'),
        'cases', coalesce((select jsonb_agg(facts order by position) from cases), '[]'),
        'counts', (
            select jsonb_build_object(
                'total', count(*), 'open', count(*) filter (where (facts ->> 'isOpen')::boolean),
                'overdue', count(*) filter (where facts ->> 'overdueDays' is not null),
                'states', coalesce((
                    select jsonb_object_agg(state, n)
                    from (select facts ->> 'state' as state, count(*) as n from cases group by 1) as by_state), '{}')
            )
            from cases)
    )
    from public.areas r, public.areas a
    where r.id = p_order.root_id and a.id = p_order.area_id
$$;
comment on function private.order_content(public.orders) is
    'Everything that the document of an order prints, as it is now: what issuing freezes, and what a draft shows. No visibility check: callers have made it.';

create function private.is_order_visible(p_order public.orders)
returns boolean
language sql
stable
set search_path = ''
as $$
    select p_order.area_id = any (private.area_ids_as('{admin,planner,supervisor}'))
        or p_order.status <> 'draft' and (
            p_order.area_id = any (private.area_ids_as('{viewer}')) or p_order.id = any (private.addressed_order_ids())
        )
$$;
comment on function private.is_order_visible(public.orders) is 'True when the caller''s row security would show the order.';

create function private.order_json(p_order public.orders)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select jsonb_build_object(
        'id', p_order.id, 'rootId', p_order.root_id, 'areaId', p_order.area_id, 'kind', p_order.kind, 'status', p_order.status, 'no', p_order.no,
        'title', p_order.title, 'body', p_order.body, 'deadlineAt', p_order.deadline_at, 'isOral', p_order.is_oral, 'version', p_order.version,
        'issuedAt', p_order.issued_at, 'withdrawnAt', p_order.withdrawn_at, 'withdrawReason', p_order.withdraw_reason,
        'createdAt', p_order.created_at, 'updatedAt', p_order.updated_at, 'mayEdit', scope.supervises,
        'content', coalesce(p_order.snapshot, private.order_content(p_order)),
        'addressees', coalesce((
            select jsonb_agg(jsonb_build_object(
                'unitId', u.id, 'name', u.name, 'nameEn', u.name_en, 'isMine', coalesce(u.id = any (private.unit_ids()), false),
                'receivedAt', d.received_at, 'repliedAt', d.replied_at, 'reply', d.reply,
                'receivedBy', case when scope.leads then (
                    select m.display_name from public.members m where m.user_id = d.received_by and m.unit_id = u.id order by m.id limit 1) end,
                'repliedBy', case when scope.leads then (
                    select m.display_name from public.members m where m.user_id = d.replied_by and m.unit_id = u.id order by m.id limit 1) end
            ) order by u.id)
            from public.order_addressees d join public.units u on u.id = d.unit_id
            where d.order_id = p_order.id and (scope.sees_all or u.id = any (private.unit_ids()))), '[]'),
        -- What has become of the cases since: the document stays, the list beside it lives.
        'now', coalesce((
            select jsonb_agg(jsonb_build_object(
                'id', h.id, 'no', h.no, 'state', h.state, 'isOpen', h.end_reason is null, 'dueAt', h.due_at, 'maySee', private.is_visible(h)
            ) order by i.position)
            from public.order_items i join public.hotspots h on h.id = i.hotspot_id where i.order_id = p_order.id), '[]')
    )
    from (
        select private.may(p_order.area_id, '{supervisor}') as supervises, private.may(p_order.area_id, '{admin,planner,supervisor}') as leads,
            private.may(p_order.area_id, '{admin,planner,supervisor,viewer}') as sees_all
    ) scope
$$;
comment on function private.order_json(public.orders) is
    'An order with what it prints, who has answered, and what its cases are now. Names of people only for those who lead. No visibility check.';

create function private.order_for_writing(p_id uuid)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
    v_order public.orders;
begin
    select * into v_order from public.orders where id = p_id for update;
    if not found or not private.is_order_visible(v_order) then
        perform private.refuse('PT403', 'order_not_found');
    end if;
    if not private.may(v_order.area_id, '{supervisor}') then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    return v_order;
end;
$$;
comment on function private.order_for_writing(uuid) is
    'An order, locked, for a supervisor over its area. PT403 order_not_found (also for what the caller may not see), not_allowed.';

create function private.check_order_version(p_order public.orders, p_version int)
returns void
language plpgsql
set search_path = ''
as $$
begin
    if p_order.status <> 'draft' then
        perform private.refuse('PT422', 'order_issued');
    elsif p_version is distinct from p_order.version then
        perform private.refuse('PT409', 'order_changed', private.order_json(p_order));
    end if;
end;
$$;
comment on function private.check_order_version(public.orders, int) is
    'Refuses PT422 order_issued for what is no draft, PT409 order_changed (with the order as it is now) for a version that is not the current one.';

create function private.write_order_parts(p_order public.orders, p_input jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
    v_units bigint[];
    v_nos bigint[];
    v_notes text[];
    v_hotspot public.hotspots;
begin
    select coalesce(array_agg(distinct private.try_bigint(u)), '{}') into v_units
    from jsonb_array_elements_text(coalesce(nullif(p_input -> 'unitIds', 'null'), '[]')) u;
    if exists (
        select from unnest(v_units) u (id)
        where not exists (select from public.units k where k.id = u.id and k.root_id = p_order.root_id)
    ) then
        perform private.refuse('PT422', 'unit_unknown');
    end if;
    select coalesce(array_agg(private.try_bigint(c ->> 'no') order by position), '{}'), array_agg(left(nullif(btrim(c ->> 'note'), ''), 500) order by position)
    into v_nos, v_notes
    from (
        -- Named twice is listed once, where it came first.
        select distinct on (g ->> 'no') g as c, position
        from jsonb_array_elements(coalesce(nullif(p_input -> 'cases', 'null'), '[]')) with ordinality as given (g, position)
        order by g ->> 'no', position
    ) as given;
    if cardinality(v_nos) > 200 then
        perform private.refuse('PT422', 'too_many_cases');
    end if;

    delete from public.order_addressees where order_id = p_order.id;
    delete from public.order_items where order_id = p_order.id;
    insert into public.order_addressees (order_id, unit_id) select p_order.id, u from unnest(v_units) u;
    for i in 1 .. cardinality(v_nos) loop
        select * into v_hotspot from public.hotspots h where h.no = v_nos[i] and h.root_id = p_order.root_id;
        if not found or not private.is_visible(v_hotspot) then
            perform private.refuse('PT422', 'case_unknown', to_jsonb(v_nos[i]));
        end if;
        -- What lies in no area belongs to the whole.
        if not exists (
            select from public.areas a, public.areas scope
            where a.id = coalesce(v_hotspot.area_id, v_hotspot.root_id) and scope.id = p_order.area_id
                and a.path operator(extensions.<@) scope.path
        ) then
            perform private.refuse('PT422', 'case_outside_area', to_jsonb(v_nos[i]));
        end if;
        insert into public.order_items (order_id, hotspot_id, position, note) values (p_order.id, v_hotspot.id, i, v_notes[i]);
    end loop;
end;
$$;
comment on function private.write_order_parts(public.orders, jsonb) is
    'Gives a draft its addressees (unitIds) and cases ([{no, note}], in order). PT422 unit_unknown, too_many_cases (more than 200), and case_unknown or '
    'case_outside_area with the number in the detail.';

create function private.order_from_input(p_id uuid, p_input jsonb)
returns public.orders
language plpgsql
stable
set search_path = ''
as $$
declare
    v_order public.orders;
begin
    v_order.id := p_id;
    v_order.area_id := private.try_bigint(p_input ->> 'areaId');
    v_order.root_id := (select a.root_id from public.areas a where a.id = v_order.area_id);
    v_order.kind := p_input ->> 'kind';
    v_order.title := nullif(btrim(p_input ->> 'title'), '');
    v_order.body := coalesce(btrim(p_input ->> 'body'), '');
    v_order.deadline_at := private.try_timestamptz(p_input ->> 'deadlineAt');
    if p_id is null then
        perform private.refuse('PT422', 'id_required');
    elsif not private.may(v_order.area_id, '{supervisor}') then
        perform private.refuse('PT403', 'not_allowed');
    elsif coalesce(v_order.kind, '') not in ('supervision', 'rectification', 'bulletin') then
        perform private.refuse('PT422', 'order_kind_unknown');
    elsif v_order.title is null then
        perform private.refuse('PT422', 'title_required');
    elsif char_length(v_order.title) > 120 or char_length(v_order.body) > 8000 then
        perform private.refuse('PT422', 'text_too_long');
    elsif p_input ->> 'deadlineAt' is not null and v_order.deadline_at is null then
        perform private.refuse('PT422', 'date_invalid');
    end if;
    return v_order;
end;
$$;
comment on function private.order_from_input(uuid, jsonb) is
    'What a caller says of an order: {areaId, kind, title, body, deadlineAt}. PT403 not_allowed unless it supervises that area; PT422 id_required, '
    'order_kind_unknown, title_required, text_too_long, date_invalid.';

create function private.save_order(p_id uuid, p_version int, p_input jsonb)
returns jsonb
language plpgsql
security definer -- nobody may write orders; checks role, scope, version and state itself
set search_path = ''
as $$
declare
    v_order public.orders;
    v_given public.orders := private.order_from_input(p_id, p_input);
begin
    if exists (select from public.orders o where o.id = p_id) then
        v_order := private.order_for_writing(p_id);
        -- Sent twice, as after a lost answer: the same person's new draft is saved again.
        if p_version is not null or v_order.created_by is distinct from auth.uid() or v_order.version > 1 then
            perform private.check_order_version(v_order, p_version);
        end if;
        if v_given.root_id <> v_order.root_id then
            perform private.refuse('PT422', 'area_unknown');
        end if;
        update public.orders set
            area_id = v_given.area_id, kind = v_given.kind, title = v_given.title, body = v_given.body, deadline_at = v_given.deadline_at,
            version = case when p_version is null then 1 else version + 1 end, updated_at = now()
        where id = p_id
        returning * into v_order;
    else
        insert into public.orders (id, root_id, area_id, kind, title, body, deadline_at, created_by)
        values (p_id, v_given.root_id, v_given.area_id, v_given.kind, v_given.title, v_given.body, v_given.deadline_at, auth.uid())
        returning * into v_order;
    end if;
    perform private.write_order_parts(v_order, p_input);
    return private.order_json(v_order);
end;
$$;
comment on function private.save_order(uuid, int, jsonb) is 'See public.save_order.';

create function private.discard_order(p_id uuid, p_version int)
returns void
language plpgsql
security definer -- as save_order
set search_path = ''
as $$
begin
    perform private.check_order_version(private.order_for_writing(p_id), p_version);
    delete from public.orders where id = p_id;
end;
$$;
comment on function private.discard_order(uuid, int) is 'See public.discard_order.';

create function private.freeze_order(p_order public.orders)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
    v_order public.orders := p_order;
    v_case record;
begin
    -- The lock of the counters before the lock of the series: whoever urges cases takes them in this order.
    if v_order.kind <> 'bulletin' then
        perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('hotspot_counters'));
    end if;
    v_order.status := 'issued';
    v_order.issued_at := now();
    v_order.issued_by := auth.uid();
    if not v_order.is_oral then
        v_order.year := extract(year from now() at time zone private.time_zone(v_order.root_id));
        v_order.serial := private.next_order_serial(v_order.root_id, v_order.kind, v_order.year);
        v_order.no := format('%s〔%s〕%s号', private.order_prefix(v_order.root_id, v_order.kind), v_order.year, v_order.serial);
    end if;
    v_order.snapshot := private.order_content(v_order);
    update public.orders set
        status = v_order.status, year = v_order.year, serial = v_order.serial, no = v_order.no, snapshot = v_order.snapshot,
        issued_at = v_order.issued_at, issued_by = v_order.issued_by, version = version + 1, updated_at = now()
    where id = v_order.id
    returning * into v_order;
    if v_order.kind <> 'bulletin' then
        for v_case in
            select h.id, h.version
            from public.order_items i join public.hotspots h on h.id = i.hotspot_id
            where i.order_id = v_order.id and h.end_reason is null and h.status <> 'suspended'
            order by i.position
        loop
            perform private.advance_hotspot(v_case.id, 'urge', v_case.version, jsonb_build_object('note', coalesce(v_order.no, v_order.title)));
        end loop;
    end if;
    return v_order;
end;
$$;
comment on function private.freeze_order(public.orders) is
    'Issues an order that has been checked: number, snapshot, and an urging of each case whose clock may run, unless it is a bulletin.';

create function private.issue_order(p_id uuid, p_version int)
returns jsonb
language plpgsql
security definer -- as save_order
set search_path = ''
as $$
declare
    v_order public.orders := private.order_for_writing(p_id);
    v_stray bigint;
begin
    perform private.check_order_version(v_order, p_version);
    if v_order.body = '' then
        perform private.refuse('PT422', 'body_required');
    elsif not exists (select from public.order_addressees d where d.order_id = p_id) then
        perform private.refuse('PT422', 'addressees_required');
    elsif v_order.kind <> 'bulletin' and v_order.deadline_at is null then
        perform private.refuse('PT422', 'deadline_required');
    elsif v_order.deadline_at <= now() then
        perform private.refuse('PT422', 'deadline_passed');
    elsif v_order.kind <> 'bulletin' and not exists (select from public.order_items i where i.order_id = p_id) then
        perform private.refuse('PT422', 'cases_required');
    end if;
    -- Boundaries may have changed since the draft was saved.
    select min(h.no) into v_stray
    from public.order_items i join public.hotspots h on h.id = i.hotspot_id
    join public.areas a on a.id = coalesce(h.area_id, h.root_id) join public.areas scope on scope.id = v_order.area_id
    where i.order_id = p_id and not a.path operator(extensions.<@) scope.path;
    if v_stray is not null then
        perform private.refuse('PT422', 'case_outside_area', to_jsonb(v_stray));
    end if;
    v_order := private.freeze_order(v_order);
    return private.order_json(v_order);
end;
$$;
comment on function private.issue_order(uuid, int) is 'See public.issue_order.';

create function private.log_oral_order(p_id uuid, p_input jsonb)
returns jsonb
language plpgsql
security definer -- as save_order
set search_path = ''
as $$
declare
    v_order public.orders := private.order_from_input(p_id, p_input);
    v_told_to text := left(nullif(btrim(p_input ->> 'toldTo'), ''), 120);
    v_told_by text := left(nullif(btrim(p_input ->> 'toldBy'), ''), 120);
    v_told_at timestamptz := private.try_timestamptz(p_input ->> 'toldAt');
begin
    if v_told_to is null or v_told_by is null then
        perform private.refuse('PT422', 'told_required');
    elsif v_told_at is null or v_told_at > now() + interval '10 minutes' then
        perform private.refuse('PT422', 'date_invalid');
    end if;
    insert into public.orders (id, root_id, area_id, kind, title, body, deadline_at, is_oral, told_to, told_at, told_by, created_by)
    values (p_id, v_order.root_id, v_order.area_id, v_order.kind, v_order.title, v_order.body, v_order.deadline_at, true, v_told_to, v_told_at, v_told_by, auth.uid())
    on conflict (id) do nothing
    returning * into v_order;
    if not found then
        -- Sent twice, as after a lost answer.
        select * into v_order from public.orders o where o.id = p_id and o.created_by = auth.uid() and o.is_oral;
        if not found then
            perform private.refuse('PT422', 'id_taken');
        end if;
        return private.order_json(v_order);
    end if;
    perform private.write_order_parts(v_order, p_input);
    v_order := private.freeze_order(v_order);
    return private.order_json(v_order);
end;
$$;
comment on function private.log_oral_order(uuid, jsonb) is 'See public.log_oral_order.';

create function private.withdraw_order(p_id uuid, p_reason text)
returns jsonb
language plpgsql
security definer -- as save_order
set search_path = ''
as $$
declare
    v_order public.orders := private.order_for_writing(p_id);
begin
    if v_order.status = 'draft' then
        perform private.refuse('PT422', 'order_not_issued');
    elsif v_order.status = 'withdrawn' then
        perform private.refuse('PT422', 'order_withdrawn');
    elsif coalesce(btrim(p_reason), '') = '' then
        perform private.refuse('PT422', 'reason_required');
    end if;
    update public.orders set
        status = 'withdrawn', withdrawn_at = now(), withdrawn_by = auth.uid(), withdraw_reason = left(btrim(p_reason), 500),
        version = version + 1, updated_at = now()
    where id = p_id
    returning * into v_order;
    return private.order_json(v_order);
end;
$$;
comment on function private.withdraw_order(uuid, text) is 'See public.withdraw_order.';

create function private.answer_order(p_id uuid, p_reply text, p_is_reply boolean)
returns jsonb
language plpgsql
security definer -- nobody may write receipts and replies; checks that the caller is a handler of an addressed unit
set search_path = ''
as $$
declare
    v_order public.orders;
    v_reply text := left(nullif(btrim(p_reply), ''), 4000);
begin
    -- Nobody withdraws it meanwhile.
    select * into v_order from public.orders where id = p_id for share;
    if not found or not private.is_order_visible(v_order) then
        perform private.refuse('PT403', 'order_not_found');
    elsif not exists (select from public.order_addressees d where d.order_id = p_id and d.unit_id = any (private.unit_ids())) then
        perform private.refuse('PT403', 'not_allowed');
    elsif v_order.status = 'draft' then
        perform private.refuse('PT422', 'order_not_issued');
    elsif v_order.status = 'withdrawn' then
        perform private.refuse('PT422', 'order_withdrawn');
    elsif p_is_reply and v_reply is null then
        perform private.refuse('PT422', 'reply_required');
    end if;
    update public.order_addressees set received_at = now(), received_by = auth.uid()
    where order_id = p_id and unit_id = any (private.unit_ids()) and received_at is null;
    if p_is_reply then
        update public.order_addressees set replied_at = now(), replied_by = auth.uid(), reply = v_reply
        where order_id = p_id and unit_id = any (private.unit_ids()) and replied_at is null;
        if not found then
            perform private.refuse('PT422', 'already_replied');
        end if;
    end if;
    return private.order_json(v_order);
end;
$$;
comment on function private.answer_order(uuid, text, boolean) is 'See public.receive_order and public.reply_order.';

create function private.order_detail(p_id uuid)
returns jsonb
language sql
stable
security definer -- names of units, areas and categories, and of cases that an addressed unit does not otherwise see
set search_path = ''
as $$
    select private.order_json(o) from public.orders o where o.id = p_id and private.is_order_visible(o)
$$;
comment on function private.order_detail(uuid) is 'See public.order_detail.';

create function private.order_deadlines(p_root_id bigint, p_days int[])
returns jsonb
language sql
stable
security definer -- the calendar and its settings are read as a whole
set search_path = ''
as $$
    select coalesce(jsonb_agg(jsonb_build_object('days', d, 'at', private.work_due(
        p_root_id, date_trunc('day', now() at time zone z) at time zone z + interval '1 day', d, 'working_day'
    )) order by d), '[]')
    from unnest(p_days[: 10]) d, private.time_zone(p_root_id) z
    where d between 1 and 250 and private.has_role_in_root(p_root_id, '{supervisor}')
$$;
comment on function private.order_deadlines(bigint, int[]) is 'See public.order_deadlines.';
grant execute on function
    private.save_order(uuid, int, jsonb), private.discard_order(uuid, int), private.issue_order(uuid, int), private.log_oral_order(uuid, jsonb),
    private.withdraw_order(uuid, text), private.answer_order(uuid, text, boolean), private.order_detail(uuid), private.order_deadlines(bigint, int[])
    to authenticated;

create function public.save_order(p_id uuid, p_version int default null, p_input jsonb default '{}')
returns jsonb
language sql
set search_path = ''
set jit = off
as $$
    select private.save_order(p_id, p_version, coalesce(p_input, '{}'))
$$;
comment on function public.save_order(uuid, int, jsonb) is
    'Saves the draft of an order and returns it as order_detail does: {areaId, kind, title, body, deadlineAt, unitIds, cases: [{no, note}]}; without a version it '
    'is new. PT403 not_allowed, order_not_found; PT409 order_changed with the order as it is; PT422 order_issued, id_required, order_kind_unknown, '
    'title_required, text_too_long, date_invalid, area_unknown, unit_unknown, too_many_cases, case_unknown, case_outside_area (number in the detail).';

create function public.discard_order(p_id uuid, p_version int)
returns void
language sql
set search_path = ''
set jit = off
as $$
    select private.discard_order(p_id, p_version)
$$;
comment on function public.discard_order(uuid, int) is
    'Throws a draft away. PT403 not_allowed, order_not_found; PT409 order_changed; PT422 order_issued.';

create function public.issue_order(p_id uuid, p_version int)
returns jsonb
language sql
set search_path = ''
set jit = off
as $$
    select private.issue_order(p_id, p_version)
$$;
comment on function public.issue_order(uuid, int) is
    'Issues a draft: the next number of its series, a snapshot of everything it prints, and, unless it is a bulletin, an urging of every open case (but suspended ones) with that '
    'number. Returns it as order_detail does. PT403 not_allowed, order_not_found; PT409 order_changed; PT422 order_issued, body_required, '
    'addressees_required, deadline_required, deadline_passed, cases_required, case_outside_area.';

create function public.log_oral_order(p_id uuid, p_input jsonb)
returns jsonb
language sql
set search_path = ''
set jit = off
as $$
    select private.log_oral_order(p_id, coalesce(p_input, '{}'))
$$;
comment on function public.log_oral_order(uuid, jsonb) is
    'Writes down what was said: like save_order and issue_order in one, with {toldTo, toldAt, toldBy}, without a number and with nothing else required. '
    'Refusals as theirs and PT422 told_required, id_taken.';

create function public.withdraw_order(p_id uuid, p_reason text)
returns jsonb
language sql
set search_path = ''
set jit = off
as $$
    select private.withdraw_order(p_id, p_reason)
$$;
comment on function public.withdraw_order(uuid, text) is
    'Withdraws an issued order: it keeps its number and its text. PT403 not_allowed, order_not_found; PT422 order_not_issued, order_withdrawn, reason_required.';

create function public.receive_order(p_id uuid)
returns jsonb
language sql
set search_path = ''
set jit = off
as $$
    select private.answer_order(p_id, null, false)
$$;
comment on function public.receive_order(uuid) is
    'Signs for an order on behalf of the caller''s unit; a second time changes nothing. PT403 not_allowed, order_not_found; PT422 order_withdrawn.';

create function public.reply_order(p_id uuid, p_reply text)
returns jsonb
language sql
set search_path = ''
set jit = off
as $$
    select private.answer_order(p_id, p_reply, true)
$$;
comment on function public.reply_order(uuid, text) is
    'Answers an order on behalf of the caller''s unit, once, and signs for it if nobody has. PT403 not_allowed, order_not_found; PT422 order_withdrawn, '
    'reply_required, already_replied.';

create function public.order_detail(p_id uuid)
returns jsonb
language sql
stable
set search_path = ''
set jit = off
as $$
    select private.order_detail(p_id)
$$;
comment on function public.order_detail(uuid) is
    'An order: its facts, content (what it prints: frozen when it was issued, as things are now for a draft), addressees with receipts and replies (those of '
    'the caller''s units alone for a handler), now (what its cases are now). Null for whoever may not see it.';

create function public.order_deadlines(p_root bigint, p_days int[] default '{3,5,7,10,15}')
returns jsonb
language sql
stable
set search_path = ''
set jit = off
as $$
    select private.order_deadlines(p_root, p_days)
$$;
comment on function public.order_deadlines(bigint, int[]) is
    'The end of the n-th working day after today, for each n (1 to 250, ten of them at most): [{days, at}]. For supervisors; empty for others.';

create function public.order_list(p_filter jsonb, p_after jsonb default null, p_limit int default 50)
returns jsonb
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
    v_root bigint := private.try_bigint(p_filter ->> 'root');
    v_view text := coalesce(p_filter ->> 'view', 'all');
    v_limit int := least(greatest(coalesce(p_limit, 50), 1), 200);
    v_rows jsonb;
    v_last jsonb;
    v_more boolean;
begin
    if v_root is null then
        perform private.refuse('PT422', 'root_required');
    elsif v_view not in ('all', 'drafts', 'issued', 'to_receive', 'to_reply', 'overdue', 'withdrawn')
        or p_after is not null and (private.try_timestamptz(p_after ->> 'at') is null or p_after ->> 'id' is null) then
        perform private.refuse('PT422', 'filter_invalid');
    end if;
    select jsonb_agg(jsonb_build_object(
            'id', o.id, 'kind', o.kind, 'status', o.status, 'no', o.no, 'title', o.title, 'isOral', o.is_oral, 'deadlineAt', o.deadline_at,
            'issuedAt', o.issued_at, 'createdAt', o.created_at, 'areaId', o.area_id, 'areaName', a.name, 'areaNameEn', a.name_en,
            'cases', (select count(*) from public.order_items i where i.order_id = o.id),
            'addressees', coalesce((
                select jsonb_agg(jsonb_build_object(
                    'unitId', u.id, 'name', u.name, 'nameEn', u.name_en, 'received', d.received_at is not null, 'replied', d.replied_at is not null
                ) order by u.id)
                from public.order_addressees d join public.units u on u.id = d.unit_id where d.order_id = o.id), '[]')
        ) order by o.place) filter (where o.place <= v_limit),
        (jsonb_agg(jsonb_build_object('at', o.at, 'id', o.id) order by o.place) filter (where o.place = v_limit)) -> 0,
        count(*) > v_limit
    into v_rows, v_last, v_more
    from (
        select s.*, coalesce(s.issued_at, s.created_at) as at, row_number() over (order by coalesce(s.issued_at, s.created_at) desc, s.id desc) as place
        from public.orders s
        where s.root_id = v_root and private.is_order_in_view(s, v_view) and (p_filter ->> 'kind' is null or s.kind = p_filter ->> 'kind')
            and (p_after is null or (coalesce(s.issued_at, s.created_at), s.id) < (private.try_timestamptz(p_after ->> 'at'), (p_after ->> 'id')::uuid))
        order by coalesce(s.issued_at, s.created_at) desc, s.id desc
        limit v_limit + 1
    ) o
    left join public.areas a on a.id = o.area_id;
    return jsonb_build_object('rows', coalesce(v_rows, '[]'), 'next', case when v_more then v_last end);
exception
    when invalid_text_representation then
        perform private.refuse('PT422', 'filter_invalid');
end;
$$;
comment on function public.order_list(jsonb, jsonb, int) is
    'A page of the orders that the caller may see, newest first, as {rows, next}: pass next as p_after. Filter: root, kind, view (all, drafts, issued, withdrawn, '
    'to_receive: not signed for; to_reply: a deadline and no reply; overdue: that deadline has passed). PT422 root_required, filter_invalid.';

create function private.is_order_in_view(p_order public.orders, p_view text)
returns boolean
language sql
stable
set search_path = ''
as $$
    select case p_view
        when 'all' then true
        when 'drafts' then p_order.status = 'draft'
        when 'withdrawn' then p_order.status = 'withdrawn'
        when 'issued' then p_order.status = 'issued'
        when 'to_receive' then p_order.status = 'issued' and not p_order.is_oral and exists (
            select from public.order_addressees d where d.order_id = p_order.id and d.received_at is null)
        else p_order.status = 'issued' and not p_order.is_oral and (p_view = 'overdue' and p_order.deadline_at < now() or p_view = 'to_reply')
            and p_order.deadline_at is not null
            and exists (select from public.order_addressees d where d.order_id = p_order.id and d.replied_at is null)
    end
$$;
comment on function private.is_order_in_view(public.orders, text) is
    'Whether an order belongs to a view of the list, by the addressees that the caller sees: a handler''s own unit, everybody for who supervises.';

create function public.order_counts(p_root bigint)
returns jsonb
language sql
stable
set search_path = ''
set jit = off
as $$
    select coalesce(jsonb_object_agg(v, (
        select count(*) from public.orders o where o.root_id = p_root and private.is_order_in_view(o, v)
    )), '{}')
    from unnest('{all,drafts,issued,to_receive,to_reply,overdue,withdrawn}'::text[]) v
$$;
comment on function public.order_counts(bigint) is 'How many orders each view of the list holds for the caller: {view: count}.';

grant execute on function private.is_order_in_view(public.orders, text), private.try_bigint(text), private.try_timestamptz(text) to authenticated;
grant execute on function
    public.save_order(uuid, int, jsonb), public.discard_order(uuid, int), public.issue_order(uuid, int), public.log_oral_order(uuid, jsonb),
    public.withdraw_order(uuid, text), public.receive_order(uuid), public.reply_order(uuid, text), public.order_detail(uuid),
    public.order_deadlines(bigint, int[]), public.order_list(jsonb, jsonb, int), public.order_counts(bigint)
    to authenticated;
