-- Hotspots, their append-only events and what an import's source said. Nobody writes these tables directly: there is no grant
-- for it. Status moves through advance_hotspot, creation from files through import_hotspots.

-- Web Mercator position at level 30: a tile at zoom 18 is 4096 × 4096 units of 3.7 cm. Not strict, and each argument used
-- once, so that the planner inlines them. (Bodies in the standard's form are bound when created: they need no search_path,
-- which would forbid inlining.)
create function private.mercator_x(lng double precision)
returns bigint
language sql
immutable
parallel safe
return least(greatest(floor((lng + 180) / 360 * 1073741824), 0), 1073741823)::bigint;
comment on function private.mercator_x(double precision) is 'Column of a longitude (degrees) in the level-30 grid of the tile pyramid, 0 .. 2^30 - 1.';

create function private.mercator_y(lat double precision)
returns bigint
language sql
immutable
parallel safe
return least(greatest(floor((0.5 - ln(tan(pi() / 4 + radians(least(greatest(lat, -85.06), 85.06)) / 2)) / (2 * pi())) * 1073741824), 0), 1073741823)::bigint;
comment on function private.mercator_y(double precision) is 'Row of a latitude (degrees) in the level-30 grid of the tile pyramid, 0 .. 2^30 - 1, north first.';

create function private.z_order(x bigint, y bigint)
returns bigint
language plpgsql
immutable
strict
parallel safe
set search_path = ''
as $$
begin
    -- Spreads the 30 bits of each number to every other bit. Brackets matter: | and << have one precedence in PostgreSQL.
    x := (x | (x << 16)) & 281470681808895;
    y := (y | (y << 16)) & 281470681808895;
    x := (x | (x << 8)) & 71777214294589695;
    y := (y | (y << 8)) & 71777214294589695;
    x := (x | (x << 4)) & 1085102592571150095;
    y := (y | (y << 4)) & 1085102592571150095;
    x := (x | (x << 2)) & 3689348814741910323;
    y := (y | (y << 2)) & 3689348814741910323;
    x := (x | (x << 1)) & 6148914691236517205;
    y := (y | (y << 1)) & 6148914691236517205;
    return x | (y << 1);
end;
$$;
comment on function private.z_order(bigint, bigint) is
    'Interleaves two 30-bit numbers (Morton order): a tile z/x/y is one half-open range of keys, so no point is lost or doubled at a border.';

create function private.state_of(p_status text, p_closed_by_source boolean)
returns smallint
language sql
immutable
parallel safe
return case
    when p_status = 'closed' and p_closed_by_source then 11
    else array_position('{reported,accepted,assigned,in_progress,handed_in,closed,held,rejected,duplicate,transferred,suspended}'::text[], p_status) - 1
end::smallint;
comment on function private.state_of(text, boolean) is 'A status as the small integer that counters, tiles and messages carry; 11 = closed per source.';
grant execute on function private.mercator_x(double precision), private.mercator_y(double precision), private.z_order(bigint, bigint),
    private.state_of(text, boolean) to authenticated;

create table public.hotspots (
    id uuid primary key,
    no bigint generated always as identity,
    root_id bigint not null references public.areas (id) on delete restrict,
    area_id bigint references public.areas (id) on delete set null,
    campaign_id bigint references public.campaigns (id) on delete restrict,
    category_id bigint not null references public.categories (id) on delete restrict,
    place_id bigint references public.places (id) on delete set null,
    unit_id bigint references public.units (id) on delete restrict,
    status text not null default 'reported',
    closed_by_source boolean not null default false,
    end_reason text,
    version int not null default 1,
    urgent boolean not null default false,
    title text,
    description text,
    address text,
    quantity numeric,
    quantity_unit text,
    source text not null,
    lng double precision not null,
    lat double precision not null,
    shape extensions.geometry(Geometry, 4326),
    reported_at timestamptz not null,
    reported_precision text not null default 'second',
    closed_at timestamptz,
    closed_precision text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    state smallint not null generated always as (private.state_of(status, closed_by_source)) stored,
    key bigint not null generated always as (private.z_order(private.mercator_x(lng), private.mercator_y(lat))) stored,
    constraint hotspots_status_is_known check (coalesce(status, '') in (
        'reported', 'accepted', 'assigned', 'in_progress', 'handed_in', 'closed', 'held', 'rejected', 'duplicate', 'transferred', 'suspended'
    )),
    constraint hotspots_source_is_known check (coalesce(source, '') in (
        'officer', 'inspection', 'revisit', 'hotline', 'public', 'video', 'higher_level', 'import'
    )),
    constraint hotspots_end_reason_fits_status check (
        case status
            when 'closed' then end_reason = 'fixed'
            when 'held' then end_reason = 'fixed'
            when 'rejected' then end_reason = 'rejected'
            when 'duplicate' then end_reason = 'duplicate'
            when 'transferred' then end_reason = 'transferred'
            else end_reason is null
        end is true
    ),
    constraint hotspots_open_has_no_closing_time check (end_reason is not null or closed_at is null),
    constraint hotspots_ended_here_has_a_closing_time check (end_reason is null or closed_at is not null or source = 'import'),
    constraint hotspots_closed_per_source_is_imported check (not closed_by_source or (status = 'closed' and source = 'import')),
    constraint hotspots_is_on_earth check (coalesce(lng >= -180 and lng <= 180 and lat >= -90 and lat <= 90, false)),
    constraint hotspots_shape_is_line_or_polygon check (
        shape is null or coalesce(extensions.st_geometrytype(shape), '') in ('ST_LineString', 'ST_Polygon')
    ),
    constraint hotspots_quantity_is_a_number check (quantity is null or (quantity >= 0 and quantity < 'Infinity')),
    constraint hotspots_precision_is_known check (
        coalesce(reported_precision, '') in ('second', 'day') and (closed_precision is null or closed_precision in ('second', 'day'))
    ),
    constraint hotspots_work_has_a_unit check (status not in ('assigned', 'in_progress', 'handed_in') or unit_id is not null)
);
comment on table public.hotspots is
    'One problem at one place. lng/lat is the point (of a line or polygon: a point on it); shape is null for points. area_id null = in no area.';
comment on column public.hotspots.state is 'status as a small integer, 11 = closed per source; see private.state_of.';
comment on column public.hotspots.key is 'Z-order of the level-30 Web Mercator position: the place in the tile pyramid.';
comment on column public.hotspots.version is 'Rises by one with every step; a step names the version it saw.';
create unique index hotspots_no on public.hotspots (no);
create index hotspots_key on public.hotspots (key, no);
-- One row in 64, index-only: estimates for filters that the counters do not hold, above 50,000 candidates.
create index hotspots_sample on public.hotspots (key)
    include (root_id, area_id, campaign_id, category_id, unit_id, state, reported_at) where no % 64 = 0;
create index hotspots_root on public.hotspots (root_id, no);
create index hotspots_area on public.hotspots (area_id, key);
create index hotspots_campaign on public.hotspots (campaign_id, key);
create index hotspots_category on public.hotspots (category_id, key);
create index hotspots_unit on public.hotspots (unit_id, key) where unit_id is not null;
create index hotspots_place on public.hotspots (place_id) where place_id is not null;
create index hotspots_reported on public.hotspots (root_id, reported_at);

create table public.hotspot_events (
    id bigint generated always as identity primary key,
    hotspot_id uuid not null references public.hotspots (id) on delete restrict,
    at timestamptz not null default clock_timestamp(),
    step text not null,
    from_status text,
    to_status text not null,
    version int not null,
    actor_id uuid,
    actor_role text,
    actor_unit_id bigint references public.units (id) on delete restrict,
    reason text,
    note text,
    detail jsonb,
    constraint hotspot_events_step_is_not_blank check (coalesce(btrim(step), '') <> '')
);
comment on table public.hotspot_events is 'What happened to a hotspot: who, server time, from, to, reason, note. Never edited, never deleted.';
create index hotspot_events_hotspot_id on public.hotspot_events (hotspot_id, id);
create index hotspot_events_actor_unit_id on public.hotspot_events (actor_unit_id);

create function private.keep_events()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
    perform private.refuse('PT403', 'not_allowed');
    return null;
end;
$$;
comment on function private.keep_events() is 'Refuses (PT403) every change of an event, whoever tries.';
create trigger keep_events before update or delete on public.hotspot_events for each row execute function private.keep_events();
create trigger keep_events_truncate before truncate on public.hotspot_events for each statement execute function private.keep_events();

create table public.hotspot_sources (
    hotspot_id uuid primary key references public.hotspots (id) on delete restrict,
    root_id bigint not null references public.areas (id) on delete restrict,
    source text not null,
    source_key text not null,
    fields jsonb not null,
    raw jsonb,
    imported_at timestamptz not null default now(),
    constraint hotspot_sources_key_is_unique unique (root_id, source, source_key)
);
comment on table public.hotspot_sources is
    'Where an imported hotspot comes from: the key that makes a row the same row next time, the fields of the last import and the raw row.';

create function private.place_hotspot_in_area()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
    if new.shape is not null then
        -- A point that lies on the line or in the polygon, so that the symbol is where the problem is.
        new.lng := extensions.st_x(extensions.st_pointonsurface(new.shape));
        new.lat := extensions.st_y(extensions.st_pointonsurface(new.shape));
    end if;
    new.area_id := private.area_at(new.root_id, new.lng, new.lat);
    return new;
end;
$$;
comment on function private.place_hotspot_in_area() is 'Sets lng and lat from a shape, and area_id from the point.';
create trigger place_hotspot_in_area before insert or update of root_id, lng, lat, shape on public.hotspots
    for each row execute function private.place_hotspot_in_area();

alter table public.hotspots enable row level security;
grant select on public.hotspots to authenticated, service_role;
create policy hotspots_select_in_scope on public.hotspots for select to authenticated using (
    root_id = any ((select private.full_root_ids())::bigint[])
    or area_id = any ((select private.part_area_ids())::bigint[])
    or unit_id = any ((select private.unit_ids())::bigint[])
);

alter table public.hotspot_events enable row level security;
grant select on public.hotspot_events to authenticated, service_role;
create policy hotspot_events_select_with_hotspot on public.hotspot_events for select to authenticated using (
    exists (select from public.hotspots h where h.id = hotspot_id)
);

-- The raw row of a source may hold personal data: only for those who import or supervise.
alter table public.hotspot_sources enable row level security;
grant select on public.hotspot_sources to authenticated, service_role;
create policy hotspot_sources_select_by_staff on public.hotspot_sources for select to authenticated using (
    exists (
        select from public.hotspots h
        where h.id = hotspot_id and private.may_in(h.root_id, h.area_id, '{admin,planner,supervisor}')
    )
);
