-- What waits for a person, as a digest: one group for each kind of thing with how many there are, how many are new since the person last looked,
-- and the newest of them. Nothing is sent out and stored for each event: it is worked out from cases, revisits and orders as they stand, so that a
-- notice whose matter somebody else has settled is gone by itself. Only when somebody last looked is kept.

create table public.notice_marks (
    user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
    root_id bigint not null references public.areas (id) on delete cascade,
    seen_at timestamptz not null default now(),
    primary key (user_id, root_id)
);
comment on table public.notice_marks is 'When a person last looked at its notices of a root: what came later is new. Seen by that person only; written by see_notices.';
create index notice_marks_root_id on public.notice_marks (root_id);
alter table public.notice_marks enable row level security;
grant select on public.notice_marks to authenticated, service_role;
create policy notice_marks_select_own on public.notice_marks for select to authenticated using (user_id = (select auth.uid()));

-- Few cases have these at any time: found without reading those that have not.
create index hotspots_extension_asked on public.hotspots (root_id, no) include (area_id) where extension_days is not null and end_reason is null;
create index hotspots_returned on public.hotspots (root_id, no) include (area_id) where state = 1 and returned_count > 0;

create function private.areas_in_duty(p_root bigint, p_roles text[], p_leads boolean)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
    v_is_whole boolean;
    v_areas bigint[];
begin
    select bool_or(top.parent_id is null), array_agg(a.id) into v_is_whole, v_areas
    from public.members m
    join public.areas top on top.id = m.area_id and top.root_id = p_root
    join public.areas a on a.path operator(extensions.<@) top.path
    where m.user_id = (select auth.uid()) and (m.role = any (p_roles) or p_leads and m.role = 'viewer' and m.is_leader);
    return case when v_is_whole then 'true' else format('area_id = any (%L::bigint[])', v_areas) end;
end;
$$;
comment on function private.areas_in_duty(bigint, text[], boolean) is
    'SQL condition of the cases in the areas where the caller has one of the roles, or leads: true for all of the root, null where it has none.';
grant execute on function private.areas_in_duty(bigint, text[], boolean) to authenticated;

create function private.notice_rules(p_root bigint)
returns table (kind text, condition text, moment text)
language plpgsql
stable
set search_path = ''
as $$
declare
    v_units bigint[] := array(
        select distinct m.unit_id from public.members m join public.areas a on a.id = m.area_id
        where m.user_id = (select auth.uid()) and m.role = 'handler' and m.unit_id is not null and a.root_id = p_root);
    -- Whoever belongs to a unit does not verify its work.
    v_own bigint[] := array(select distinct m.unit_id from public.members m where m.user_id = (select auth.uid()) and m.unit_id is not null);
    v_ours text := case when v_units <> '{}' then format('end_reason is null and unit_id = any (%L::bigint[])', v_units) end;
    v_supervised text := private.areas_in_duty(p_root, '{supervisor}', false);
    v_planned text := private.areas_in_duty(p_root, '{supervisor,planner}', false);
    v_watched text := private.areas_in_duty(p_root, '{supervisor}', true);
    v_hours jsonb := private.setting(p_root, 'due_soon_hours');
    v_soon interval := case when jsonb_typeof(v_hours) = 'number' then (v_hours #>> '{}')::double precision else 24 end * interval '1 hour';
    v_late text := format('end_reason is null and due_at < %L::timestamptz', now());
begin
    return query
    select r.kind, r.condition, r.moment
    from (values
        (1, 'assigned', v_ours || ' and state = 2', 'updated_at'),
        (2, 'sent_back', v_ours || ' and state = 3 and reworked_count > 0', 'updated_at'),
        (3, 'urged', v_ours || ' and state in (2, 3) and urged_at is not null', 'urged_at'),
        (4, 'overdue', v_late || ' and (' || nullif(concat_ws(' or ', v_ours || ' and state in (2, 3)', v_watched), '') || ')', 'due_at'),
        (5, 'due_soon', v_ours || format(' and state in (2, 3) and due_at >= %L::timestamptz and due_at < %L::timestamptz', now(), now() + v_soon),
            format('due_at - %L::interval', v_soon)),
        (6, 'to_accept', 'state = 0 and ' || v_supervised, 'created_at'),
        (7, 'to_verify', format('state = 4 and (unit_id <> all (%L::bigint[])) is not false and ', v_own) || v_supervised, 'handed_in_at'),
        (8, 'returned', 'state = 1 and returned_count > 0 and ' || v_planned, 'updated_at'),
        (9, 'extension_asked', 'extension_days is not null and end_reason is null and ' || v_supervised, 'updated_at')
    ) as r (position, kind, condition, moment)
    where r.condition is not null
    order by r.position;
end;
$$;
comment on function private.notice_rules(bigint) is
    'Which cases the caller is told of: for each kind a condition on hotspots and since when it holds. A unit is told of what it was given, what came back to '
    'it, was urged, is late or soon will be; whoever supervises of what waits to be accepted, assigned again, verified and decided, and of what is late.';
grant execute on function private.notice_rules(bigint) to authenticated;

create function private.notice_group(p_kind text, p_found jsonb, p_seen timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select case when count(*) > 0 then jsonb_build_object(
        'kind', p_kind, 'n', least(count(*), 1000), 'isMore', count(*) > 1000, 'unseen', least(count(*) filter (where f.at > p_seen), 1000), 'at', max(f.at),
        'newest', jsonb_path_query_array(
            jsonb_agg(jsonb_build_object('no', f.no, 'id', f.id, 'title', f.title, 'at', f.at, 'dueAt', f.due_at) order by f.at desc, f.id), '$[0 to 2]'),
        'nos', jsonb_path_query_array(
            coalesce(jsonb_agg(f.no order by f.at desc, f.id) filter (where f.is_case), '[]'), '$[0 to 199]')
    ) end
    from jsonb_to_recordset(p_found) as f (no text, id uuid, title text, at timestamptz, due_at timestamptz, is_case boolean)
$$;
comment on function private.notice_group(text, jsonb, timestamptz) is
    'A group of a digest from what was found [{no, id, title, at, due_at, is_case}], 1,001 at most: how many, how many of them after p_seen, the newest three, and the '
    'numbers of 200 cases. Null when nothing was found.';
grant execute on function private.notice_group(text, jsonb, timestamptz) to authenticated;

create function private.order_notices(p_root bigint, p_seen timestamptz)
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    v_units bigint[] := private.unit_ids();
begin
    return query
    select private.notice_group(g.kind, g.found, p_seen)
    from (
        select k.kind, jsonb_agg(jsonb_build_object(
            'no', o.no, 'id', o.id, 'title', o.title, 'at', case k.kind when 'order_answered' then d.replied_at else o.issued_at end,
            'due_at', o.deadline_at, 'is_case', false)) as found
        from (values (1, 'order_received'), (2, 'order_to_reply'), (3, 'order_answered')) as k (position, kind)
        join public.orders o on o.root_id = p_root and o.status = 'issued' and not o.is_oral and o.issued_at > now() - interval '1 year'
        join public.order_addressees d on d.order_id = o.id
        where case k.kind
            when 'order_received' then d.unit_id = any (v_units) and d.received_at is null
            when 'order_to_reply' then d.unit_id = any (v_units) and d.received_at is not null and d.replied_at is null and o.deadline_at is not null
            else o.issued_by = (select auth.uid()) and d.replied_at > now() - interval '14 days'
        end
        group by k.position, k.kind
        order by k.position
    ) as g;
end;
$$;
comment on function private.order_notices(bigint, timestamptz) is
    'What the caller is told of orders: for its units those not signed for and those with a deadline and no reply, for who issued them the replies of 14 days.';
grant execute on function private.order_notices(bigint, timestamptz) to authenticated;

create function public.my_notices(p_root bigint)
returns jsonb
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
    v_seen_at timestamptz;
    v_seen timestamptz;
    v_visited text := private.areas_in_duty(p_root, '{officer,supervisor}', false);
    v_found jsonb;
    v_groups jsonb := '[]';
    r record;
begin
    select m.seen_at into v_seen_at from public.notice_marks m where m.user_id = (select auth.uid()) and m.root_id = p_root;
    -- To whoever comes for the first time a year of old matters is not news.
    v_seen := coalesce(v_seen_at, now() - interval '7 days');
    for r in select * from private.notice_rules(p_root) loop
        execute format(
            $sql$
                select jsonb_agg(jsonb_build_object('no', no, 'id', id, 'title', coalesce(title, address), 'at', coalesce(%s, updated_at), 'due_at', due_at, 'is_case', true))
                from (select * from public.hotspots where root_id = %s and %s order by %s desc limit 1001) as found
            $sql$, r.moment, p_root, r.condition, case when r.moment like 'due%' then 'due_at' else 'no' end
        )
        into v_found;
        v_groups := v_groups || coalesce(private.notice_group(r.kind, v_found, v_seen), '[]');
    end loop;
    if v_visited is not null then
        execute format(
            $sql$
                select jsonb_agg(jsonb_build_object('no', no, 'id', id, 'title', coalesce(title, address), 'at', due_on::timestamp at time zone $2, 'is_case', true))
                from (
                    -- A case that nobody looked at for months has more than one revisit due: it waits once, since the first.
                    select h.no, h.id, h.title, h.address, min(r.due_on) as due_on from public.revisits r join public.hotspots h on h.id = r.hotspot_id
                    where r.root_id = $1 and r.done_at is null and r.due_on <= (now() at time zone $2)::date and %s
                    group by h.id order by min(r.due_on) desc limit 1001
                ) as found
            $sql$, v_visited
        )
        into v_found using p_root, private.time_zone(p_root);
        v_groups := v_groups || coalesce(private.notice_group('to_revisit', v_found, v_seen), '[]');
    end if;
    select v_groups || coalesce(jsonb_agg(g), '[]') into v_groups from private.order_notices(p_root, v_seen) g where g is not null;
    return jsonb_build_object('seenAt', v_seen_at, 'groups', v_groups);
end;
$$;
comment on function public.my_notices(bigint) is
    'What waits for the caller in a root, as {seenAt, groups: [{kind, n, isMore, unseen, at, newest: [{no, id, title, at, dueAt}], nos}]}; a group counts to '
    '1,000 and then says isMore; unseen came after seenAt, or within 7 days for whoever never looked. Kinds: assigned, sent_back, urged, overdue, due_soon, to_accept, to_verify, returned, extension_asked, to_revisit, '
    'order_received, order_to_reply, order_answered. Nothing for whoever has nothing to do there.';

create function private.see_notices(p_root bigint)
returns timestamptz
language plpgsql
security definer -- nobody writes the mark by hand, or it could lie ahead of time
set search_path = ''
as $$
declare
    v_at timestamptz;
begin
    if not p_root = any (private.root_ids()) then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    insert into public.notice_marks as m (user_id, root_id, seen_at) values (auth.uid(), p_root, now())
    on conflict (user_id, root_id) do update set seen_at = greatest(m.seen_at, excluded.seen_at)
    returning m.seen_at into v_at;
    return v_at;
end;
$$;
comment on function private.see_notices(bigint) is 'Does see_notices of the API.';

create function public.see_notices(p_root bigint)
returns timestamptz
language sql
set search_path = ''
set jit = off
as $$
    select private.see_notices(p_root)
$$;
comment on function public.see_notices(bigint) is
    'Says that the caller has looked at its notices of a root: what comes later is new. Answers with the instant. PT403 not_allowed for a root of others.';

grant execute on function private.see_notices(bigint), public.my_notices(bigint), public.see_notices(bigint) to authenticated;
