-- Progress by area, from the counters alone: the cost does not depend on how many hotspots there are.

create function public.progress_by_area(p_parent bigint, p_campaign bigint default null)
returns jsonb
language plpgsql
stable
set search_path = ''
set plan_cache_mode = force_custom_plan -- a plan made for an empty town would stay in a long session
as $$
declare
    v_parent public.areas;
    v_depth int;
    v_result jsonb;
begin
    select * into v_parent from public.areas where id = p_parent;
    if not found then
        perform private.refuse('PT403', 'not_found');
    end if;
    v_depth := extensions.nlevel(v_parent.path);
    with counted as materialized (
        select c.area_id, c.state, sum(c.n)::bigint as n
        from public.hotspot_counters c
        where c.root_id = v_parent.root_id and c.level = 0 and c.cell = 0 and (p_campaign is null or c.campaign_id = p_campaign)
        group by 1, 2
    ), tree as materialized (
        -- The caller's own areas below the parent; names above its scope are readable, their numbers are not.
        select a.id, a.path,
            case when a.id = v_parent.id then null else substr(extensions.ltree2text(extensions.subpath(a.path, v_depth, 1)), 2)::bigint end as child_id
        from public.areas a
        where a.root_id = v_parent.root_id and a.path operator(extensions.<@) v_parent.path
    ), bucketed as (
        select case when t.child_id is null then 'direct' else 'area' end as kind, t.child_id, c.state, c.n
        from counted c join tree t on t.id = c.area_id
        union all
        select 'none', null, c.state, c.n from counted c where c.area_id = 0 and v_parent.parent_id is null
    ), summed as (
        select kind, child_id, state, sum(n) as n from bucketed group by 1, 2, 3 having sum(n) <> 0
    ), states as (
        select kind, child_id, jsonb_object_agg(state, n) as states from summed group by 1, 2
    ), listed as (
        select 0 as place, a.path, jsonb_build_object(
            'areaId', a.id, 'kind', 'area', 'name', a.name, 'nameEn', a.name_en, 'level', a.level, 'states', coalesce(s.states, '{}'),
            'children', (select count(*) from public.areas below where below.parent_id = a.id)) as line
        from public.areas a left join states s on s.kind = 'area' and s.child_id = a.id
        where a.parent_id = v_parent.id
        union all
        select 1, null, jsonb_build_object(
            'areaId', v_parent.id, 'kind', 'direct', 'name', v_parent.name, 'nameEn', v_parent.name_en, 'level', v_parent.level,
            'states', coalesce(s.states, '{}'), 'children', 0)
        from (select 1) one left join states s on s.kind = 'direct'
        -- Nothing can lie directly in a parent that has no boundary of its own.
        where s.states is not null or exists (select from public.area_boundaries b where b.area_id = v_parent.id)
        union all
        select 2, null, jsonb_build_object(
            'areaId', null, 'kind', 'none', 'name', null, 'nameEn', null, 'level', null, 'states', coalesce(s.states, '{}'), 'children', 0)
        from (select 1) one left join states s on s.kind = 'none'
        where v_parent.parent_id is null and v_parent.id = any (private.full_root_ids())
    )
    select jsonb_build_object(
        'parent', jsonb_build_object('id', v_parent.id, 'name', v_parent.name, 'nameEn', v_parent.name_en),
        'rows', coalesce((select jsonb_agg(line order by place, path) from listed), '[]'),
        'total', jsonb_build_object('states', coalesce((
            select jsonb_object_agg(state, n) from (select state, sum(n) as n from summed group by 1) as total), '{}')),
        'countedAt', now()
    )
    into v_result;
    return v_result;
end;
$$;
comment on function public.progress_by_area(bigint, bigint) is
    'Hotspots by state for each child of an area (rolled up), directly in it, and in no area, with their total; campaign null = all, 0 = none. '
    'Counts only the caller''s scope. PT403 not_found.';
grant execute on function public.progress_by_area(bigint, bigint) to authenticated;
