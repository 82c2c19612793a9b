-- Who answers for a point: the areas that it lies in, and the committee, officers, leaders and lead units that have it in their charge.

create function private.who_answers(p_root bigint, p_lng double precision, p_lat double precision, p_campaign bigint, p_category bigint)
returns jsonb
language plpgsql
stable
security definer -- that somebody answers is no secret, who it is may be: names follow the select policy of members
set search_path = ''
as $$
declare
    v_seen_roots bigint[] := private.full_root_ids();
    v_seen_areas bigint[] := private.part_area_ids() || private.ancestor_area_ids();
    v_chain bigint[];
begin
    if not coalesce(p_root = any (private.root_ids()), false) then
        perform private.refuse('PT403', 'outside_scope');
    end if;
    if coalesce(p_lng >= -180 and p_lng <= 180 and p_lat >= -90 and p_lat <= 90, false) is not true then
        perform private.refuse('PT422', 'location_invalid');
    end if;
    select coalesce(private.path_ids(a.path), '{}') into v_chain
    from public.areas a where a.id = private.area_at(p_root, p_lng, p_lat);
    v_chain := coalesce(v_chain, '{}');
    return jsonb_build_object(
        'areas', coalesce((
            select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'nameEn', a.name_en, 'level', a.level) order by extensions.nlevel(a.path))
            from public.areas a
            where a.id = any (v_chain) and (p_root = any (v_seen_roots) or a.id = any (v_seen_areas))), '[]'),
        'committee', (
            select jsonb_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en)
            from public.units u join public.areas a on a.id = u.area_id
            where u.root_id = p_root and u.kind = 'village_committee' and u.area_id = any (v_chain)
            order by extensions.nlevel(a.path) desc, u.id limit 1),
        'people', coalesce((
            -- The nearest first: a grid's officer before the village's. One line a person and duty.
            select jsonb_agg(jsonb_build_object('duty', duty, 'areaId', area_id, 'name', name) order by duty desc, depth desc, id)
            from (
                select distinct on (d.duty, m.user_id) d.duty, m.area_id, m.id, extensions.nlevel(a.path) as depth,
                    case when m.user_id = auth.uid() or private.may(m.area_id, '{admin,planner,supervisor}') then m.display_name end as name
                from public.members m
                join public.areas a on a.id = m.area_id
                cross join lateral (
                    select 'officer' as duty where m.role = 'officer'
                    union all
                    select 'leader' where m.is_leader
                ) d
                where m.area_id = any (v_chain)
                order by d.duty, m.user_id, extensions.nlevel(a.path) desc, m.id
            ) as answering), '[]'),
        'leads', coalesce((
            select jsonb_agg(jsonb_build_object(
                'campaignId', c.id, 'campaignName', c.name, 'campaignNameEn', c.name_en,
                'unitId', u.id, 'unitName', u.name, 'unitNameEn', u.name_en) order by c.id)
            from public.campaigns c join public.units u on u.id = c.lead_unit_id
            where c.root_id = p_root and (
                c.id = p_campaign
                or p_campaign is null and exists (
                    select from public.campaign_categories k where k.campaign_id = c.id and k.category_id = p_category))), '[]')
    );
end;
$$;
comment on function private.who_answers(bigint, double precision, double precision, bigint, bigint) is 'See public.who_answers.';
grant execute on function private.who_answers(bigint, double precision, double precision, bigint, bigint) to authenticated;

create function public.who_answers(
    p_root bigint, p_lng double precision, p_lat double precision, p_campaign bigint default null, p_category bigint default null
)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select private.who_answers(p_root, p_lng, p_lat, p_campaign, p_category)
$$;
comment on function public.who_answers(bigint, double precision, double precision, bigint, bigint) is
    'Who answers for a point of a root: areas (root first, as far as the caller sees them), the committee, people {duty: officer or leader, areaId, '
    'name: null for whoever may not read that member}, and the lead units of a campaign, or of those that a category proposes. '
    'PT403 outside_scope, PT422 location_invalid.';
grant execute on function public.who_answers(bigint, double precision, double precision, bigint, bigint) to authenticated;
