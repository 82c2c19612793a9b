-- The ledger of cases: pages of any filter in any of three orders, the counts of its ready-made views, and one step on many cases at once.
-- All run as the caller: row security of hotspots decides what is seen, advance_hotspot what is done.
--
-- A page is found in one of two ways. Where the counters say that few match, these are looked up and sorted. Else the index of the order is
-- walked from where the page before ended, which takes as many steps as one match is rare, however many rows there are; a walk that has
-- gone far and found too little is given up for the look-up. The indexes hold what filters ask for, so that a step reads no row.

drop index public.hotspots_reported;
create index hotspots_reported on public.hotspots (root_id, reported_at, no)
    include (area_id, unit_id, campaign_id, category_id, state, due_at, proposed_unit_id);
create index hotspots_updated on public.hotspots (root_id, updated_at, no)
    include (area_id, unit_id, campaign_id, category_id, state, reported_at, due_at, proposed_unit_id);
drop index public.hotspots_due;
create index hotspots_due on public.hotspots (root_id, due_at, no)
    include (key, area_id, unit_id, campaign_id, category_id, state, reported_at, proposed_unit_id) where end_reason is null and due_at is not null;
create index hotspots_state on public.hotspots (root_id, state, no) include (area_id, unit_id, campaign_id, category_id, reported_at);
create index hotspots_area_state on public.hotspots (area_id, state, no) include (root_id, unit_id, campaign_id, category_id, reported_at);
create index hotspots_ownerless on public.hotspots (root_id, no) include (area_id, campaign_id, category_id, state, reported_at)
    where end_reason is null and unit_id is null and proposed_unit_id is null;
create index hotspots_at_work on public.hotspots (unit_id, state, no) include (root_id, area_id, campaign_id, category_id, reported_at)
    where end_reason is null and unit_id is not null;

create function private.ledger_keys()
returns text[]
language sql
immutable
parallel safe
return '{view,unit,source,dueBefore,text,nos}'::text[];
comment on function private.ledger_keys() is 'What a filter of the ledger has beyond one of the map.';
grant execute on function private.ledger_keys() to authenticated;

create type private.case_search as (
    walked text,   -- condition for the walk: columns of the index of any order
    found text,    -- the same for the look-up: it names the conditions of partial indexes
    bound bigint   -- at most so many match; null where nobody knows
);

create function private.case_duties(p_root bigint)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
    v_units bigint[] := private.unit_ids();
    v_duties text[] := '{}';
    r record;
begin
    if v_units <> '{}' then
        v_duties := v_duties || format('end_reason is null and unit_id = any (%L::bigint[]) and state in (2, 3)', v_units);
    end if;
    for r in
        select m.role, bool_or(top.parent_id is null) as is_whole, array_agg(a.id) as areas
        from public.members m
        join public.areas top on top.id = m.area_id and top.root_id = p_root
        join public.areas a on a.path operator(extensions.<@) top.path
        where m.user_id = (select auth.uid()) and m.role in ('supervisor', 'planner')
        group by m.role
    loop
        v_duties := v_duties || format('state in %s%s', case r.role when 'supervisor' then '(0, 1, 4)' else '(1)' end,
            case when r.is_whole then '' else format(' and area_id = any (%L::bigint[])', r.areas) end);
    end loop;
    return case when v_duties <> '{}' then '(' || array_to_string(v_duties, ' or ') || ')' end;
end;
$$;
comment on function private.case_duties(bigint) is
    'SQL condition of the cases that wait for the caller: its unit''s to take and to do, a supervisor''s to accept, to assign and to verify, a planner''s '
    'to assign. Null for whoever has nothing to do in the root.';
grant execute on function private.case_duties(bigint) to authenticated;

create function private.cases_with_text(p_condition text, p_text text)
returns bigint[]
language plpgsql
stable
set search_path = ''
as $$
declare
    scan_limit constant int := 50000;  -- as search_hotspots
    match_limit constant int := 10000;
    v_patterns text[] := private.search_patterns(left(p_text, 100));
    v_no bigint := substring(btrim(p_text) from '^#?\s*(\d{1,15})\s*号?$')::bigint;
    v_nos bigint[];
begin
    execute format(
        $sql$
            select array(
                (select no from public.hotspots where %1$s and no = $1)
                union
                (select no from (select no, title, address from public.hotspots where %1$s order by no desc limit %2$s) as recent
                where lower(coalesce(title, '') || ' ' || coalesce(address, '')) like all ($2) limit %3$s)
            )
        $sql$, p_condition, scan_limit, match_limit
    )
    into v_nos using v_no, v_patterns;
    return v_nos;
end;
$$;
comment on function private.cases_with_text(text, text) is
    'Numbers of the cases under a condition that have a number, or whose title and address hold every word: 10,000 at most, among the newest 50,000.';
grant execute on function private.cases_with_text(text, text) to authenticated;

create function private.case_search(f private.hotspot_filter, p_filter jsonb)
returns private.case_search
language plpgsql
stable
set search_path = ''
as $$
declare
    open_states constant smallint[] := '{0,1,2,3,4,10}';
    few constant int := 5000;
    v_view text := coalesce(p_filter ->> 'view', 'all');
    v_unit bigint;
    v_due_before timestamptz;
    v_due_soon jsonb;
    v_common text := format('root_id = %s', f.root_id);
    v_open text;      -- of a view that a partial index holds
    v_walked text;    -- the same in columns of every order's index
    v_states smallint[];
    v_counted bigint;
    v_nos bigint[];
    s private.case_search;
begin
    -- Not in the declaration: the handler below does not see what fails there.
    v_unit := (p_filter ->> 'unit')::bigint;
    v_due_before := (p_filter ->> 'dueBefore')::timestamptz;
    -- Whoever sees a part of the root finds its part by area and unit, not by walking through everybody's.
    if not f.root_id = any (private.full_root_ids()) then
        v_common := v_common || format(' and (area_id = any (%L::bigint[]) or unit_id = any (%L::bigint[]))', private.part_area_ids(), private.unit_ids());
    end if;
    v_common := v_common
        || case
            when f.areas = '{0}' then ' and area_id is null'
            when f.areas is not null then format(' and area_id = any (%L::bigint[])', f.areas)
            else ''
        end
        || case
            when f.campaign_id = 0 then ' and campaign_id is null'
            when f.campaign_id is not null then format(' and campaign_id = %s', f.campaign_id)
            else ''
        end
        || case when f.states is not null then format(' and state = any (%L::smallint[])', f.states) else '' end
        || case when f.categories is not null then format(' and category_id = any (%L::bigint[])', f.categories) else '' end
        || case when f.from_at is not null then format(' and reported_at >= %L::timestamptz', f.from_at) else '' end
        || case when f.to_at is not null then format(' and reported_at < %L::timestamptz', f.to_at) else '' end
        || case
            when v_unit = 0 then ' and unit_id is null'
            when v_unit is not null then format(' and unit_id = %s', v_unit)
            else ''
        end
        || case when p_filter ? 'source' then format(' and source = %L', p_filter ->> 'source') else '' end;
    if p_filter ? 'nos' then
        v_nos := array(select v::bigint from jsonb_array_elements_text(p_filter -> 'nos') v);
        v_common := format('no = any (%L::bigint[]) and ', v_nos) || v_common;
    end if;
    if v_due_before is not null or p_filter -> 'overdue' = 'true' then
        v_common := v_common || format(' and state = any (%L::smallint[]) and due_at < %L::timestamptz', open_states, coalesce(v_due_before, now()));
    end if;

    case v_view
        when 'all' then
            null;
        when 'mine' then
            v_open := coalesce(private.case_duties(f.root_id), 'false');
            v_walked := replace(v_open, 'end_reason is null and ', '');
            v_states := '{0,1,2,3,4}';
        when 'to_verify' then
            v_states := '{4}';
        when 'suspended' then
            v_states := '{10}';
        when 'overdue' then
            v_open := format('end_reason is null and due_at < %L::timestamptz', now());
            v_walked := format('state = any (%L::smallint[]) and due_at < %L::timestamptz', open_states, now());
            v_states := open_states;
        when 'due_soon' then
            v_due_soon := private.setting(f.root_id, 'due_soon_hours');
            v_open := format('end_reason is null and due_at >= %L::timestamptz and due_at < %L::timestamptz', now(),
                now() + case when jsonb_typeof(v_due_soon) = 'number' then (v_due_soon #>> '{}')::double precision else 24 end * interval '1 hour');
            v_walked := replace(v_open, 'end_reason is null', format('state = any (%L::smallint[])', open_states));
            v_states := open_states;
        when 'ownerless' then
            v_open := 'end_reason is null and unit_id is null and proposed_unit_id is null';
            v_walked := replace(v_open, 'end_reason is null', format('state = any (%L::smallint[])', open_states));
            v_states := open_states;
        when 'relapsed' then
            v_open := 'end_reason is null and relapse_of is not null';
            v_states := open_states;
        else
            perform private.refuse('PT422', 'filter_invalid');
    end case;
    if v_states is not null and v_open is null then
        v_common := v_common || format(' and state = any (%L::smallint[])', v_states);
    end if;
    if v_states is not null then
        f.states := case when f.states is null then v_states else array(select unnest(f.states) intersect select unnest(v_states)) end;
    end if;
    s.walked := concat_ws(' and ', v_common, coalesce(v_walked, v_open));
    s.found := concat_ws(' and ', v_common, v_open);

    if nullif(btrim(p_filter ->> 'text'), '') is not null then
        v_nos := private.cases_with_text(s.found, p_filter ->> 'text');
        s.found := format('no = any (%L::bigint[]) and %s', v_nos, s.found);
    end if;
    if v_nos is not null then
        s.bound := 0; -- they are named
        return s;
    end if;

    -- Tiles count for themselves.
    if p_filter ? 'tile' then
        return s;
    end if;
    -- An upper bound: the counters know nothing of categories, time and units, and only of the areas that the caller sees.
    select coalesce(sum(n), 0) into s.bound from private.counters_in(0, 0, 1, f);
    if f.units is not null and s.bound <= few then
        select s.bound + count(*) into s.bound from (select from public.hotspots where unit_id = any (f.units) limit few + 1) as of_units;
    end if;
    if v_open is not null and s.bound > few then
        execute format('select count(*) from (select from public.hotspots where root_id = %s and %s limit %s) as few', f.root_id, v_open, few + 1)
        into v_counted;
        s.bound := least(s.bound, case when v_counted <= few then v_counted else s.bound end);
    end if;
    return s;
exception
    when invalid_text_representation or numeric_value_out_of_range or invalid_datetime_format or datetime_field_overflow or invalid_parameter_value then
        perform private.refuse('PT422', 'filter_invalid');
end;
$$;
comment on function private.case_search(private.hotspot_filter, jsonb) is
    'The conditions of a filter of the ledger (see public.case_page) and at most how many match. Refuses PT422 filter_invalid.';
grant execute on function private.case_search(private.hotspot_filter, jsonb) to authenticated;

create function private.case_nos(
    s private.case_search, p_base text, p_key text, p_descending boolean, p_after_at timestamptz, p_after_no bigint, p_limit int, p_walk int
)
returns bigint[]
language plpgsql
stable
set search_path = ''
as $$
declare
    few constant int := 5000;
    v_direction text := case when p_descending then 'desc' else 'asc' end;
    v_order text := case when p_key is null then 'no desc' else format('%1$I %2$s, no %2$s', p_key, v_direction) end;
    v_after text := case
        when p_after_no is null then ''
        when p_key is null then format(' and no < %s', p_after_no)
        else format(' and (%I, no) %s (%L::timestamptz, %s)', p_key, case when p_descending then '<' else '>' end, p_after_at, p_after_no)
    end;
    v_nos bigint[];
begin
    if coalesce(s.bound > few, true) then
        execute format(
            'select array(select no from (select * from public.hotspots where %s%s order by %s limit %s) as walked where %s order by %s limit %s)',
            p_base, v_after, v_order, p_walk, s.walked, v_order, p_limit
        )
        into v_nos;
        if cardinality(v_nos) = p_limit then
            return v_nos;
        end if;
    end if;
    -- Materialized: the planner shall look up all that match, not walk after all because it thinks the end is near.
    execute format(
        'with found as materialized (select no, %s from public.hotspots where %s and %s%s) select array(select no from found order by %s limit %s)',
        coalesce(quote_ident(p_key), 'null'), p_base, s.found, v_after, v_order, p_limit
    )
    into v_nos;
    return v_nos;
end;
$$;
comment on function private.case_nos(private.case_search, text, text, boolean, timestamptz, bigint, int, int) is
    'Numbers of the next cases in an order, at most p_limit: p_base begins the index of the order, p_key is its column (null = number, newest first), '
    'p_walk how far it is walked before the matches are looked up instead.';
grant execute on function private.case_nos(private.case_search, text, text, boolean, timestamptz, bigint, int, int) to authenticated;

create function public.case_page(
    p_filter jsonb, p_sort text default 'reported', p_descending boolean default true, p_after jsonb default null, p_limit int default 50
)
returns jsonb
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
    f private.hotspot_filter := private.parse_filter(p_filter - private.ledger_keys());
    s private.case_search := private.case_search(f, p_filter);
    v_descending boolean := coalesce(p_descending, true);
    v_limit int := least(greatest(coalesce(p_limit, 50), 1), 1000);
    -- Whoever sees a fortieth of the root passes forty rows for each that counts.
    v_walk int := case when f.root_id = any (private.full_root_ids()) then 10000 else 1000 end;
    v_after_at timestamptz;
    v_after_no bigint;
    v_key text := case coalesce(p_sort, 'reported') when 'reported' then 'reported_at' when 'updated' then 'updated_at' when 'due' then 'due_at' end;
    v_base text := format('root_id = %s', f.root_id);
    v_nos bigint[] := '{}';
    v_timed int;
    v_rows jsonb;
    v_last jsonb;
begin
    v_after_at := (p_after ->> 'at')::timestamptz;
    v_after_no := (p_after ->> 'no')::bigint;
    if v_key is null or (p_after is not null and v_after_no is null) then
        perform private.refuse('PT422', 'filter_invalid');
    end if;
    if v_key = 'due_at' then
        -- First those with a running clock, in its order; then all others, newest first.
        if p_after is null or v_after_at is not null then
            v_nos := private.case_nos(s, v_base || ' and end_reason is null and due_at is not null', v_key, v_descending, v_after_at, v_after_no, v_limit + 1, v_walk);
        end if;
        v_timed := cardinality(v_nos);
        if v_timed <= v_limit then
            v_nos := v_nos || private.case_nos(s, v_base || ' and (end_reason is not null or due_at is null)', null, true, null,
                case when v_after_at is null then v_after_no end, v_limit + 1 - v_timed, v_walk / 5);
        end if;
    else
        if v_key = 'reported_at' then
            v_base := v_base
                || case when f.from_at is not null then format(' and reported_at >= %L::timestamptz', f.from_at) else '' end
                || case when f.to_at is not null then format(' and reported_at < %L::timestamptz', f.to_at) else '' end;
        end if;
        v_nos := private.case_nos(s, v_base, v_key, v_descending, v_after_at, v_after_no, v_limit + 1, v_walk);
        v_timed := cardinality(v_nos);
    end if;

    select jsonb_agg(jsonb_build_object(
            'no', h.no, 'id', h.id, 'state', h.state, 'version', h.version, 'categoryId', h.category_id, 'campaignId', h.campaign_id, 'areaId', h.area_id,
            'unitId', h.unit_id, 'proposedUnitId', h.proposed_unit_id, 'title', h.title, 'address', h.address, 'lng', h.lng, 'lat', h.lat,
            'source', h.source, 'urgent', h.urgent, 'isRelapse', h.relapse_of is not null, 'endReason', h.end_reason,
            'reportedAt', h.reported_at, 'reportedPrecision', h.reported_precision, 'updatedAt', h.updated_at, 'dueAt', h.due_at,
            'closedAt', h.closed_at, 'closedPrecision', h.closed_precision, 'urgedCount', h.urged_count, 'returnedCount', h.returned_count,
            'reworkedCount', h.reworked_count, 'extendedCount', h.extended_count,
            'thumbPath', (select p.thumb_path from public.photos p where p.hotspot_id = h.id order by p.created_at limit 1)
        ) order by page.position),
        jsonb_agg(jsonb_build_object('no', h.no, 'at', case
            when page.position > v_timed then null when v_key = 'due_at' then h.due_at when v_key = 'updated_at' then h.updated_at else h.reported_at
        end) order by page.position desc) -> 0
    into v_rows, v_last
    from unnest(v_nos[: v_limit]) with ordinality as page (no, position)
    join public.hotspots h on h.no = page.no;
    return jsonb_build_object('rows', coalesce(v_rows, '[]'), 'next', case when cardinality(v_nos) > v_limit then v_last end);
exception
    when invalid_text_representation or numeric_value_out_of_range or invalid_datetime_format or datetime_field_overflow or invalid_parameter_value then
        perform private.refuse('PT422', 'filter_invalid');
end;
$$;
comment on function public.case_page(jsonb, text, boolean, jsonb, int) is
    'A page of the ledger (1 to 1,000 cases) as {rows, next}: pass next as p_after for the following one. The filter is the map''s (root, area, campaign, '
    'states, categories, from, to) and view (mine, to_verify, overdue, due_soon, ownerless, relapsed, suspended, all), unit (0 = none), source, dueBefore, '
    'overdue, text (number, or words of title and address among the newest 50,000), nos (exactly these numbers). Orders: reported, updated, and due, where cases without a running '
    'clock come last, newest first. PT422 root_required, filter_invalid.';
grant execute on function public.case_page(jsonb, text, boolean, jsonb, int) to authenticated;

create function public.case_counts(p_filter jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
    cap constant int := 5000;
    f private.hotspot_filter := private.parse_filter(p_filter - private.ledger_keys());
    is_counted boolean := f.counted and not p_filter ?| '{unit,source,dueBefore,overdue,nos}' and nullif(btrim(p_filter ->> 'text'), '') is null;
    v_filter jsonb := p_filter - 'view';
    v_states jsonb;
    v_text text;
    s private.case_search;
    v_view text;
    v_n bigint;
    v_counts jsonb := '{}';
begin
    if is_counted then
        select coalesce(jsonb_object_agg(state, n), '{}') into v_states
        from (select state, sum(n) as n from private.counters_in(0, 0, 1, f) group by state) as counted;
    end if;
    if nullif(btrim(p_filter ->> 'text'), '') is not null then
        s := private.case_search(f, v_filter);
        v_text := split_part(s.found, ' and ', 1); -- the numbers, found once for all views
        v_filter := v_filter - 'text';
    end if;
    foreach v_view in array '{mine,to_verify,overdue,due_soon,ownerless,relapsed,suspended,all}'::text[] loop
        if v_view = 'mine' and private.case_duties(f.root_id) is null then
            continue;
        end if;
        if is_counted and v_view in ('to_verify', 'suspended', 'all') then
            select coalesce(sum(value::bigint), 0) into v_n
            from jsonb_each_text(v_states) where v_view = 'all' or key = case v_view when 'to_verify' then '4' else '10' end;
        else
            s := private.case_search(f, v_filter || jsonb_build_object('view', v_view));
            execute format('select count(*) from (select from public.hotspots where %s limit %s) as counted', concat_ws(' and ', v_text, s.found), cap)
            into v_n;
        end if;
        v_counts := v_counts || jsonb_build_object(v_view, least(v_n, cap));
    end loop;
    return v_counts;
end;
$$;
comment on function public.case_counts(jsonb) is
    'How many cases each view of the ledger holds under a filter, whatever its view: {view: count}; 5,000 means that many or more. No mine for whoever '
    'has nothing to do. Filter and refusals as in case_page.';
grant execute on function public.case_counts(jsonb) to authenticated;

create function public.steps_in_common(p_nos bigint[])
returns jsonb
language sql
stable
set search_path = ''
set jit = off
as $$
    select coalesce(jsonb_agg(jsonb_build_object('step', step, 'needs', needs, 'n', n) order by n desc, step), '[]')
    from (
        select offered ->> 'step' as step, (jsonb_agg(offered -> 'needs') -> 0) as needs, count(*) as n
        from (select h.id from public.hotspots h where h.no = any (p_nos[: 200])) as chosen
        cross join lateral jsonb_array_elements(private.offered_steps(chosen.id)) as offered
        group by 1
    ) as steps
$$;
comment on function public.steps_in_common(bigint[]) is
    'The steps that the caller may take now on some of these cases (the first 200), with what each needs and on how many of them: [{step, needs, n}].';
grant execute on function public.steps_in_common(bigint[]) to authenticated;

create function public.advance_hotspots(p_steps jsonb)
returns jsonb
language plpgsql
set search_path = ''
set jit = off
as $$
declare
    v_step jsonb;
    v_results jsonb := '[]';
    v_now jsonb;
    v_status text;
    v_code text;
    v_detail text;
begin
    if coalesce(jsonb_typeof(p_steps), '') <> 'array' or jsonb_array_length(p_steps) > 200 then
        perform private.refuse('PT422', 'too_many_rows');
    end if;
    for v_step in select * from jsonb_array_elements(p_steps) loop
        begin
            v_now := public.advance_hotspot(
                (v_step ->> 'id')::uuid, v_step ->> 'step', (v_step ->> 'version')::int, coalesce(v_step -> 'input', '{}')
            );
            v_results := v_results || jsonb_build_object('id', v_step -> 'id', 'ok', true, 'no', v_now -> 'no', 'state', v_now -> 'state', 'version', v_now -> 'version');
        exception
            -- A refusal undoes its own step alone. Anything else is a defect and undoes all of them.
            when sqlstate 'PT403' or sqlstate 'PT409' or sqlstate 'PT422' then
                get stacked diagnostics v_status = returned_sqlstate, v_code = message_text, v_detail = pg_exception_detail;
                v_results := v_results || jsonb_build_object('id', v_step -> 'id', 'ok', false, 'status', v_status, 'code', v_code, 'detail', nullif(v_detail, ''));
        end;
    end loop;
    return v_results;
end;
$$;
comment on function public.advance_hotspots(jsonb) is
    'Takes steps [{id, step, version, input}], 200 at most, one after the other through advance_hotspot, and answers for each in order: {id, ok: true, no, '
    'state, version} or {id, ok: false, status, code, detail}. A refused step leaves the others done. PT422 too_many_rows.';
grant execute on function public.advance_hotspots(jsonb) to authenticated;
