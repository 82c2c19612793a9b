-- Replay: how many hotspots were found, done, closed per source and ended at each step of time, by map cell and by area. What rows alone
-- can tell: when each was reported and when it was closed; the steps between are not looked at. Runs as the caller: row security of
-- hotspots decides who sees what. Many rows are read in chunks, so that no statement holds up the others for long.

-- closed_at joins the columns that lie in the index: a chunk of 100,000 hotspots is read from some 1,500 pages of it (0.2 s) instead of
-- 29,000 of the table. Eight bytes a row; a step changes state, which was in the index before, so that no cheap update is lost.
drop index public.hotspots_tile;
create index hotspots_tile on public.hotspots (key)
    include (no, root_id, area_id, unit_id, campaign_id, category_id, state, urgent, lng, lat, reported_at, closed_at);

-- Keys go out as numbers of JSON, which hold 53 bits: cells of level 26 (60 cm), not of level 30.
create function public.replay_chunks(p_filter jsonb, p_ranges jsonb, p_rows int default 100000)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    v_every int := greatest(1, coalesce(p_rows, 100000) / 64);
    f private.hotspot_filter := private.parse_filter(p_filter - 'states');
    v_result jsonb;
begin
    select coalesce(jsonb_agg(jsonb_build_array(starts, ends) order by place, starts), '[]') into v_result
    from (
        select place, at as starts, lead(at, 1, last_at) over (partition by place order by at) as ends
        from (
            select r.place, r.last_at, r.first_at as at
            from (
                select place, (range ->> 0)::bigint as first_at, (range ->> 1)::bigint as last_at
                from jsonb_array_elements(p_ranges) with ordinality as u (range, place)
            ) r
            where r.first_at >= 0 and r.first_at < r.last_at and r.last_at <= 1::bigint << 52
            union
            -- One row in 64 lies in an index of its own and tells where to cut.
            select r.place, r.last_at, cut.at
            from (
                select place, (range ->> 0)::bigint as first_at, (range ->> 1)::bigint as last_at
                from jsonb_array_elements(p_ranges) with ordinality as u (range, place)
            ) r
            cross join lateral (
                select h.key >> 8 as at, row_number() over (order by h.key) as i
                from public.hotspots h
                where h.no % 64 = 0 and h.key >= r.first_at << 8 and h.key < r.last_at << 8 and h.root_id = f.root_id
            ) cut
            where cut.i % v_every = 0 and cut.at > r.first_at
        ) as cuts
    ) as chunks;
    return v_result;
exception
    when invalid_text_representation or numeric_value_out_of_range or invalid_parameter_value then
        perform private.refuse('PT422', 'filter_invalid');
end;
$$;
comment on function public.replay_chunks(jsonb, jsonb, int) is
    'Cuts ranges [[from, to), …] of level-26 cells into chunks of about p_rows hotspots for replay_chunk (100,000 take the embedded engine '
    '0.3 s); every range is covered without gap or overlap. '
    'PT422 root_required, filter_invalid.';
grant execute on function public.replay_chunks(jsonb, jsonb, int) to authenticated;

create function private.replay_kind(p_state smallint)
returns int
language sql
immutable
parallel safe
return ('{0,0,0,0,0,1,1,3,3,3,0,2}'::int[])[p_state + 1];
comment on function private.replay_kind(smallint) is 'What closing a hotspot of a state makes of it: 1 done, 2 closed per source, 3 ended; 0 = open still.';
grant execute on function private.replay_kind(smallint) to authenticated;

create function private.replay_areas(p_root_id bigint, p_parent_id bigint)
returns table (area_id bigint, shown bigint)
language sql
stable
set search_path = ''
as $$
    -- The caller's own areas at and below the parent: -1 stands for "directly in it".
    select a.id,
        case when a.id = top.id then -1 else substr(extensions.ltree2text(extensions.subpath(a.path, extensions.nlevel(top.path), 1)), 2)::bigint end
    from public.areas top join public.areas a on a.path operator(extensions.<@) top.path
    where top.id = p_parent_id and top.root_id = p_root_id
$$;
comment on function private.replay_areas(bigint, bigint) is 'The child of a parent that an area is counted under; -1 = directly in the parent.';
grant execute on function private.replay_areas(bigint, bigint) to authenticated;

create function public.replay_chunk(p_filter jsonb, p_days jsonb, p_from bigint, p_to bigint, p_level int default null, p_by_area boolean default true)
returns json
language plpgsql
stable
set search_path = ''
as $$
declare
    most_days constant int := 600;
    f private.hotspot_filter := private.parse_filter(p_filter - 'states');
    v_time_zone text;
    v_ends timestamptz[];
    v_result json;
begin
    if p_from is null or p_to is null or p_from < 0 or p_from > p_to or p_to > 1::bigint << 52 or p_level not between 0 and 20
        or jsonb_typeof(p_days) is distinct from 'array' or jsonb_array_length(p_days) > most_days then
        perform private.refuse('PT422', 'filter_invalid');
    end if;
    v_time_zone := private.time_zone(f.root_id);
    -- A day counts to its last moment where the township is.
    v_ends := array(select ((day::date + 1)::timestamp at time zone v_time_zone) as ends from jsonb_array_elements_text(p_days) day order by ends);

    execute format(
        $sql$
            with counted as materialized (
                select cell, area_id, kind, opened,
                    -- What its source calls closed without a date is closed now, so at the last step; nothing is closed before it is found.
                    case when kind > 0 then greatest(opened, coalesce(closed, cardinality($4))) end as closed,
                    sum(case when kind > 0 and closed is null then n else 0 end)::int as undated, sum(n)::int as n, sum(lng) as lng, sum(lat) as lat
                from (
                    select key >> $5 as cell, area_id, private.replay_kind(state) as kind, width_bucket(reported_at, $4) as opened,
                        width_bucket(closed_at, $4) as closed, count(*)::int as n, sum(lng) as lng, sum(lat) as lat
                    from public.hotspots where %1$s group by 1, 2, 3, 4, 5
                ) as rows
                group by 1, 2, 3, 4, 5
            ), changes as materialized (
                select cell, area_id, opened as step, n as found, 0 as done, 0 as by_source, 0 as ended from counted
                union all
                select cell, area_id, closed, 0, case kind when 1 then n else 0 end, case kind when 2 then n else 0 end, case kind when 3 then n else 0 end
                from counted where kind > 0
            ), cells as (
                select cell, row_number() over (order by cell) - 1 as place, n, lng / n as lng, lat / n as lat
                from (select cell, sum(n) as n, sum(lng) as lng, sum(lat) as lat from counted where $6 group by cell) as summed
            ), cell_changes as (
                select k.place, c.step, sum(c.found) as found, sum(c.done) as done, sum(c.by_source) as by_source, sum(c.ended) as ended
                from changes c join cells k using (cell) group by 1, 2
            ), area_changes as (
                select case when c.area_id is null then 0 else coalesce(a.shown, -2) end as area, c.step,
                    sum(c.found) as found, sum(c.done) as done, sum(c.by_source) as by_source, sum(c.ended) as ended
                from (
                    select area_id, step, sum(found)::int as found, sum(done)::int as done, sum(by_source)::int as by_source, sum(ended)::int as ended
                    from changes where $7 group by 1, 2
                ) c
                left join private.replay_areas(($3).root_id, $8) a on a.area_id = c.area_id
                group by 1, 2
            )
            select json_build_object(
                'rows', (select coalesce(sum(n), 0) from counted),
                'undated', (select coalesce(sum(undated), 0) from counted),
                'cells', (
                    select json_build_object(
                        'key', coalesce(array_agg(cell order by place), '{}'), 'n', coalesce(array_agg(n order by place), '{}'),
                        'lng', coalesce(array_agg(round(lng::numeric, 6) order by place), '{}'),
                        'lat', coalesce(array_agg(round(lat::numeric, 6) order by place), '{}'))
                    from cells
                ),
                'byCell', (
                    select json_build_object(
                        'of', coalesce(array_agg(place), '{}'), 'step', coalesce(array_agg(step), '{}'), 'found', coalesce(array_agg(found), '{}'),
                        'done', coalesce(array_agg(done), '{}'), 'bySource', coalesce(array_agg(by_source), '{}'), 'ended', coalesce(array_agg(ended), '{}'))
                    from cell_changes
                ),
                'byArea', (
                    select json_build_object(
                        'of', coalesce(array_agg(area), '{}'), 'step', coalesce(array_agg(step), '{}'), 'found', coalesce(array_agg(found), '{}'),
                        'done', coalesce(array_agg(done), '{}'), 'bySource', coalesce(array_agg(by_source), '{}'), 'ended', coalesce(array_agg(ended), '{}'))
                    from area_changes
                ))
        $sql$,
        private.filter_sql(f)
    )
    into v_result
    using p_from << 8, p_to << 8, f, v_ends, case when p_level is null then 60 else 60 - 2 * p_level end, p_level is not null, p_by_area,
        coalesce(nullif((p_filter ->> 'area')::bigint, 0), f.root_id);
    return v_result;
exception
    when invalid_text_representation or invalid_datetime_format or datetime_field_overflow or numeric_value_out_of_range then
        perform private.refuse('PT422', 'filter_invalid');
end;
$$;
comment on function public.replay_chunk(jsonb, jsonb, bigint, bigint, int, boolean) is
    'Changes by step in a half-open range of level-26 cells: hotspots found, done, closed per source and ended, by cell of a level (0..20; null: none) '
    'and by area below the filter''s (id; -1 directly in it, 0 in no area, -2 in an area that the caller does not see). p_days are the last days of all '
    'steps but the last, which is now; at most 600. The filter''s states do not count. PT422 root_required, filter_invalid.';
grant execute on function public.replay_chunk(jsonb, jsonb, bigint, bigint, int, boolean) to authenticated;
