-- The small town of the tests, 示例镇. Everything in it is invented: the land, its borders and streets, the people, units, records and numbers.
-- It holds enough to use every screen: four villages, the nine campaigns, accounts for every role and 200 hotspots with their history.
--
-- Run once, as owner, in place of the generated demo township of `supabase/demo`, which has the same accounts.
-- Choices follow from md5 of numbers and dates from today, so that runs of one day agree and the township never looks old.
-- Positions are metres from 117.94 E 30.97 N, in a frame turned a little so that nothing runs due east. What is only needed on the way is temporary and dropped at the end.

create function pg_temp.chance(salt text, n bigint)
returns double precision
language sql
immutable
as $$
    select ('x' || substr(md5(salt || ':' || n), 1, 8))::bit(32)::bigint / 4294967296.0::double precision
$$;

create function pg_temp.pick(options text[], share double precision)
returns text
language sql
immutable
as $$
    select options[1 + floor(share * cardinality(options))::int]
$$;

create function pg_temp.point_at(x double precision, y double precision)
returns extensions.geometry
language sql
immutable
as $$
    select extensions.st_setsrid(extensions.st_makepoint(
        round((117.94 + (x * 0.94 - y * 0.34) / 95450)::numeric, 6)::double precision,
        round((30.97 + (x * 0.34 + y * 0.94) / 110870)::numeric, 6)::double precision
    ), 4326)
$$;

-- Areas: a township that four villages tile, and a neighbour that has a name and nothing else.

select private.make_root_area('示例镇', 'Shili Town', 'township', 'Asia/Shanghai');
select private.make_root_area('邻镇', 'Neighbouring Town', 'township', null);
update public.areas set source = 'demo', source_key = case name when '示例镇' then 'shili' else 'neighbour' end
where parent_id is null and name in ('示例镇', '邻镇');

insert into public.areas (parent_id, level, name, name_en, source, source_key)
select root.id, 'village', v.name, v.name_en, 'demo', v.key
from public.areas root
cross join (values
    (1, 'shiqiao', '石桥村', 'Shiqiao Village'),
    (2, 'qingxi', '青溪村', 'Qingxi Village'),
    (3, 'fenglin', '枫林村', 'Fenglin Village'),
    (4, 'taoyuan', '桃园村', 'Taoyuan Village')
) as v (position, key, name, name_en)
where root.source = 'demo' and root.source_key = 'shili'
order by v.position;

create temp table demo_areas as
select source_key as key, id, root_id from public.areas where source = 'demo';

-- Borders as lines between the six points where three areas meet; each is drawn once, so that neighbours share every vertex.
-- A point of it lies between two corners, pushed aside by chance at the half and again at the quarters.
create temp table demo_borders as
with corners as (
    select b.border, b.is_outer, c.ordinal, c.x, c.y, lead(c.x) over w as next_x, lead(c.y) over w as next_y
    from (values
        ('west', true, '{-1350,-2350,-3250,-2850,-2900,-2200,-1300}'::double precision[], '{1900,2050,1250,300,-600,-1350,-1950}'::double precision[]),
        ('south', true, '{-1300,-1050,-150,650,1500}', '{-1950,-2650,-3000,-2550,-2050}'),
        ('east', true, '{1500,2250,2450,3050,2900,2300,2100,1300}', '{-2050,-1950,-1250,-500,350,1000,1850,1950}'),
        ('north', true, '{1300,650,-150,-700,-1350}', '{1950,2500,2250,2350,1900}'),
        ('qingxi-shiqiao', false, '{-700,-1000,-850,-1350}', '{150,750,1300,1900}'),
        ('qingxi-fenglin', false, '{-700,-1100,-900,-1300}', '{150,-500,-1200,-1950}'),
        ('shiqiao-fenglin', false, '{-700,-150,300,750}', '{150,-150,100,-100}'),
        ('fenglin-taoyuan', false, '{750,1200,1000,1500}', '{-100,-700,-1400,-2050}'),
        ('shiqiao-taoyuan', false, '{750,1250,1000,1300}', '{-100,500,1200,1950}')
    ) as b (border, is_outer, xs, ys)
    cross join lateral unnest(b.xs, b.ys) with ordinality as c (x, y, ordinal)
    window w as (partition by b.border order by c.ordinal)
), pushes as (
    select *, 0.34 * (pg_temp.chance(border || ' half', ordinal) - 0.5) as half,
        0.16 * (pg_temp.chance(border || ' first', ordinal) - 0.5) as first, 0.16 * (pg_temp.chance(border || ' third', ordinal) - 0.5) as third
    from corners
), points as (
    select p.border, p.is_outer, p.ordinal * 4 + q.quarter as position,
        p.x + (coalesce(p.next_x, p.x) - p.x) * q.quarter / 4 - coalesce((p.next_y - p.y) * q.push, 0) as x,
        p.y + (coalesce(p.next_y, p.y) - p.y) * q.quarter / 4 + coalesce((p.next_x - p.x) * q.push, 0) as y
    from pushes p
    cross join lateral (values (0, 0), (1, p.half / 2 + p.first), (2, p.half), (3, p.half / 2 + p.third)) as q (quarter, push)
    where p.next_x is not null or q.quarter = 0
)
select border, is_outer, extensions.st_makeline(pg_temp.point_at(x, y) order by position) as line
from points group by border, is_outer;

insert into public.area_boundaries (area_id, boundary)
select a.id, extensions.st_multi(extensions.st_forcepolygonccw(f.face))
from (
    select (extensions.st_dump(extensions.st_polygonize(line))).geom as face from demo_borders where is_outer
) as f
join demo_areas a on a.key = 'shili';

insert into public.area_boundaries (area_id, boundary)
select a.id, extensions.st_multi(extensions.st_forcepolygonccw(f.face))
from (
    select (extensions.st_dump(extensions.st_polygonize(line))).geom as face from demo_borders
) as f
join (values ('shiqiao', 50, 900), ('qingxi', -1800, 100), ('fenglin', 100, -1000), ('taoyuan', 1900, 0)) as v (key, x, y)
    on extensions.st_contains(f.face, pg_temp.point_at(v.x, v.y))
join demo_areas a using (key);

insert into public.settings (area_id, key, value)
select a.id, s.key, s.value
from demo_areas a
cross join (values
    ('map_source', '{"zh-CN": "示意地图,地理为虚构", "en": "Sketch map; the geography is invented"}'::jsonb),
    ('approval_number', '""'),
    -- The tests of the steps have no camera; those of photos turn it on.
    ('photo_required', 'false')
) as s (key, value)
where a.key = 'shili';

insert into public.places (root_id, kind, name, name_en, lng, lat, source, source_key)
select a.id, p.kind, p.name, p.name_en, extensions.st_x(pg_temp.point_at(p.x, p.y)), extensions.st_y(pg_temp.point_at(p.x, p.y)), 'demo', p.position
from demo_areas a
cross join (values
    (1, 'government', '示例镇人民政府', 'Shili Town Government', 60, 980),
    (2, 'service_station', '示例镇便民服务中心', 'Shili Public Service Centre', 140, 900),
    (3, 'village_seat', '石桥村村民委员会', 'Shiqiao Village Committee', -420, 520),
    (4, 'village_seat', '青溪村村民委员会', 'Qingxi Village Committee', -1750, 520),
    (5, 'village_seat', '枫林村村民委员会', 'Fenglin Village Committee', 250, -1150),
    (6, 'village_seat', '桃园村村民委员会', 'Taoyuan Village Committee', 1950, 300),
    (7, 'market', '示例镇中心农贸市场', 'Shili Central Market', 260, 600),
    (8, 'market', '枫林农贸市场', 'Fenglin Market', -160, -860),
    (9, 'school', '示例镇中心小学', 'Shili Central Primary School', -360, 1250),
    (10, 'school', '示例初级中学', 'Shili Middle School', 520, 1260),
    (11, 'school', '青溪小学', 'Qingxi Primary School', -1950, 120),
    (12, 'clinic', '示例镇卫生院', 'Shili Health Centre', -160, 630),
    (13, 'clinic', '桃园村卫生室', 'Taoyuan Village Clinic', 1800, 60),
    (14, 'park', '石桥文化广场', 'Shiqiao Culture Square', -110, 980),
    (15, 'park', '青溪滨河公园', 'Qingxi Riverside Park', -1900, -420),
    (16, 'inspection_site', '石桥新村小区', 'Shiqiao Xincun Estate', -260, 1420),
    (17, 'inspection_site', '东风小区', 'Dongfeng Estate', 560, 980),
    (18, 'inspection_site', '枫林老街', 'Fenglin Old Street', 110, -1420),
    (19, 'inspection_site', '桃园采摘园', 'Taoyuan Orchard', 2100, -900),
    (20, 'waste_station', '示例镇垃圾中转站', 'Shili Waste Transfer Station', -560, -1560),
    (21, 'waste_station', '青溪再生资源回收点', 'Qingxi Recycling Point', -2350, -720),
    (22, 'other', '示例镇客运站', 'Shili Bus Station', 640, 790),
    (23, 'other', '示例镇污水处理站', 'Shili Sewage Works', 560, -1880),
    (24, 'other', '桃园村文化礼堂', 'Taoyuan Village Hall', 2050, 420)
) as p (position, kind, name, name_en, x, y)
where a.key = 'shili'
order by p.position;

-- Units and people.

create temp table demo_units as
with listed (position, key, area, kind, name, name_en) as (
    values
        (1, 'urban', 'shili', 'department', '镇城管办', 'Town Urban Management Office'),
        (2, 'market_office', 'shili', 'department', '镇市场监管所', 'Town Market Supervision Office'),
        (3, 'shiqiao', 'shiqiao', 'village_committee', '石桥村村民委员会', 'Shiqiao Village Committee'),
        (4, 'qingxi', 'qingxi', 'village_committee', '青溪村村民委员会', 'Qingxi Village Committee'),
        (5, 'fenglin', 'fenglin', 'village_committee', '枫林村村民委员会', 'Fenglin Village Committee'),
        (6, 'taoyuan', 'taoyuan', 'village_committee', '桃园村村民委员会', 'Taoyuan Village Committee'),
        (7, 'telecom', 'shili', 'operator', '示例通信运营公司', 'Shili Telecom Company'),
        (8, 'power', 'shili', 'operator', '示例供电所', 'Shili Power Supply Station'),
        (9, 'market_owner', 'shiqiao', 'market_owner', '中心农贸市场开办方', 'Central Market Owner'),
        (10, 'sanitation', 'shili', 'department', '镇环卫所', 'Town Sanitation Office'),
        (11, 'works', 'shili', 'department', '镇规划建设办', 'Town Planning and Construction Office'),
        (12, 'fenglin_market_owner', 'fenglin', 'market_owner', '枫林农贸市场开办方', 'Fenglin Market Owner')
), added as (
    insert into public.units (root_id, area_id, kind, name, name_en)
    select a.root_id, a.id, u.kind, u.name, u.name_en from listed u join demo_areas a on a.key = u.area order by u.position
    returning id, name, name_en
)
select u.key, a.id, a.name, a.name_en from added a join listed u using (name);

-- Every account has the password demo-township. The first nine and the stranger stand for the roles; the rest are there so that each
-- village has its officer and each unit that works on cases has a handler.
create temp table demo_people as
select p.*, ('a0000000-0000-4000-8000-' || lpad(p.position::text, 12, '0'))::uuid as user_id, p.account || '@demo.example' as email
from (values
    (1, 'admin', '林知远', '{admin}'::text[], 'shili', null, false),
    (2, 'planner', '苏明禾', '{planner}', 'shili', null, false),
    (3, 'supervisor', '周立行', '{supervisor}', 'shili', null, false),
    (4, 'supervisor2', '许安宁', '{supervisor}', 'shili', null, false),
    (5, 'handler', '方正川', '{handler}', 'shili', 'urban', false),
    (6, 'handler2', '罗青山', '{handler}', 'qingxi', 'qingxi', false),
    (7, 'officer', '宋雨晴', '{officer}', 'shiqiao', null, false),
    (8, 'viewer', '何清', '{viewer}', 'shili', null, false),
    (9, 'leader', '程望山', '{viewer}', 'shili', null, true),
    (10, 'stranger', '邹邻舟', '{admin,planner}', 'neighbour', null, false),
    (11, 'officer2', '吴晓溪', '{officer}', 'qingxi', null, false),
    (12, 'officer3', '郑亦枫', '{officer}', 'fenglin', null, false),
    (13, 'officer4', '梁果', '{officer}', 'taoyuan', null, false),
    (14, 'handler3', '邓守信', '{handler}', 'shili', 'market_office', false),
    (15, 'handler4', '谢长宇', '{handler}', 'shili', 'telecom', false),
    (16, 'handler5', '唐石生', '{handler}', 'shiqiao', 'shiqiao', false),
    (17, 'handler6', '叶知秋', '{handler}', 'fenglin', 'fenglin', false),
    (18, 'handler7', '陶春和', '{handler}', 'taoyuan', 'taoyuan', false)
) as p (position, account, name, roles, area, unit, is_leader);

-- The auth server reads the token columns into plain strings: empty, never null. One hash for all: making it is the slow part.
with secret as materialized (
    select extensions.crypt('demo-township', extensions.gen_salt('bf', 10)) as hash
)
insert into auth.users (
    id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at,
    confirmation_token, recovery_token, email_change, email_change_token_new, email_change_token_current, reauthentication_token,
    phone_change, phone_change_token
)
select p.user_id, 'authenticated', 'authenticated', p.email, s.hash, now(), '{"provider": "email", "providers": ["email"]}',
    jsonb_build_object('display_name', p.name, 'email_verified', true), now(), now(), '', '', '', '', '', '', '', ''
from demo_people p cross join secret s;

-- The hosted auth server looks accounts up by instance; the embedded one has no such column.
do $$
begin
    if exists (select from information_schema.columns where table_schema = 'auth' and table_name = 'users' and column_name = 'instance_id') then
        execute 'update auth.users u set instance_id = ''00000000-0000-0000-0000-000000000000'' from demo_people p where u.id = p.user_id';
    end if;
end
$$;

insert into auth.identities (id, user_id, provider, provider_id, identity_data, last_sign_in_at, created_at, updated_at)
select ('b0000000-0000-4000-8000-' || lpad(p.position::text, 12, '0'))::uuid, p.user_id, 'email', p.user_id::text,
    jsonb_build_object('sub', p.user_id, 'email', p.email, 'email_verified', true, 'phone_verified', false), now(), now(), now()
from demo_people p;

insert into public.members (user_id, role, area_id, unit_id, is_leader, display_name)
select p.user_id, r.role, a.id, u.id, p.is_leader, p.name
from demo_people p
cross join lateral unnest(p.roles) as r (role)
join demo_areas a on a.key = p.area
left join demo_units u on u.key = p.unit
order by p.position, r.role;

-- Campaigns: this year's nine, the township being in the middle of the intensive phase.

with planned (slug, lead_unit, months) as (
    values
        ('market', 'market_office', 8), ('cable', 'telecom', 8), ('small_ads', 'urban', 8), ('environment', 'urban', 8), ('town_look', 'urban', 8),
        ('infrastructure', 'works', 9), ('municipal', 'works', 9), ('dogs', 'urban', 7), ('ebikes', 'urban', 7)
)
update public.campaigns c
set lead_unit_id = u.id,
    starts_on = t.first_month::date,
    ends_on = (t.first_month + make_interval(months => p.months))::date - 1
from planned p
join demo_units u on u.key = p.lead_unit
cross join (select date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '4 months' as first_month) t
join demo_areas a on a.key = 'shili'
where c.root_id = a.id and c.slug = p.slug;

-- One month to prepare, the last two to sum up, what lies between to work.
insert into public.campaign_phases (campaign_id, position, name, name_en, starts_on, ends_on)
select c.id, p.position, p.name, p.name_en, p.starts_on, p.ends_on
from public.campaigns c
join demo_areas a on a.key = 'shili' and a.id = c.root_id
cross join lateral (
    values
        (1, '准备', 'Preparation', c.starts_on, (c.starts_on + interval '1 month')::date - 1),
        (2, '集中整治', 'Intensive work', (c.starts_on + interval '1 month')::date, (c.ends_on + 1 - interval '2 months')::date - 1),
        (3, '总结冲刺', 'Final push', (c.ends_on + 1 - interval '2 months')::date, c.ends_on)
) as p (position, name, name_en, starts_on, ends_on);

insert into public.campaign_targets (measure_id, area_id, baseline, target)
select m.id, v.id, t.baseline, t.target
from (values
    ('market', 'shiqiao', 0, 1), ('market', 'qingxi', 0, 0), ('market', 'fenglin', 0, 1), ('market', 'taoyuan', 0, 0),
    ('cable', 'shiqiao', 300, 4200), ('cable', 'qingxi', 0, 2600), ('cable', 'fenglin', 150, 2400), ('cable', 'taoyuan', 0, 1900),
    ('small_ads', 'shiqiao', 0, 60), ('small_ads', 'qingxi', 0, 24), ('small_ads', 'fenglin', 0, 28), ('small_ads', 'taoyuan', 0, 20),
    ('environment', 'shiqiao', 0, 45), ('environment', 'qingxi', 0, 30), ('environment', 'fenglin', 0, 30), ('environment', 'taoyuan', 0, 25),
    ('town_look', 'shiqiao', 0, 40), ('town_look', 'qingxi', 0, 12), ('town_look', 'fenglin', 0, 18), ('town_look', 'taoyuan', 0, 12),
    ('infrastructure', 'shiqiao', 2, 14), ('infrastructure', 'qingxi', 1, 8), ('infrastructure', 'fenglin', 0, 8), ('infrastructure', 'taoyuan', 1, 6),
    ('municipal', 'shiqiao', 0, 20), ('municipal', 'qingxi', 0, 10), ('municipal', 'fenglin', 0, 12), ('municipal', 'taoyuan', 0, 8),
    ('dogs', 'shiqiao', 0, 15), ('dogs', 'qingxi', 0, 10), ('dogs', 'fenglin', 0, 8), ('dogs', 'taoyuan', 0, 6),
    ('ebikes', 'shiqiao', 0, 20), ('ebikes', 'qingxi', 0, 6), ('ebikes', 'fenglin', 0, 8), ('ebikes', 'taoyuan', 0, 6)
) as t (slug, village, baseline, target)
join demo_areas v on v.key = t.village
join public.campaigns c on c.root_id = v.root_id and c.slug = t.slug
join public.campaign_measures m on m.campaign_id = c.id and m.is_headline;

insert into public.campaign_categories (campaign_id, category_id)
select c.id, k.id
from (values
    ('market', '{09020,06011,market-scale,market-poultry,smoking-sign,smoking-indoor}'::text[]),
    ('cable', '{06008,10002,cable-loose,cable-tangled,cable-coil,cable-dead,cable-low,cable-pole,cable-box}'),
    ('small_ads', '{07001,07002,ad-stamp,ad-sticker}'),
    ('environment', '{06001,06007,06010,06025,06036,06038,06045,09009,09012,disorder-building,disorder-piling,disorder-hanging,'
        'disorder-posting,disorder-parking,disorder-growing}'),
    ('town_look', '{06004,06012,06042,06043,07003,07006,09001,09005,09006}'),
    ('infrastructure', '{06041,06052,07008}'),
    ('municipal', '{06013,06016,06049,06050,06051}'),
    ('dogs', '{dog-leash,dog-waste,dog-place,dog-unregistered,dog-noise,dog-stray}'),
    ('ebikes', '{09010,ebike-charging,ebike-parking,ebike-stairwell}')
) as p (slug, codes)
join demo_areas a on a.key = 'shili'
join public.campaigns c on c.root_id = a.id and c.slug = p.slug
join public.categories k on k.root_id is null and k.kind = 'event' and k.code_system in ('gbt47678.5-2026', 'local') and k.code = any (p.codes);

-- Hotspots. Where: along streets, around markets, schools, estates and by the river.

create temp table demo_sites (
    id int primary key, weight int, village text, kind text, name text, place text,
    x1 double precision, y1 double precision, x2 double precision, y2 double precision, radius double precision
);
insert into demo_sites values
    (1, 9, 'shiqiao', 'street', '青石街', null, -450, 700, 100, 760, 9),
    (2, 9, 'shiqiao', 'street', '青石街', null, 100, 760, 650, 710, 9),
    (3, 8, 'shiqiao', 'street', '建设路', null, 80, 260, 100, 760, 9),
    (4, 6, 'shiqiao', 'street', '建设路', null, 100, 760, 60, 1500, 9),
    (5, 5, 'shiqiao', 'street', '人民巷', null, -300, 1150, 350, 1200, 7),
    (6, 16, 'shiqiao', 'market', '中心农贸市场', '示例镇中心农贸市场', 240, 590, 290, 620, 35),
    (7, 4, 'shiqiao', 'school', '中心小学', '示例镇中心小学', -380, 1240, -330, 1260, 35),
    (8, 4, 'shiqiao', 'school', '示例初级中学', '示例初级中学', 500, 1250, 545, 1270, 35),
    (9, 8, 'shiqiao', 'estate', '石桥新村小区', '石桥新村小区', -320, 1420, -190, 1430, 50),
    (10, 7, 'shiqiao', 'estate', '东风小区', '东风小区', 520, 980, 610, 990, 50),
    (11, 3, 'shiqiao', 'green', '石桥文化广场', '石桥文化广场', -140, 970, -80, 990, 30),
    (12, 9, 'qingxi', 'street', '青溪老街', null, -2100, 350, -1350, 320, 8),
    (13, 7, 'qingxi', 'street', '滨河路', null, -2400, -380, -1450, -440, 10),
    (14, 6, 'qingxi', 'green', '青溪滨河公园', '青溪滨河公园', -2050, -450, -1780, -430, 35),
    (15, 3, 'qingxi', 'school', '青溪小学', '青溪小学', -1970, 110, -1930, 130, 30),
    (16, 6, 'qingxi', 'estate', '青溪安置小区', null, -1600, 620, -1480, 640, 45),
    (17, 8, 'fenglin', 'street', '枫林大道', null, -500, -900, 100, -1000, 10),
    (18, 7, 'fenglin', 'street', '枫林大道', null, 100, -1000, 700, -950, 10),
    (19, 7, 'fenglin', 'street', '枫林巷', null, 50, -1020, 120, -1600, 6),
    (20, 8, 'fenglin', 'market', '枫林农贸市场', '枫林农贸市场', -180, -870, -140, -850, 28),
    (21, 5, 'fenglin', 'estate', '枫林新居', null, 380, -1300, 480, -1320, 45),
    (22, 8, 'taoyuan', 'street', '桃园路', null, 1500, 200, 1900, 150, 9),
    (23, 7, 'taoyuan', 'street', '桃园路', null, 1900, 150, 2400, 240, 9),
    (24, 6, 'taoyuan', 'street', '果园路', null, 1750, -900, 1890, 140, 9),
    (25, 5, 'taoyuan', 'estate', '桃园新村', null, 1700, 640, 1800, 660, 45),
    (26, 4, 'taoyuan', 'green', '桃园采摘园', '桃园采摘园', 2070, -920, 2130, -880, 40),
    -- Just outside the township, reached only by the three hotspots that are in no area.
    (27, 0, null, 'street', '镇界外进镇公路', null, 150, 2700, 230, 2740, 5),
    (28, 0, null, 'street', '镇界外河堤路', null, -3260, -200, -3240, -120, 5),
    (29, 0, null, 'street', '镇界外机耕路', null, 2300, -2300, 2360, -2270, 5);

create temp table demo_spots as
select kind, spots from (values
    ('street', '{门前,对面,旁,巷口}'::text[]),
    ('market', '{东门,北门,蔬菜区,水产区,熟食区,后门通道}'),
    ('school', '{校门东侧,校门西侧,围墙外,门前人行道}'),
    ('estate', '{1栋楼下,3栋1单元,5栋2单元,8栋旁,北门,南门}'),
    ('green', '{入口,步道旁,停车处,休息亭旁}')
) as s (kind, spots);

-- What: kinds of problems that occur at such sites, for which campaign, and whose they are ('village': its committee).
create temp table demo_topics (
    id int generated always as identity primary key, kinds text[], weight int, code text, slug text, unit text, other_unit text,
    titles text[], description text, least int, most int, quantity_unit text, spot text
);
insert into demo_topics (kinds, weight, code, slug, unit, other_unit, titles, description, least, most, quantity_unit, spot) values
    ('{street,market}', 6, 'ad-stamp', 'small_ads', 'urban', null, '{墙面印章式小广告,卷闸门印章式小广告,配电箱印章式小广告}', '墨印式小广告,需覆盖清除。', 2, 12, '处', null),
    ('{street}', 8, 'ad-sticker', 'small_ads', 'urban', 'sanitation', '{电线杆张贴小广告,公交站牌张贴小广告,店铺外墙张贴小广告}', '贴纸式小广告成片,需铲除并清洗。', 5, 60, '张', null),
    ('{estate}', 4, 'ad-sticker', 'small_ads', 'village', null, '{楼道口张贴小广告,单元门张贴小广告,小区宣传栏被张贴小广告}', '贴纸式小广告,需铲除并清洗。', 3, 30, '张', null),
    ('{school}', 3, 'ad-sticker', 'small_ads', 'urban', null, '{学校围墙张贴小广告}', '培训类贴纸小广告,需铲除并清洗。', 3, 20, '张', '围墙外'),
    ('{street,estate}', 5, 'cable-loose', 'cable', 'telecom', 'power', '{入户缆线散乱未捆扎,沿墙缆线散乱,杆间缆线未梳理捆扎}', '多家运营商缆线混杂,需梳理捆扎。', 20, 90, '米', null),
    ('{street}', 3, 'cable-tangled', 'cable', 'telecom', 'power', '{杆上缆线交叉缠绕,路口缆线交叉成网}', '同杆缆线交叉缠绕,需梳理。', 15, 60, '米', null),
    ('{street}', 2, 'cable-dead', 'cable', 'telecom', 'power', '{废弃缆线悬空未剪除,退网缆线未剪除}', '废弃缆线未剪除,存在安全隐患。', 10, 80, '米', null),
    ('{street,school}', 2, 'cable-low', 'cable', 'telecom', 'power', '{跨路缆线低垂,人行道上方缆线低垂}', '缆线净空不足,影响通行。', 8, 30, '米', null),
    ('{street}', 1, '10002', 'cable', 'telecom', 'power', '{架空线缆脱落}', '线缆脱落,已拉设警示带。', 5, 25, '米', null),
    ('{street,estate}', 1, 'cable-box', 'cable', 'telecom', null, '{光交箱门敞开,接线箱破损}', '箱门无法关闭,线缆外露。', 1, 1, '个', null),
    ('{market}', 5, '09020', 'market', 'market_office', 'market_owner', '{市场通道摆摊占道,摊位超线经营,市场入口车辆拥堵}', '影响通行,需劝导规范。', null, null, null, null),
    ('{market}', 4, '06011', 'market', 'market_office', 'market_owner', '{市场后门垃圾积存,垃圾站周边污水异味}', '垃圾清运不及时。', null, null, null, '后门通道'),
    ('{market}', 2, 'market-scale', 'market', 'market_office', 'market_owner', '{公平秤未摆放,公平秤失准}', '复核台公平秤不符合要求。', 1, 1, '台', '服务台'),
    ('{market}', 2, 'smoking-sign', 'market', 'market_office', 'market_owner', '{禁烟标识缺失}', '入口及通道未见禁烟标识。', 1, 4, '处', null),
    ('{market}', 1, 'smoking-indoor', 'market', 'market_office', 'market_owner', '{非吸烟区有人吸烟}', '室内交易区有吸烟现象。', null, null, null, '熟食区'),
    ('{market}', 3, 'market-poultry', 'market', 'market_office', 'market_owner', '{活禽未独立宰杀,活禽售卖区未隔离}', '活禽售卖与宰杀未分区。', null, null, null, '禽类区'),
    ('{street}', 5, '09005', 'town_look', 'urban', null, '{店外经营占用人行道,货物摆出店外}', '占用人行道经营。', null, null, null, null),
    ('{street}', 2, '07006', 'town_look', 'urban', null, '{店招破损褪色,违规加装店招}', '店招不符合设置要求。', 1, 2, '块', null),
    ('{street}', 1, '06004', 'town_look', 'urban', null, '{临街外立面污损}', '墙面污损脱皮。', null, null, null, null),
    ('{street,school}', 3, '06042', 'town_look', 'urban', 'sanitation', '{垃圾箱满溢,分类垃圾桶满溢}', '清运不及时,周边散落垃圾。', 1, 3, '个', null),
    ('{street,green}', 2, '06012', 'town_look', 'urban', 'sanitation', '{路面垃圾未清扫,路面积尘}', '保洁不到位。', null, null, null, null),
    ('{school}', 4, '09006', 'town_look', 'urban', null, '{校门口流动摊点占道}', '放学时段流动摊点聚集。', null, null, null, null),
    ('{estate,street}', 2, '06007', 'environment', 'village', null, '{占用公共空间晾晒衣物,绿化带晾晒衣物}', '晾挂影响市容。', null, null, null, null),
    ('{estate}', 3, 'disorder-building', 'environment', 'village', null, '{小区内私搭车棚,楼间搭建杂物间}', '未经批准搭建。', 6, 30, '平方米', null),
    ('{estate}', 3, 'disorder-piling', 'environment', 'village', null, '{楼道堆放杂物,单元门前堆放杂物}', '杂物堆放,存在安全隐患。', 2, 9, '平方米', null),
    ('{street}', 3, 'disorder-piling', 'environment', 'village', null, '{房前屋后乱堆乱放,墙边堆放杂物}', '杂物堆放,影响通行。', 2, 15, '平方米', null),
    ('{estate}', 2, 'disorder-hanging', 'environment', 'village', null, '{楼间乱拉晾衣绳,私拉电线}', '乱拉乱挂。', null, null, null, null),
    ('{estate,green}', 2, 'disorder-growing', 'environment', 'village', null, '{绿化带内种菜,绿地圈养家禽}', '占用公共绿地。', 3, 25, '平方米', null),
    ('{estate}', 2, '09012', 'environment', 'village', null, '{消防通道被车辆占用,消防通道堆放杂物}', '消防通道不畅,须立即清理。', null, null, null, null),
    ('{green}', 4, '06010', 'environment', 'village', 'sanitation', '{河岸暴露垃圾,步道旁暴露垃圾}', '垃圾散落未清理。', 2, 20, '平方米', null),
    ('{green}', 2, '06036', 'environment', 'village', null, '{停车处堆放杂物,空地堆放建筑余料}', '乱堆杂物。', 5, 40, '平方米', '停车处'),
    ('{street}', 2, '06013', 'municipal', 'urban', 'works', '{路面坑洼破损,路面开裂沉陷}', '路面破损,影响行车。', 1, 12, '平方米', null),
    ('{street}', 1, '06050', 'municipal', 'urban', 'works', '{路缘石缺损}', '路缘石松动缺失。', 1, 6, '块', null),
    ('{street}', 1, '06051', 'municipal', 'urban', 'works', '{盲道缺损}', '盲道砖缺失。', 1, 8, '块', null),
    ('{school}', 2, '06016', 'municipal', 'urban', 'works', '{校门前斑马线不清晰}', '标线磨损,需重新施划。', 1, 1, '处', '门前人行道'),
    ('{street,estate,green}', 2, '07008', 'infrastructure', 'village', null, '{公益广告破损,宣传栏破损}', '画面破损,需更换。', 1, 3, '件', null),
    ('{market,green}', 1, '06052', 'infrastructure', 'village', 'works', '{无障碍坡道破损}', '坡道面层破损。', 1, 1, '件', null),
    ('{green}', 3, 'dog-leash', 'dogs', 'village', null, '{犬只未牵绳}', '早晚时段犬只散放。', 1, 2, '起', null),
    ('{estate,green}', 3, 'dog-waste', 'dogs', 'village', null, '{草坪犬便未清理,步道犬便未清理}', '犬便未及时清理。', 1, 3, '起', null),
    ('{estate}', 1, 'dog-noise', 'dogs', 'village', null, '{夜间犬吠扰民}', '住户多次反映。', 1, 1, '起', null),
    ('{estate}', 3, 'ebike-charging', 'ebikes', 'village', null, '{飞线为电动自行车充电,楼道内给电动自行车充电}', '存在火灾隐患,须立即整改。', 1, 4, '起', null),
    ('{estate}', 2, 'ebike-stairwell', 'ebikes', 'village', null, '{楼道停放电动自行车}', '占用疏散通道。', 1, 3, '起', null),
    ('{street}', 2, 'ebike-parking', 'ebikes', 'urban', null, '{电动自行车占用人行道停放}', '未停入划线区域。', 2, 9, '起', null),
    ('{school}', 2, 'ebike-parking', 'ebikes', 'urban', null, '{校门口电动自行车乱停}', '接送时段停放无序。', 3, 12, '起', null),
    ('{street}', 1, '08004', null, 'urban', null, '{工地扬尘未覆盖}', '裸土未覆盖。', null, null, null, null),
    ('{street,estate}', 1, '06028', null, 'urban', null, '{夜间噪声扰民}', '音响外放影响休息。', null, null, null, null);

-- Small tables without statistics look large, and planning for large ones costs more than the work.
analyze demo_areas, demo_units, demo_people, demo_sites, demo_spots, demo_topics;

-- How far: so many of each status, reported so many days ago. Held takes the 90 days of the last revisit.
create temp table demo_cases as
with planned (position, status, n, youngest, oldest) as (
    values
        (1, 'reported', 16, 0, 3), (2, 'accepted', 12, 1, 6), (3, 'assigned', 20, 2, 10), (4, 'in_progress', 26, 4, 22),
        (5, 'handed_in', 18, 4, 26), (6, 'closed', 52, 12, 118), (7, 'held', 14, 112, 119), (8, 'rejected', 8, 4, 110),
        (9, 'duplicate', 8, 0, 0), (10, 'transferred', 6, 6, 110), (11, 'suspended', 10, 20, 90), (12, 'imported', 10, 60, 115)
), numbered as (
    select row_number() over (order by p.position, i)::int as n, p.status, p.youngest, p.oldest, i
    from planned p cross join lateral generate_series(1, p.n) i
), with_original as (
    -- A duplicate is a second report of something that is being worked on: same site and topic, reported later.
    select d.*, coalesce(o.n, d.n) as basis, coalesce(o.youngest, d.youngest) as from_day, coalesce(o.oldest, d.oldest) as to_day
    from numbered d left join numbered o on d.status = 'duplicate' and o.status = 'in_progress' and o.i = d.i
), sited as (
    select c.*, s.id as site_id,
        from_day + floor(pg_temp.chance('day', c.basis) * (to_day - from_day + 1))::int - (c.n <> c.basis)::int as days_ago
    from with_original c
    cross join lateral (select pg_temp.chance('site', c.basis) * (select sum(weight) from demo_sites) as share) r
    join lateral (
        select w.id from (select id, sum(weight) over (order by id) as upto, weight from demo_sites) w
        where case c.n when 5 then w.id = 27 when 41 then w.id = 28 when 120 then w.id = 29 else w.weight > 0 and w.upto > r.share end
        order by w.id limit 1
    ) s on true
)
select c.n, c.basis, c.days_ago, case c.status when 'imported' then 'closed' else c.status end as status, c.status = 'imported' as is_imported,
    s.village, s.kind, s.name as site, s.place, t.id as topic_id, t.code, t.slug, t.titles, t.description, t.least, t.most, t.quantity_unit,
    ('d0000000-0000-4000-8000-' || lpad(c.n::text, 12, '0'))::uuid as id,
    s.x1 + (s.x2 - s.x1) * along + cos(angle) * off + (c.n - c.basis) % 7 as x,
    s.y1 + (s.y2 - s.y1) * along + sin(angle) * off + (c.n - c.basis) % 5 as y,
    atan2(s.y2 - s.y1, s.x2 - s.x1) as direction,
    case
        when s.village is null then s.name || '旁'
        else s.name || case when s.kind = 'street' then (1 + floor(along * 90)::int) || '号' else '' end
            || coalesce(t.spot, pg_temp.pick(p.spots, pg_temp.chance('spot', c.n)))
    end as address,
    -- Handlers of these units exist; the other unit is only ever assigned to.
    case
        when c.status = 'assigned' and t.other_unit is not null and pg_temp.chance('other', c.n) < 0.4 then
            case when t.other_unit = 'market_owner' and s.village = 'fenglin' then 'fenglin_market_owner' else t.other_unit end
        when t.unit = 'village' then coalesce(s.village, 'urban')
        else t.unit
    end as unit,
    case
        when c.status = 'imported' then 'import'
        when s.village is null then 'inspection'
        else pg_temp.pick('{officer,officer,officer,officer,inspection,inspection,hotline,public,video,higher_level}', pg_temp.chance('source', c.n))
    end as source,
    c.status in ('accepted', 'assigned', 'in_progress', 'handed_in', 'closed', 'held') and pg_temp.chance('returned', c.n) < 0.15 as is_returned,
    c.status in ('in_progress', 'handed_in', 'closed', 'held') and pg_temp.chance('reworked', c.n) < 0.2 as is_reworked
from sited c
join demo_sites s on s.id = c.site_id
join demo_spots p using (kind)
cross join lateral (
    select pg_temp.chance('along', c.basis) as along, 2 * pi() * pg_temp.chance('angle', c.basis) as angle,
        s.radius * sqrt(pg_temp.chance('off', c.basis)) as off
) as place
join lateral (
    select w.* from (
        select t.*, sum(t.weight) over (order by t.id) as upto, sum(t.weight) over () as total from demo_topics t where s.kind = any (t.kinds)
    ) w
    where w.upto > pg_temp.chance('topic', c.basis) * w.total
    order by w.id limit 1
) t on true;

-- The steps of each case, in order, and when: on a line of days where 0 is last midnight, bent so that all fall between 8 and 18 o'clock.
create temp table demo_steps as
with paths as (
    select c.*, case
        when is_imported then '{imported}'::text[]
        else '{report}'::text[] || case status
            when 'reported' then '{}'::text[]
            when 'rejected' then '{reject}'
            when 'duplicate' then '{mark_duplicate}'
            when 'transferred' then '{accept,transfer}'
            when 'accepted' then case when is_returned then '{accept,assign,return}'::text[] else '{accept}' end
            else '{accept,assign}'::text[] || case when is_returned then '{return,assign}'::text[] else '{}' end || case status
                when 'assigned' then '{}'::text[]
                when 'suspended' then case when n % 2 = 0 then '{take,suspend}'::text[] else '{suspend}' end
                when 'in_progress' then case when is_reworked then '{take,hand_in,rework}'::text[] else '{take}' end
                else '{take,hand_in}'::text[] || case when is_reworked then '{rework,hand_in}'::text[] else '{}' end || case status
                    when 'handed_in' then '{}'::text[]
                    when 'closed' then '{verify}'
                    else '{verify,pass_revisit}'
                end
            end
        end
    end as steps
    from demo_cases c
), steps as (
    select p.*, s.step, s.version::int as version, t.to_status, lag(t.to_status) over w as from_status,
        -- A report early on a young case leaves room for what follows.
        -p.days_ago + pg_temp.chance('hour', p.n) * case when p.days_ago <= 3 then 0.5 else 1 end as reported_on,
        sum(t.least_days + pg_temp.chance(s.step, p.n * 10 + s.version) * (t.most_days - t.least_days)) over w as days_later
    from paths p
    cross join lateral unnest(p.steps) with ordinality as s (step, version)
    join (values
        ('report', 'reported', 0, 0), ('imported', 'closed', 0, 0), ('accept', 'accepted', 0.1, 1), ('reject', 'rejected', 0.2, 1.2),
        ('mark_duplicate', 'duplicate', 0.2, 1), ('transfer', 'transferred', 0.3, 1.5), ('assign', 'assigned', 0.05, 0.8),
        ('return', 'accepted', 0.3, 1.5), ('take', 'in_progress', 0.1, 1.2), ('hand_in', 'handed_in', 0.5, 4), ('rework', 'in_progress', 0.2, 1.5),
        ('verify', 'closed', 0.2, 2), ('suspend', 'suspended', 0.5, 3), ('pass_revisit', 'held', 90, 93)
    ) as t (step, to_status, least_days, most_days) on t.step = s.step
    window w as (partition by p.n order by s.version)
), timed as (
    -- Cases too young for their steps are hurried, so that the last one is over by last midnight.
    select s.*, reported_on + days_later * least(1, (-0.02 - reported_on) / nullif(max(days_later) over (partition by n), 0)) as bent_day
    from steps s
), midnight as (
    select date_trunc('day', now() at time zone 'Asia/Shanghai') as local
)
select t.*, case
    when is_imported then (m.local - make_interval(days => days_ago)) at time zone 'Asia/Shanghai'
    else least(
        (m.local + make_interval(days => floor(coalesce(bent_day, reported_on))::int)
            + make_interval(secs => round(3600 * (8 + 10 * (coalesce(bent_day, reported_on) - floor(coalesce(bent_day, reported_on)))))))
            at time zone 'Asia/Shanghai',
        -- Only what was reported today could lie ahead of the clock.
        date_trunc('second', now()) - make_interval(mins => 5 + n)
    )
end as at
from timed t cross join midnight m;

analyze demo_cases, demo_steps;

-- Who: the village's officer, supervisors and the planner by turns, a handler of the unit. Whoever verifies never took nor handed in.
create temp table demo_events as
select e.*, p.user_id as actor_id, a.role as actor_role, u.id as unit_id, u.name as unit_name, u.name_en as unit_name_en
from (
    select s.*, case
        when s.step not in ('assign', 'return', 'take', 'hand_in') then null
        -- What is returned had gone to the wrong unit first.
        when s.is_returned and s.version <= 4 then case s.unit when 'urban' then 'market_office' else 'urban' end
        else s.unit
    end as step_unit, pg_temp.chance('actor ' || s.step, s.n) as turn
    from demo_steps s
) e
cross join lateral (
    select case
        when e.step in ('report', 'pass_revisit') and e.source = 'officer' then 'officer'
        when e.step = 'report' and e.source = 'higher_level' then 'planner'
        when e.step in ('take', 'hand_in', 'return') then 'handler'
        when e.step = 'assign' and e.turn < 0.3 then 'planner'
        when e.step = 'imported' then 'planner'
        else 'supervisor'
    end as role
) a
left join demo_units u on u.key = e.step_unit
join demo_people p on a.role = any (p.roles) and case a.role
    when 'officer' then p.area = e.village
    when 'handler' then p.unit = e.step_unit
    when 'supervisor' then p.account = case when e.turn < 0.6 then 'supervisor' else 'supervisor2' end
    else p.area = 'shili'
end;

insert into public.hotspots (
    id, root_id, campaign_id, category_id, place_id, unit_id, status, closed_by_source, end_reason, version, urgent, title, description, address,
    quantity, quantity_unit, source, lng, lat, shape, reported_at, reported_precision, closed_at, closed_precision, created_at, updated_at
)
select c.id, r.id, g.id, k.id, p.id,
    case when c.status in ('assigned', 'in_progress', 'handed_in', 'closed', 'held', 'suspended') and not c.is_imported then u.id end,
    c.status, c.is_imported,
    case when c.status in ('closed', 'held') then 'fixed' when c.status in ('rejected', 'duplicate', 'transferred') then c.status end,
    e.version, k.urgent, pg_temp.pick(c.titles, pg_temp.chance('title', c.n)), c.description, c.address,
    case
        when s.line is not null then round(extensions.st_length(s.line::extensions.geography))
        when s.patch is not null then round(extensions.st_area(s.patch::extensions.geography))
        else c.least + floor(pg_temp.chance('quantity', c.n) * (c.most - c.least + 1))
    end,
    c.quantity_unit, c.source, extensions.st_x(pg_temp.point_at(c.x, c.y)), extensions.st_y(pg_temp.point_at(c.x, c.y)), coalesce(s.line, s.patch),
    e.reported_at, case when c.is_imported then 'day' else 'second' end,
    case when c.is_imported then e.reported_at + make_interval(days => 4 + c.n % 17) else e.ended_at end,
    case when c.is_imported then 'day' when e.ended_at is not null then 'second' end,
    case when c.is_imported then d.imported_at else e.reported_at end, case when c.is_imported then d.imported_at else e.last_at end
from demo_cases c
join (
    select n, max(version) as version, min(at) as reported_at, max(at) as last_at,
        max(at) filter (where to_status in ('closed', 'rejected', 'duplicate', 'transferred')) as ended_at
    from demo_events group by n
) e using (n)
join demo_areas r on r.key = 'shili'
join demo_units u on u.key = c.unit
join public.categories k on k.root_id is null and k.kind = 'event' and k.code_system in ('gbt47678.5-2026', 'local') and k.code = c.code
left join public.campaigns g on g.root_id = r.id and g.slug = c.slug
left join public.places p on p.root_id = r.id and p.name = c.place
cross join (select date_trunc('day', now()) - interval '30 days' as imported_at) d
-- The first five cable runs along streets are lines, the first heap in the open is a patch.
left join lateral (
    select case when o.is_run and o.ordinal <= 5 then (
        select extensions.st_makeline(pg_temp.point_at(
            c.x + cos(c.direction) * i * (12 + c.n % 9) - sin(c.direction) * 3 * (i % 2),
            c.y + sin(c.direction) * i * (12 + c.n % 9) + cos(c.direction) * 3 * (i % 2)
        ) order by i) from generate_series(0, 4) i
    ) end as line,
    case when not o.is_run and o.ordinal = 1 then (
        select extensions.st_makepolygon(extensions.st_makeline(pg_temp.point_at(
            c.x + cos(i * pi() / 4) * (6 + 5 * pg_temp.chance('patch', i % 8)), c.y + sin(i * pi() / 4) * (6 + 5 * pg_temp.chance('patch', i % 8))
        ) order by i)) from generate_series(0, 8) i
    ) end as patch
    from (
        select n, slug = 'cable' as is_run, row_number() over (partition by slug = 'cable' order by n % 10, n) as ordinal from demo_cases
        where (slug = 'cable' and kind = 'street' and quantity_unit = '米' and not is_imported and status not in ('duplicate', 'rejected'))
            or (kind = 'green' and quantity_unit = '平方米' and not is_imported and status not in ('duplicate', 'rejected'))
    ) o
    where o.n = c.n
) s on true
order by e.reported_at, c.n;

insert into public.hotspot_sources (hotspot_id, root_id, source, source_key, fields, raw, imported_at)
select h.id, h.root_id, 'old-ledger', l.key,
    private.import_fields(h) || '{"sourceStatus": "已销号", "reportedPrecision": "day", "closedPrecision": "day"}',
    jsonb_build_object(
        '台账编号', l.key, '登记日期', to_char(h.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
        '销号日期', to_char(h.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), '状态', '已销号', 'crs', 'EPSG:4326'
    ),
    h.created_at
from public.hotspots h
join (select id, 'TZ-' || lpad((row_number() over (order by n))::text, 4, '0') as key from demo_cases where is_imported) l using (id);

insert into public.hotspot_events (
    hotspot_id, at, step, from_status, to_status, version, actor_id, actor_role, actor_unit_id, reason, note, detail
)
select e.id, case when e.is_imported then h.created_at else e.at end, e.step, e.from_status, e.to_status, e.version, e.actor_id, e.actor_role,
    case when e.actor_role = 'handler' then e.unit_id end,
    case e.step
        when 'reject' then pg_temp.pick('{现场核查未发现问题,属于正常施工围挡,已由相关单位先行处理}', e.turn)
        when 'mark_duplicate' then '与已有点位为同一问题'
        when 'transfer' then '权属不在本镇,移交主管单位办理'
        when 'return' then pg_temp.pick('{不属于本单位职责范围,现场权属为其他单位}', e.turn)
        when 'rework' then pg_temp.pick('{清理不彻底,仍有残留,整改未达标准}', e.turn)
        when 'suspend' then pg_temp.pick('{等待线路迁改计划,涉及产权纠纷需协调,纳入下阶段工程统一实施}', e.turn)
    end,
    case e.step
        when 'hand_in' then case e.slug when 'small_ads' then '已铲除清洗' when 'cable' then '已梳理捆扎' when 'dogs' then '已上门劝导并清理' else '已整改完成' end
        when 'verify' then '现场核查,整改到位'
        when 'pass_revisit' then '回头看未反弹'
    end,
    case
        when e.step in ('assign', 'return') then jsonb_build_object('unitId', e.unit_id, 'unitName', e.unit_name, 'unitNameEn', e.unit_name_en)
        when e.step = 'mark_duplicate' then jsonb_build_object('originalNo', o.no)
        when e.step = 'transfer' then jsonb_build_object('receiver', pg_temp.pick('{县公路管理中心,县水利局,县交通运输局}', e.turn))
        when e.step = 'imported' then jsonb_build_object(
            'source', f.source, 'sourceKey', f.source_key, 'sourceStatus', f.fields ->> 'sourceStatus',
            'reportedAt', f.fields ->> 'reportedAt', 'closedAt', f.fields ->> 'closedAt')
    end
from demo_events e
join public.hotspots h on h.id = e.id
left join public.hotspot_sources f on f.hotspot_id = e.id
left join demo_cases b on b.n = e.basis
left join public.hotspots o on o.id = b.id
order by case when e.is_imported then h.created_at else e.at end, e.n, e.version;

drop table demo_events, demo_steps, demo_cases, demo_topics, demo_spots, demo_sites, demo_people, demo_units, demo_borders, demo_areas;
drop function pg_temp.point_at(double precision, double precision), pg_temp.pick(text[], double precision), pg_temp.chance(text, bigint);
