-- What the map reads: tiles, legend counts and the list behind a crowded cell. All run as the caller: row security of hotspots
-- and hotspot_counters decides what is seen.

-- Everything that a tile shows, filters by or is checked for lies in the index: a tile of 5,000 points reads some 70 pages instead of 5,000
-- that are scattered over the table.
create index hotspots_tile on public.hotspots (key)
    include (no, root_id, area_id, unit_id, campaign_id, category_id, state, urgent, lng, lat, reported_at);

-- The parsed filter of a request; a null field does not restrict.
create type private.hotspot_filter as (
    root_id bigint,
    areas bigint[],      -- the subtree of the area asked for; {0} = in no area
    campaign_id bigint,  -- 0 = no campaign
    states smallint[],
    categories bigint[],
    from_at timestamptz,
    to_at timestamptz,
    units bigint[],      -- the units whose hotspots the caller sees outside its areas; null for most
    counted boolean      -- the counters can answer it alone
);

create function private.subtree_ids(p_root_id bigint, p_area_id bigint)
returns bigint[]
language sql
stable
security definer -- a handler sees what its unit has in areas that it does not see: a filter by the township means those too
set search_path = ''
as $$
    select coalesce(array_agg(a.id), '{-1}')
    from public.areas top join public.areas a on a.path operator(extensions.<@) top.path
    where top.id = p_area_id and top.root_id = p_root_id and p_root_id = any (private.root_ids())
$$;
comment on function private.subtree_ids(bigint, bigint) is
    'An area and all below it; {-1}, which is no area, for one that is unknown or in a tree of which the caller is no member.';
grant execute on function private.subtree_ids(bigint, bigint) to authenticated;

create function private.parse_filter(p_filter jsonb)
returns private.hotspot_filter
language plpgsql
stable
set search_path = ''
as $$
declare
    f private.hotspot_filter;
    v_area bigint;
begin
    f.root_id := (p_filter ->> 'root')::bigint;
    if f.root_id is null then
        perform private.refuse('PT422', 'root_required');
    end if;
    v_area := (p_filter ->> 'area')::bigint;
    if v_area = 0 then
        f.areas := '{0}';
    elsif v_area is not null then
        f.areas := private.subtree_ids(f.root_id, v_area);
    end if;
    f.campaign_id := (p_filter ->> 'campaign')::bigint;
    if p_filter ? 'states' then
        f.states := array(select v::smallint from jsonb_array_elements_text(p_filter -> 'states') v);
    end if;
    if p_filter ? 'categories' then
        f.categories := array(select v::bigint from jsonb_array_elements_text(p_filter -> 'categories') v);
    end if;
    f.from_at := (p_filter ->> 'from')::timestamptz;
    f.to_at := (p_filter ->> 'to')::timestamptz;
    -- A handler also sees what is assigned to its unit elsewhere; counters are kept by area and do not know that.
    if not f.root_id = any (private.full_root_ids()) then
        f.units := nullif(private.unit_ids(), '{}');
    end if;
    f.counted := f.categories is null and f.from_at is null and f.to_at is null and f.units is null;
    return f;
exception
    when invalid_text_representation or numeric_value_out_of_range or invalid_datetime_format or datetime_field_overflow or invalid_parameter_value then
        perform private.refuse('PT422', 'filter_invalid');
end;
$$;
comment on function private.parse_filter(jsonb) is 'The filter of a request, see the type. Refuses PT422 root_required, filter_invalid.';
grant execute on function private.parse_filter(jsonb) to authenticated;

create function private.filter_sql(f private.hotspot_filter)
returns text
language sql
immutable
set search_path = ''
as $$
    -- The condition on hotspots for a filter passed as $3. Only what is asked for is written out, so that the planner sees plain columns.
    select 'key >= $1 and key < $2 and root_id = ($3).root_id'
        || case
            when f.areas = '{0}' then ' and area_id is null'
            when f.areas is not null then ' and area_id = any (($3).areas)'
            else ''
        end
        || case
            when f.campaign_id = 0 then ' and campaign_id is null'
            when f.campaign_id is not null then ' and campaign_id = ($3).campaign_id'
            else ''
        end
        || case when f.states is not null then ' and state = any (($3).states)' else '' end
        || case when f.categories is not null then ' and category_id = any (($3).categories)' else '' end
        || case when f.from_at is not null then ' and reported_at >= ($3).from_at' else '' end
        || case when f.to_at is not null then ' and reported_at < ($3).to_at' else '' end
$$;
comment on function private.filter_sql(private.hotspot_filter) is 'SQL condition of a filter: $1, $2 the half-open key range, $3 the filter.';
grant execute on function private.filter_sql(private.hotspot_filter) to authenticated;

create function private.counters_in(p_level int, p_from bigint, p_to bigint, f private.hotspot_filter)
returns table (cell bigint, state smallint, n bigint)
language sql
stable
begin atomic
    select c.cell, c.state, c.n
    from public.hotspot_counters c
    where c.root_id = f.root_id and c.level = p_level and c.cell >= p_from and c.cell < p_to
        and (f.campaign_id is null or c.campaign_id = f.campaign_id)
        and (f.states is null or c.state = any (f.states))
        and (f.areas is null or c.area_id = any (f.areas));
end;
comment on function private.counters_in(int, bigint, bigint, private.hotspot_filter) is
    'Counter rows of a level in a half-open range of cells. Category, time and unit are not in the counters: an upper bound where these are asked for.';
grant execute on function private.counters_in(int, bigint, bigint, private.hotspot_filter) to authenticated;

create function private.group_of(p_state smallint)
returns int
language sql
immutable
parallel safe
return ('{0,0,0,1,2,3,3,6,6,6,5,4}'::int[])[p_state + 1];
comment on function private.group_of(smallint) is
    'Status group of a state: 0 todo, 1 doing, 2 review, 3 done, 4 closed per source, 5 paused, 6 ended.';
grant execute on function private.group_of(smallint) to authenticated;

create function private.candidates_in(p_level int, p_from bigint, p_to bigint, f private.hotspot_filter)
returns bigint
language plpgsql
stable
set search_path = ''
as $$
declare
    v_n bigint;
    v_unit bigint := 0;
begin
    select coalesce(sum(n), 0) into v_n from private.counters_in(p_level, p_from, p_to, f);
    if f.units is not null then
        select count(*) into v_unit
        from public.hotspots
        where unit_id = any (f.units) and key >= p_from << (60 - 2 * p_level) and key < p_to << (60 - 2 * p_level);
    end if;
    return v_n + v_unit;
end;
$$;
comment on function private.candidates_in(int, bigint, bigint, private.hotspot_filter) is
    'At most so many hotspots match the filter in a range of cells; exact where the filter is counted.';
grant execute on function private.candidates_in(int, bigint, bigint, private.hotspot_filter) to authenticated;

create function private.cells_json(p_rows text)
returns text
language sql
immutable
set search_path = ''
as $$
    -- p_rows yields (i, state, n): i is the Z-order index of a cell in the tile's grid. $4 = scale, $5 = bits of the grid.
    select format($sql$
        select sum(n), json_build_object(
            'kind', 'cells', 'grid', 1 << $5, 'scale', $4,
            'cx', array_agg((i & 1) | ((i >> 1) & 2) | ((i >> 2) & 4) | ((i >> 3) & 8)),
            'cy', array_agg(((i >> 1) & 1) | ((i >> 2) & 2) | ((i >> 3) & 4) | ((i >> 4) & 8)),
            'n', json_build_array(array_agg(n0), array_agg(n1), array_agg(n2), array_agg(n3), array_agg(n4), array_agg(n5), array_agg(n6))
        )
        from (
            select i, sum(n) as n,
                coalesce(sum(n) filter (where g = 0), 0) as n0, coalesce(sum(n) filter (where g = 1), 0) as n1,
                coalesce(sum(n) filter (where g = 2), 0) as n2, coalesce(sum(n) filter (where g = 3), 0) as n3,
                coalesce(sum(n) filter (where g = 4), 0) as n4, coalesce(sum(n) filter (where g = 5), 0) as n5,
                coalesce(sum(n) filter (where g = 6), 0) as n6
            -- First to one row a cell and group, in small integers: seven filtered sums over every counter row cost half as much again.
            from (select i, private.group_of(state) as g, sum(n::int) as n from (%s) as raw group by 1, 2) as grouped
            group by i having sum(n) > 0
        ) as cells
    $sql$, p_rows)
$$;
comment on function private.cells_json(text) is 'SQL that turns counted cells into the columns of a tile and their sum.';
grant execute on function private.cells_json(text) to authenticated;

create function public.hotspot_tile(z int, x int, y int, filter jsonb)
returns json
language plpgsql
stable
set search_path = ''
as $$
declare
    -- As many marks as stay legible on half a thousand pixels; near the street everything that 135 kB of JSON can hold.
    point_limit constant int := case when z < 16 then 600 else 5000 end;
    scan_limit constant int := 50000;   -- rows counted exactly for filters that the counters do not hold
    f private.hotspot_filter := private.parse_filter(filter);
    v_tile bigint;
    v_sum_level int := least(20, greatest(8, (z + 1) / 2 * 2));
    v_cell_level int := least(20, greatest(8, (z + 5) / 2 * 2));
    v_bits int := least(4, 20 - z);     -- 16 × 16 cells; 8 × 8 at zoom 17, 4 × 4 at zoom 18, where the finest level ends
    v_from bigint;
    v_to bigint;
    v_total bigint;
    v_result json;
begin
    if z not between 0 and 18 or x not between 0 and (1 << z) - 1 or y not between 0 and (1 << z) - 1 then
        perform private.refuse('PT422', 'filter_invalid');
    end if;
    v_tile := private.z_order(x, y);
    v_from := v_tile << (60 - 2 * z);
    v_to := (v_tile + 1) << (60 - 2 * z);
    if z <= v_sum_level then
        v_total := private.candidates_in(v_sum_level, v_tile << (2 * (v_sum_level - z)), (v_tile + 1) << (2 * (v_sum_level - z)), f);
    end if;

    if v_total > point_limit then
        if f.counted then
            execute private.cells_json(format(
                'select (c.cell - $1) >> %s as i, c.state, c.n from private.counters_in(%s, $1, $2, $3) as c', 2 * (v_cell_level - z - v_bits), v_cell_level
            ))
            into v_total, v_result
            using v_tile << (2 * (v_cell_level - z)), (v_tile + 1) << (2 * (v_cell_level - z)), f, 1, v_bits;
            return v_result;
        end if;
        if v_total > scan_limit then -- an estimate from one row in 64, marked by its scale
            execute private.cells_json(format(
                'select (key - $1) >> %s as i, state, count(*) * $4 as n from public.hotspots where %s and no %% 64 = 0 group by 1, 2',
                60 - 2 * (z + v_bits), private.filter_sql(f)
            ))
            into v_total, v_result using v_from, v_to, f, 64, v_bits;
            if v_total > scan_limit then
                return v_result;
            end if;
        end if;
        execute private.cells_json(format(
            'select (key - $1) >> %s as i, state, count(*) * $4 as n from public.hotspots where %s group by 1, 2',
            60 - 2 * (z + v_bits), private.filter_sql(f)
        ))
        into v_total, v_result using v_from, v_to, f, 1, v_bits;
        if v_total > point_limit then
            return v_result;
        end if;
    end if;

    if v_total > 0 then
        execute format(
            $sql$
                select json_build_object(
                    'kind', 'points', 'no', coalesce(array_agg(no), '{}'),
                    'x', coalesce(array_agg((private.mercator_x(lng) >> %1$s) & 4095), '{}'),
                    'y', coalesce(array_agg((private.mercator_y(lat) >> %1$s) & 4095), '{}'),
                    'state', coalesce(array_agg(state), '{}'), 'category', coalesce(array_agg(category_id), '{}'),
                    'urgent', coalesce(array_agg(urgent), '{}'))
                from public.hotspots where %2$s
            $sql$, 18 - z, private.filter_sql(f)
        )
        into v_result using v_from, v_to, f;
        return v_result;
    end if;
    return '{"kind": "points", "no": [], "x": [], "y": [], "state": [], "category": [], "urgent": []}';
end;
$$;
comment on function public.hotspot_tile(int, int, int, jsonb) is
    'One map tile as columns: up to 600 points, 5,000 from zoom 16 on (x, y in 0..4095), above that cells with counts by status group; scale 64 marks an estimate. Zoom 0..18.';
grant execute on function public.hotspot_tile(int, int, int, jsonb) to authenticated;

create function public.hotspot_counts(filter jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    scan_limit constant int := 50000;
    f private.hotspot_filter := private.parse_filter(filter - 'states');
    v_scale int := 1;
    v_result jsonb;
begin
    if f.counted then
        select jsonb_object_agg(state, n) into v_result
        from (select state, sum(n) as n from private.counters_in(0, 0, 1, f) group by state having sum(n) <> 0) as counted;
    else
        if private.candidates_in(0, 0, 1, f) > scan_limit then
            v_scale := 64;
        end if;
        execute format(
            'select jsonb_object_agg(state, n) from (select state, count(*) * $4 as n from public.hotspots where %s %s group by state) as counted',
            private.filter_sql(f), case when v_scale = 64 then 'and no % 64 = 0' else '' end
        )
        into v_result using 0::bigint, 1::bigint << 60, f, v_scale;
    end if;
    return jsonb_build_object('scale', v_scale, 'states', coalesce(v_result, '{}'));
end;
$$;
comment on function public.hotspot_counts(jsonb) is
    'Hotspots by state under a filter, whatever its states (the legend is the filter). scale 64 marks an estimate.';
grant execute on function public.hotspot_counts(jsonb) to authenticated;

create function public.hotspots_in_tile(p_z int, p_x int, p_y int, p_filter jsonb, p_after bigint default null, p_limit int default 50)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    f private.hotspot_filter := private.parse_filter(p_filter);
    v_limit int := least(greatest(coalesce(p_limit, 50), 1), 200);
    v_tile bigint;
    v_result jsonb;
begin
    if p_z not between 0 and 30 or p_x not between 0 and (1::bigint << p_z) - 1 or p_y not between 0 and (1::bigint << p_z) - 1 then
        perform private.refuse('PT422', 'filter_invalid');
    end if;
    v_tile := private.z_order(p_x, p_y);
    execute format(
        $sql$
            with page as (
                select no, id, state, category_id, title, reported_at
                from public.hotspots where %s and no > $4 order by no limit $5 + 1
            ), shown as (select * from page order by no limit $5)
            select jsonb_build_object(
                'rows', coalesce(jsonb_agg(jsonb_build_object('no', no, 'id', id, 'state', state, 'categoryId', category_id, 'title', title,
                    'reportedAt', reported_at) order by no), '[]'),
                'next', case when (select count(*) from page) > $5 then max(no) end)
            from shown
        $sql$, private.filter_sql(f)
    )
    into v_result using v_tile << (60 - 2 * p_z), (v_tile + 1) << (60 - 2 * p_z), f, coalesce(p_after, 0), v_limit;
    return v_result;
end;
$$;
comment on function public.hotspots_in_tile(int, int, int, jsonb, bigint, int) is
    'The hotspots of a tile or of one of its cells as a list, by number, in pages: pass next as p_after for the following page.';
grant execute on function public.hotspots_in_tile(int, int, int, jsonb, bigint, int) to authenticated;
