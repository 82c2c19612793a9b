-- Things that stand on the map and are no problems: seats, markets, schools …

create table public.places (
    id bigint generated always as identity primary key,
    root_id bigint not null references public.areas (id) on delete restrict,
    area_id bigint references public.areas (id) on delete set null,
    kind text not null,
    name text not null,
    name_en text,
    lng double precision not null,
    lat double precision not null,
    source text,
    source_key text,
    created_at timestamptz not null default now(),
    constraint places_kind_is_known check (coalesce(kind, '') in (
        'village_seat', 'market', 'school', 'government', 'service_station', 'park', 'inspection_site', 'clinic', 'waste_station', 'other'
    )),
    constraint places_name_is_not_blank check (coalesce(btrim(name), '') <> ''),
    constraint places_is_on_earth check (coalesce(lng >= -180 and lng <= 180 and lat >= -90 and lat <= 90, false)),
    constraint places_source_key_is_unique unique (root_id, source, source_key)
);
comment on table public.places is 'Places that a campaign is about or that help to find one''s way. Their area is worked out by the database.';
create index places_area_id on public.places (area_id);
create trigger check_root before insert or update of root_id on public.places for each row execute function private.check_root();

create function private.area_at(p_root_id bigint, p_lng double precision, p_lat double precision)
returns bigint
language sql
stable
security definer -- the area of a point does not depend on who asks
set search_path = ''
as $$
    -- 1e-9 degree (0.1 mm) instead of covers: a point on a shared border belongs to both sides and none is lost (domain rules, section 7).
    select b.area_id
    from public.area_boundaries b
    join public.areas a on a.id = b.area_id and a.root_id = p_root_id
    where extensions.st_dwithin(b.boundary, extensions.st_setsrid(extensions.st_makepoint(p_lng, p_lat), 4326), 1e-9)
    order by extensions.nlevel(a.path) desc, a.size_m2, a.id
    limit 1
$$;
comment on function private.area_at(bigint, double precision, double precision) is
    'Most specific level that covers the point, then the smallest, then the lowest id; null outside every area of the root. WGS 84 degrees. '
    'Not callable by clients.';

create function private.place_in_area()
returns trigger
language plpgsql
security definer -- see area_at
set search_path = ''
as $$
begin
    new.area_id := private.area_at(new.root_id, new.lng, new.lat);
    return new;
end;
$$;
comment on function private.place_in_area() is 'Sets area_id from root_id, lng and lat.';
create trigger place_in_area before insert or update of root_id, lng, lat on public.places for each row execute function private.place_in_area();

alter table public.places enable row level security;
grant select on public.places to authenticated, service_role;
grant insert (root_id, kind, name, name_en, lng, lat, source, source_key), update (kind, name, name_en, lng, lat), delete on public.places to authenticated;
create policy places_select_in_root on public.places for select to authenticated using (root_id = any ((select private.root_ids())::bigint[]));
create policy places_insert_by_planner on public.places for insert to authenticated with check (private.may_in(root_id, area_id, '{admin,planner}'));
create policy places_update_by_planner on public.places for update to authenticated
    using (private.may_in(root_id, area_id, '{admin,planner}')) with check (private.may_in(root_id, area_id, '{admin,planner}'));
create policy places_delete_by_planner on public.places for delete to authenticated using (private.may_in(root_id, area_id, '{admin,planner}'));
