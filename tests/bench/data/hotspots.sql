-- One chunk of hotspots, numbers bench.from to bench.to, with what an import leaves beside each: its event and its source row.
-- The caller has switched triggers and foreign keys off.

with drawn as (
    select n, bench.lng(p.x) as lng, bench.lat(p.y) as lat, bench.chance(n, 11) as status, bench.chance(n, 12)::numeric as campaign,
        floor(bench.chance(n, 13) ^ 2 * k.total)::bigint as category,
        timestamptz '2024-11-20 00:00+08' + bench.chance(n, 14) * interval '730 days' as reported_at,
        bench.chance(n, 15) * interval '30 days' as took,
        1 + floor(bench.chance(n, 16) * 3)::int as unit,
        -- A year in which some are overdue, some are due and most have time.
        timestamptz '2026-11-20 00:00+08' + (bench.chance(n, 17) * 400 - 60) * interval '1 day' as due_at, bench.chance(n, 18) < 0.7 as is_owned
    from generate_series(current_setting('bench.from')::bigint, current_setting('bench.to')::bigint) n
    cross join lateral bench.position(n) p
    cross join (select total from bench.categories limit 1) k
), root as (
    select id from public.areas where parent_id is null
), units as (
    select id, row_number() over (order by id) as position from public.units
)
insert into public.hotspots (
    id, root_id, area_id, campaign_id, category_id, unit_id, status, closed_by_source, end_reason, title, address, source, lng, lat, reported_at,
    closed_at, closed_precision, due_at, proposed_unit_id
)
select md5(d.n::text)::uuid, root.id, private.area_at(root.id, d.lng, d.lat), c.id, k.id,
    case when s.status in ('assigned', 'in_progress', 'handed_in', 'closed', 'held') and not s.by_source then u.id end, s.status, s.by_source, e.reason,
    '第 ' || d.n || ' 处', '测速路 ' || d.n % 997 || ' 号', 'import', d.lng, d.lat, d.reported_at,
    case when e.reason is not null then d.reported_at + d.took end, case when e.reason is not null then 'second' end,
    case when s.status in ('accepted', 'assigned', 'in_progress', 'handed_in') then d.due_at end, case when d.is_owned then u.id end
from drawn d
cross join root
join bench.statuses s on d.status >= s.from_share and d.status < s.to_share
join bench.campaigns c on d.campaign >= c.from_share and d.campaign < c.to_share
join bench.categories k on k.position = d.category
join units u on u.position = d.unit
cross join lateral (
    select case
        when s.status in ('closed', 'held') then 'fixed'
        when s.status in ('rejected', 'duplicate', 'transferred') then s.status
    end as reason
) e
order by d.n;

insert into public.hotspot_events (hotspot_id, at, step, to_status, version, actor_role)
select id, reported_at, 'imported', status, 1, 'planner'
from public.hotspots where no between current_setting('bench.from')::bigint and current_setting('bench.to')::bigint
order by no;

insert into public.hotspot_sources (hotspot_id, root_id, source, source_key, fields)
select id, root_id, 'bench', no::text,
    jsonb_build_object('lng', lng, 'lat', lat, 'status', status, 'categoryId', category_id, 'campaignId', campaign_id, 'title', title, 'address', address)
from public.hotspots where no between current_setting('bench.from')::bigint and current_setting('bench.to')::bigint
order by no;
