-- Hotspots of any rectangle or circle, as the caller: the table of what the map shows, and what lies around a place.

create function private.key_ranges(p_west double precision, p_south double precision, p_east double precision, p_north double precision)
returns table (zoom int, from_key bigint, to_key bigint)
language sql
immutable
set search_path = ''
as $$
    -- Tiles at least as large as the rectangle: it touches two by two of them at most.
    select 30 - s.bits, private.z_order(t.x, t.y) << (2 * s.bits), (private.z_order(t.x, t.y) + 1) << (2 * s.bits)
    from (
        select private.mercator_x(p_west) as x0, private.mercator_x(p_east) as x1, private.mercator_y(p_north) as y0, private.mercator_y(p_south) as y1
    ) as c
    cross join lateral (select least(30, ceil(log(2, (greatest(c.x1 - c.x0, c.y1 - c.y0) + 1)::numeric)))::int as bits) as s
    -- Not generate_series: thought to give a thousand rows each, two of them make PostgreSQL compile the query for a second and more.
    cross join (values (0), (1)) as east (step)
    cross join (values (0), (1)) as south (step)
    cross join lateral (select (c.x0 >> s.bits) + east.step as x, (c.y0 >> s.bits) + south.step as y) as t
    where t.x <= c.x1 >> s.bits and t.y <= c.y1 >> s.bits
$$;
comment on function private.key_ranges(double precision, double precision, double precision, double precision) is
    'At most four half-open ranges of hotspots.key, as tiles of a zoom, that hold every point of a rectangle in degrees, and more around it.';
grant execute on function private.key_ranges(double precision, double precision, double precision, double precision) to authenticated;

create function public.hotspots_in_view(p_bbox double precision[], p_filter jsonb, p_before bigint default null, p_limit int default 50)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    walk_from constant int := 20000; -- candidates above which walking from the newest is shorter than reading all of them
    f private.hotspot_filter := private.parse_filter(p_filter);
    v_limit int := least(greatest(coalesce(p_limit, 50), 1), 200);
    v_ranges text;
    v_candidates bigint := 0;
    v_level int;
    v_condition text;
    v_result jsonb;
    r record;
begin
    if cardinality(p_bbox) is distinct from 4 or array_position(p_bbox, null) is not null or not (
        p_bbox[1] between -180 and p_bbox[3] and p_bbox[3] <= 180 and p_bbox[2] between -90 and p_bbox[4] and p_bbox[4] <= 90
    ) then
        perform private.refuse('PT422', 'filter_invalid');
    end if;
    for r in select * from private.key_ranges(p_bbox[1], p_bbox[2], p_bbox[3], p_bbox[4]) loop
        v_ranges := concat_ws(' or ', v_ranges, format('(key >= %s and key < %s)', r.from_key, r.to_key));
        -- Tiles finer than the finest counters hold few hotspots, however many there are in all.
        v_level := least(20, greatest(8, (r.zoom + 1) / 2 * 2));
        if r.zoom <= v_level then
            v_candidates := v_candidates
                + private.candidates_in(v_level, r.from_key >> (60 - 2 * v_level), r.to_key >> (60 - 2 * v_level), f);
        end if;
    end loop;
    v_condition := case when v_candidates > walk_from then '' else format(' and (%s)', v_ranges) end;
    execute format(
        $sql$
            with page as (
                select no, state, category_id, campaign_id, area_id, title, address, lng, lat, reported_at
                from public.hotspots
                where %s %s and lng between $4 and $6 and lat between $5 and $7 and no < $8
                order by no desc limit $9 + 1
            ), shown as (select * from page order by no desc limit $9)
            select jsonb_build_object(
                'rows', coalesce(jsonb_agg(jsonb_build_object(
                    'no', no, 'state', state, 'categoryId', category_id, 'campaignId', campaign_id, 'areaId', area_id, 'title', title,
                    'address', address, 'lng', lng, 'lat', lat, 'reportedAt', reported_at) order by no desc), '[]'),
                'next', case when (select count(*) from page) > $9 then min(no) end)
            from shown
        $sql$, private.filter_sql(f), v_condition
    )
    into v_result
    using 0::bigint, 1::bigint << 60, f, p_bbox[1], p_bbox[2], p_bbox[3], p_bbox[4], coalesce(p_before, 9223372036854775807), v_limit;
    return v_result;
end;
$$;
comment on function public.hotspots_in_view(double precision[], jsonb, bigint, int) is
    'The hotspots of a rectangle [west, south, east, north] under a filter, newest number first, in pages: pass next as p_before for the following '
    'page. PT422 root_required, filter_invalid.';
grant execute on function public.hotspots_in_view(double precision[], jsonb, bigint, int) to authenticated;

create function public.hotspots_near(p_root bigint, p_lng double precision, p_lat double precision, p_radius_m double precision)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    metres_a_degree constant double precision := 111195; -- a sphere's; within 0.3 % of the ellipsoid over the few hundred metres asked for
    v_width double precision;
    v_height double precision;
    v_result jsonb;
begin
    if coalesce(p_lng between -180 and 180 and p_lat between -85 and 85 and p_radius_m between 1 and 5000, false) is not true then
        perform private.refuse('PT422', 'location_invalid');
    end if;
    v_height := p_radius_m / metres_a_degree;
    v_width := v_height / cos(radians(p_lat));
    select jsonb_agg(jsonb_build_object('campaignId', campaign_id, 'states', states) order by n desc, campaign_id) into v_result
    from (
        select campaign_id, sum(n) as n, jsonb_object_agg(state, n) as states
        from (
            select h.campaign_id, h.state, count(*) as n
            from private.key_ranges(p_lng - v_width, p_lat - v_height, p_lng + v_width, p_lat + v_height) as r
            join public.hotspots h on h.key >= r.from_key and h.key < r.to_key
            where h.root_id = p_root
                and ((h.lng - p_lng) / v_width) ^ 2 + ((h.lat - p_lat) / v_height) ^ 2 <= 1
            group by 1, 2
        ) as counted
        group by campaign_id
    ) as by_campaign;
    return jsonb_build_object('radiusM', p_radius_m, 'rows', coalesce(v_result, '[]'));
end;
$$;
comment on function public.hotspots_near(bigint, double precision, double precision, double precision) is
    'Hotspots of a root within some metres (1 to 5,000) of a point, by campaign (null = none) and state. PT422 location_invalid.';
grant execute on function public.hotspots_near(bigint, double precision, double precision, double precision) to authenticated;
