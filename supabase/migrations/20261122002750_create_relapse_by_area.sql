-- Where closed cases come back: relapse rate and days held, per area and campaign. What was closed is read from the counters; what came back is
-- few, and read from an index that holds nothing else.

create index hotspots_relapsed on public.hotspots (root_id, campaign_id, reported_at) include (relapse_of, state) where relapse_of is not null;

create function public.relapse_by_area(p_parent bigint, p_campaign bigint default null)
returns jsonb
language plpgsql
stable
set search_path = ''
set jit = off
set plan_cache_mode = force_custom_plan -- a plan made for an empty town would stay in a long session
as $$
declare
    v_parent public.areas;
    v_depth int;
    v_days int;
    v_result jsonb;
begin
    select * into v_parent from public.areas where id = p_parent;
    if not found then
        perform private.refuse('PT403', 'not_found');
    end if;
    v_depth := extensions.nlevel(v_parent.path);
    v_days := coalesce((private.setting(p_parent, 'relapse_days') #>> '{}')::int, 180);
    with tree as materialized (
        select a.id,
            case when a.id = v_parent.id then null else substr(extensions.ltree2text(extensions.subpath(a.path, v_depth, 1)), 2)::bigint end as child_id
        from public.areas a
        where a.root_id = v_parent.root_id and a.path operator(extensions.<@) v_parent.path
    ), closed as (
        select case when t.id is null then 'none' when t.child_id is null then 'direct' else 'area' end as kind, t.child_id, sum(c.n)::bigint as n
        from public.hotspot_counters c
        left join tree t on t.id = c.area_id
        where c.root_id = v_parent.root_id and c.level = 0 and c.cell = 0 and c.state in (5, 6)
            and (p_campaign is null or c.campaign_id = p_campaign)
            and (t.id is not null or c.area_id = 0 and v_parent.parent_id is null)
        group by 1, 2
    ), back as (
        -- Each closed case once, by the first time that it came back.
        select distinct on (o.id) o.id, o.area_id, extract(epoch from h.reported_at - o.closed_at) / 86400 as days
        from public.hotspots h
        join public.hotspots o on o.id = h.relapse_of
        where h.root_id = v_parent.root_id and h.relapse_of is not null and h.state not in (7, 8)
            and o.state in (5, 6) and h.reported_at >= o.closed_at and h.reported_at < o.closed_at + v_days * interval '1 day'
            and (p_campaign is null or coalesce(o.campaign_id, 0) = p_campaign)
        order by o.id, h.reported_at
    ), returned as (
        select case when t.id is null then 'none' when t.child_id is null then 'direct' else 'area' end as kind, t.child_id, b.days
        from back b
        left join tree t on t.id = b.area_id
        where t.id is not null or b.area_id is null and v_parent.parent_id is null
    ), told as (
        select grouping(r.kind) = 1 as is_total, r.kind, r.child_id, count(*) as n,
            percentile_cont(0.5) within group (order by r.days) as median,
            jsonb_build_array(
                count(*) filter (where r.days < 7), count(*) filter (where r.days >= 7 and r.days < 30),
                count(*) filter (where r.days >= 30 and r.days < 90), count(*) filter (where r.days >= 90)) as by_days
        from returned r
        group by grouping sets ((r.kind, r.child_id), ())
    ), lines as (
        select 0 as place, 'area' as kind, a.id, a.name, a.name_en, a.path
        from public.areas a where a.parent_id = v_parent.id
        union all
        select 1, 'direct', v_parent.id, v_parent.name, v_parent.name_en, null
        union all
        select 2, 'none', null, null, null, null where v_parent.parent_id is null and v_parent.id = any (private.full_root_ids())
    )
    select jsonb_build_object(
        'parent', jsonb_build_object('id', v_parent.id, 'name', v_parent.name, 'nameEn', v_parent.name_en),
        'days', v_days,
        'rows', coalesce((
            select jsonb_agg(jsonb_build_object(
                'areaId', l.id, 'kind', l.kind, 'name', l.name, 'nameEn', l.name_en,
                'closed', coalesce(c.n, 0), 'relapsed', coalesce(t.n, 0), 'medianDays', round(t.median::numeric, 1),
                'byDays', coalesce(t.by_days, '[0, 0, 0, 0]')) order by l.place, l.path)
            from lines l
            left join closed c on c.kind = l.kind and c.child_id is not distinct from case when l.kind = 'area' then l.id end
            left join told t on not t.is_total and t.kind = l.kind and t.child_id is not distinct from case when l.kind = 'area' then l.id end
            where l.kind = 'area' or c.n > 0), '[]'),
        'total', (
            select jsonb_build_object(
                'closed', coalesce((select sum(n) from closed), 0), 'relapsed', t.n, 'medianDays', round(t.median::numeric, 1), 'byDays', t.by_days)
            from told t where t.is_total),
        'countedAt', now()
    )
    into v_result;
    return v_result;
end;
$$;
comment on function public.relapse_by_area(bigint, bigint) is
    'Verified closed cases, how many of them came back within the setting relapse_days (180), the median of the days they held and how many came back '
    'in days 0–6, 7–29, 30–89 and later, for each child of an area (rolled up), directly in it and in no area, and in all; campaign null = all, 0 = none. '
    'A relapse counts where and in which campaign the closed case was. Counts only the caller''s scope. PT403 not_found.';
grant execute on function public.relapse_by_area(bigint, bigint) to authenticated;
