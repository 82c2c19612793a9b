-- Which unit answers for which category in which area: what a new case is proposed to. What no route answers for is ownerless and is seen as such.

create table public.category_routes (
    id bigint generated always as identity primary key,
    root_id bigint not null references public.areas (id) on delete restrict,
    category_id bigint references public.categories (id) on delete cascade,
    area_id bigint references public.areas (id) on delete cascade,
    unit_id bigint not null references public.units (id) on delete cascade,
    created_at timestamptz not null default now(),
    constraint category_routes_is_unique unique nulls not distinct (root_id, category_id, area_id)
);
comment on table public.category_routes is
    'category × area → unit. No category = any, no area = anywhere in the root. The more exact category wins, then the more exact area.';
create index category_routes_category_id on public.category_routes (category_id);
create index category_routes_area_id on public.category_routes (area_id);
create index category_routes_unit_id on public.category_routes (unit_id);

create function private.check_category_route()
returns trigger
language plpgsql
security definer -- must see what the route names whoever writes
set search_path = ''
as $$
begin
    if new.category_id is not null
        and not exists (select from public.categories k where k.id = new.category_id and (k.root_id is null or k.root_id = new.root_id)) then
        perform private.refuse('PT422', 'category_unknown');
    end if;
    if new.area_id is not null and not exists (select from public.areas a where a.id = new.area_id and a.root_id = new.root_id) then
        perform private.refuse('PT422', 'area_unknown');
    end if;
    if not exists (select from public.units u where u.id = new.unit_id and u.root_id = new.root_id) then
        perform private.refuse('PT422', 'unit_unknown');
    end if;
    return new;
end;
$$;
comment on function private.check_category_route() is
    'Refuses (PT422 category_unknown, area_unknown, unit_unknown) a route that names something of another root.';
create trigger check_category_route before insert or update on public.category_routes
    for each row execute function private.check_category_route();
create trigger check_root before insert or update of root_id on public.category_routes for each row execute function private.check_root();

create function private.route_for(p_root bigint, p_category bigint, p_area bigint)
returns bigint
language sql
stable
security definer -- asked by triggers for whoever reports
set search_path = ''
as $$
    with recursive category as (
        select k.id, k.parent_id, 0 as up from public.categories k where k.id = p_category
        union all
        select k.id, k.parent_id, c.up + 1 from category c join public.categories k on k.id = c.parent_id
        where c.up < 10
    )
    select r.unit_id
    from public.category_routes r
    left join category c on c.id = r.category_id
    left join public.areas a on a.id = r.area_id
    where r.root_id = p_root
        and (r.category_id is null or c.id is not null)
        and (r.area_id is null or exists (
            select from public.areas at where at.id = p_area and at.path operator(extensions.<@) a.path))
    order by c.up nulls last, extensions.nlevel(a.path) desc nulls last
    limit 1
$$;
comment on function private.route_for(bigint, bigint, bigint) is
    'The unit that answers for a category (or one above it) in an area (or one above it) of a root; null when no route does.';

create function private.propose_unit()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
    -- A township without routes has nothing to look up, and an import of a million rows does not do so a million times.
    if exists (select from public.category_routes r where r.root_id = new.root_id) then
        new.proposed_unit_id := private.route_for(new.root_id, new.category_id, new.area_id);
    end if;
    return new;
end;
$$;
comment on function private.propose_unit() is 'Sets proposed_unit_id from the routes. Its name lets it run after place_hotspot_in_area, which sets the area.';
create trigger propose_unit before insert or update of root_id, category_id, area_id, lng, lat, shape on public.hotspots
    for each row execute function private.propose_unit();

create function private.propose_units_again()
returns trigger
language plpgsql
security definer -- nobody may write hotspots; changes what is proposed for them and nothing else
set search_path = ''
as $$
declare
    v_roots bigint[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct root_id) into v_roots from new_routes;
    elsif tg_op = 'DELETE' then
        select array_agg(distinct root_id) into v_roots from old_routes;
    else
        select array_agg(distinct root_id) into v_roots from (select root_id from new_routes union select root_id from old_routes) as changed;
    end if;
    -- Only what waits to be assigned: a case in work keeps what it was told.
    update public.hotspots h set proposed_unit_id = w.unit_id
    from (
        select waiting.id, routed.unit_id
        from public.hotspots waiting
        join (
            -- Once for each kind of case and not for each case.
            select k.root_id, k.category_id, k.area_id, private.route_for(k.root_id, k.category_id, k.area_id) as unit_id
            from (
                select distinct root_id, category_id, area_id from public.hotspots
                where root_id = any (v_roots) and end_reason is null and unit_id is null
            ) as k
        ) as routed on routed.root_id = waiting.root_id and routed.category_id = waiting.category_id
            and routed.area_id is not distinct from waiting.area_id
        where waiting.end_reason is null and waiting.unit_id is null
            and waiting.proposed_unit_id is distinct from routed.unit_id
    ) as w
    where h.id = w.id;
    return null;
end;
$$;
comment on function private.propose_units_again() is 'Proposes anew for cases that wait for a unit when routes change; one that became ownerless is seen at once.';
create trigger propose_units_again_insert after insert on public.category_routes referencing new table as new_routes
    for each statement execute function private.propose_units_again();
create trigger propose_units_again_update after update on public.category_routes referencing old table as old_routes new table as new_routes
    for each statement execute function private.propose_units_again();
create trigger propose_units_again_delete after delete on public.category_routes referencing old table as old_routes
    for each statement execute function private.propose_units_again();
-- What waits for a unit, ownerless first: routes that change look at these and at nothing else.
create index hotspots_waiting on public.hotspots (root_id, proposed_unit_id) where end_reason is null and unit_id is null;

alter table public.category_routes enable row level security;
grant select on public.category_routes to authenticated, service_role;
grant insert (root_id, category_id, area_id, unit_id), update (unit_id), delete on public.category_routes to authenticated;
create policy category_routes_select_in_root on public.category_routes for select to authenticated using (root_id = any ((select private.root_ids())::bigint[]));
-- A route counts everywhere in its root, so it takes somebody who administers the root.
create policy category_routes_insert_by_admin on public.category_routes for insert to authenticated with check (private.may(root_id, '{admin}'));
create policy category_routes_update_by_admin on public.category_routes for update to authenticated
    using (private.may(root_id, '{admin}')) with check (private.may(root_id, '{admin}'));
create policy category_routes_delete_by_admin on public.category_routes for delete to authenticated using (private.may(root_id, '{admin}'));
