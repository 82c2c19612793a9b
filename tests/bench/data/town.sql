-- The bench town: one root, 40 villages that tile it, three units, one account a role. Nothing in it is real.
-- Positions are metres from 117.94 E 30.97 N. The old town lies in the west, the new street (a few hundred hotspots that every size
-- has alike) nine kilometres east of it, where nothing else is.

create schema bench;
comment on schema bench is 'Generator of the bench: functions of a number, so that every size holds the points of the smaller ones.';

create function bench.chance(n bigint, salt int)
returns double precision
language sql
immutable
parallel safe
return ((hashint8extended(n, salt) >> 11) & 9007199254740991)::double precision / 9007199254740992;
comment on function bench.chance(bigint, int) is 'A number in [0, 1) that follows from two others.';

create function bench.lng(x double precision)
returns double precision
language sql
immutable
parallel safe
return round((117.94 + x / 95450)::numeric, 7)::double precision;
comment on function bench.lng(double precision) is 'Longitude of metres east of the middle of the town.';

create function bench.lat(y double precision)
returns double precision
language sql
immutable
parallel safe
return round((30.97 + y / 110870)::numeric, 7)::double precision;
comment on function bench.lat(double precision) is 'Latitude of metres north of the middle of the town.';

select private.make_root_area('测速镇', 'Bench Town', 'township', 'Asia/Shanghai');

create temp table cells as
select row_number() over () as i, (extensions.st_dump(extensions.st_voronoipolygons(extensions.st_collect(p), 0, e.extent))).geom as cell, e.extent
from (select extensions.st_makeenvelope(bench.lng(-5500), bench.lat(-5500), bench.lng(10500), bench.lat(5500), 4326) as extent) e
cross join lateral (
    select extensions.st_setsrid(extensions.st_makepoint(
        bench.lng(-5500 + 2000 * (c + 0.2 + 0.6 * bench.chance(c * 5 + r, 201))),
        bench.lat(-5500 + 2200 * (r + 0.2 + 0.6 * bench.chance(c * 5 + r, 202)))
    ), 4326) as p
    from generate_series(0, 7) c, generate_series(0, 4) r
) seeds
group by e.extent;

insert into public.areas (parent_id, level, name, name_en, source, source_key)
select root.id, 'village', '第' || c.n || '村', 'Village ' || c.n, 'bench', c.n::text
from public.areas root, (select row_number() over () as n from cells) c
where root.parent_id is null
order by c.n;

insert into public.area_boundaries (area_id, boundary)
select a.id, extensions.st_multi(extensions.st_segmentize(extensions.st_intersection(c.cell, c.extent), 0.001))
from (select row_number() over () as n, cell, extent from cells) c
join public.areas a on a.source = 'bench' and a.source_key = c.n::text;
drop table cells;

insert into public.units (root_id, name)
select a.id, n from public.areas a, unnest('{城管中队,环卫所,市场管理站}'::text[]) n where a.parent_id is null;

-- One account a role, over the whole town. The password is known to everybody: the data are invented and the server listens on loopback.
insert into auth.users (
    id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at,
    confirmation_token, recovery_token, email_change, email_change_token_new, email_change_token_current, reauthentication_token,
    phone_change, phone_change_token
)
select md5(r)::uuid, 'authenticated', 'authenticated', r || '@bench.example', extensions.crypt('bench-township', extensions.gen_salt('bf', 6)), now(),
    '{"provider": "email", "providers": ["email"]}', '{}', now(), now(), '', '', '', '', '', '', '', ''
from unnest('{viewer,officer,supervisor,planner}'::text[]) r;

insert into public.members (user_id, role, area_id, display_name)
select md5(r)::uuid, r, a.id, r from public.areas a, unnest('{viewer,officer,supervisor,planner}'::text[]) r where a.parent_id is null;

-- The first hotspots are the new street; 2 % of the others lie on one coordinate, the rest around 60 centres.
create function bench.position(n bigint, out x double precision, out y double precision)
language sql
immutable
parallel safe
as $$
    select
        case
            when n <= 500 then 8800 + 400 * bench.chance(n, 1)
            when bench.chance(n, 2) < 0.02 then 0
            else -4000 + 8000 * bench.chance(c.centre, 101) + c.away * cos(c.turn)
        end,
        case
            when n <= 500 then 20 * bench.chance(n, 3)
            when bench.chance(n, 2) < 0.02 then 0
            else -4000 + 8000 * bench.chance(c.centre, 102) + c.away * sin(c.turn)
        end
    from (
        select d.centre, 2 * pi() * bench.chance(n, 6) as turn,
            (80 + 600 * bench.chance(d.centre, 103) ^ 2) * sqrt(-2 * ln(1 - bench.chance(n, 5))) as away
        from (select floor(60 * bench.chance(n, 4) ^ 1.6)::bigint as centre) d
    ) c
$$;
comment on function bench.position(bigint) is 'Metres east and north of the middle of the town.';

create table bench.statuses as
select status, by_source, sum(share) over (order by ordinal) - share as from_share, sum(share) over (order by ordinal) as to_share
from (values
    -- 17 % are open
    (1, 'reported', false, 0.04), (2, 'accepted', false, 0.02), (3, 'assigned', false, 0.04), (4, 'in_progress', false, 0.05), (5, 'handed_in', false, 0.02),
    (6, 'closed', false, 0.50), (7, 'held', false, 0.12), (8, 'closed', true, 0.10),
    (9, 'rejected', false, 0.05), (10, 'duplicate', false, 0.03), (11, 'transferred', false, 0.02), (12, 'suspended', false, 0.01)
) as s (ordinal, status, by_source, share);

create table bench.campaigns as
select c.id, s.from_share, s.to_share
from (select id, row_number() over (order by id) as position from public.campaigns) c
join (values (1, 0.0, 0.4), (2, 0.4, 0.65), (3, 0.65, 0.8), (4, 0.8, 0.9), (5, 0.9, 0.98), (6, 0.98, 1.0)) as s (position, from_share, to_share) using (position);

create table bench.categories as
select id, row_number() over (order by id) - 1 as position, count(*) over () as total from public.categories where root_id is null and kind = 'event';
