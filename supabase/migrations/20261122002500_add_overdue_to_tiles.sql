-- Overdue on the map: a point says when it is due, and a filter asks for what is overdue now. Overdue depends on the hour, so no counter holds it: it is
-- read from the partial index of what is open and due.

-- A tile of points is read from the index alone, and so is one of what is overdue.
drop index public.hotspots_tile;
create index hotspots_tile on public.hotspots (key)
    include (no, root_id, area_id, unit_id, campaign_id, category_id, state, urgent, lng, lat, reported_at, closed_at, due_at, end_reason);
alter type private.hotspot_filter add attribute overdue_at timestamptz; -- due before this instant; null does not restrict

create or replace function private.parse_filter(p_filter jsonb)
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
    f.overdue_at := case when (p_filter ->> 'overdue')::boolean then now() end;
    -- A handler also sees what is assigned to its unit elsewhere; counters are kept by area and do not know that.
    if not f.root_id = any (private.full_root_ids()) then
        f.units := nullif(private.unit_ids(), '{}');
    end if;
    f.counted := f.categories is null and f.from_at is null and f.to_at is null and f.overdue_at is null and f.units is null;
    return f;
exception
    when invalid_text_representation or numeric_value_out_of_range or invalid_datetime_format or datetime_field_overflow or invalid_parameter_value then
        perform private.refuse('PT422', 'filter_invalid');
end;
$$;

create or replace function private.filter_sql(f private.hotspot_filter)
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
        || case when f.overdue_at is not null then ' and end_reason is null and due_at < ($3).overdue_at' else '' end
$$;

create or replace function private.candidates_in(p_level int, p_from bigint, p_to bigint, f private.hotspot_filter)
returns bigint
language plpgsql
stable
set search_path = ''
as $$
declare
    overdue_limit constant int := 50001; -- one more than are counted one by one: beyond it the number does not matter
    v_n bigint;
    v_unit bigint := 0;
    v_overdue bigint;
begin
    select coalesce(sum(n), 0) into v_n from private.counters_in(p_level, p_from, p_to, f);
    if f.units is not null then
        select count(*) into v_unit
        from public.hotspots
        where unit_id = any (f.units) and key >= p_from << (60 - 2 * p_level) and key < p_to << (60 - 2 * p_level);
    end if;
    if f.overdue_at is not null and v_n + v_unit > 0 then
        select count(*) into v_overdue
        from (
            select from public.hotspots
            where root_id = f.root_id and end_reason is null and due_at < f.overdue_at
                and key >= p_from << (60 - 2 * p_level) and key < p_to << (60 - 2 * p_level)
            limit overdue_limit
        ) as overdue;
        return least(v_n + v_unit, v_overdue);
    end if;
    return v_n + v_unit;
end;
$$;

create or replace function public.hotspot_tile(z int, x int, y int, filter jsonb)
returns json
language plpgsql
stable
set search_path = ''
set jit = off
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
                    'urgent', coalesce(array_agg(urgent), '{}'),
                    -- The minute in which it is overdue, so never a minute early. The states are the open ones whose clock can run.
                    'due', coalesce(array_agg(case when state < 5 and due_at is not null then ceil(date_part('epoch', due_at) / 60)::int else 0 end), '{}'))
                from public.hotspots where %2$s
            $sql$, 18 - z, private.filter_sql(f)
        )
        into v_result using v_from, v_to, f;
        return v_result;
    end if;
    return '{"kind": "points", "no": [], "x": [], "y": [], "state": [], "category": [], "urgent": [], "due": []}';
end;
$$;
comment on function public.hotspot_tile(int, int, int, jsonb) is
    'One map tile as columns: up to 600 points, 5,000 from zoom 16 on (x, y in 0..4095; due in whole minutes since 1970, 0 = no clock runs), above that '
    'cells with counts by status group; scale 64 marks an estimate. Zoom 0..18.';

create function public.overdue_count(p_filter jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
set jit = off
as $$
declare
    most constant int := 50000;
    f private.hotspot_filter := private.parse_filter(p_filter - 'states' || '{"overdue": true}');
    v_n bigint;
begin
    execute format('select count(*) from (select from public.hotspots where %s limit $4) as overdue', private.filter_sql(f))
    into v_n using 0::bigint, 1::bigint << 60, f, most + 1;
    return jsonb_build_object('n', least(v_n, most), 'isMore', v_n > most);
end;
$$;
comment on function public.overdue_count(jsonb) is
    'How many hotspots are overdue now under a filter, whatever its states: {n, isMore}, counted up to 50,000. PT422 root_required, filter_invalid.';
grant execute on function public.overdue_count(jsonb) to authenticated;
