-- Areas in and out: new roots, import from GeoJSON rows, reassignment of hotspots after a boundary changed, and reading as GeoJSON.

create table public.area_reassignments (
    root_id bigint primary key references public.areas (id) on delete cascade,
    next_no bigint not null default 0,
    last_no bigint not null,
    changed bigint not null default 0,
    started_at timestamptz not null default now()
);
comment on table public.area_reassignments is
    'The one running reassignment of a root after its boundaries changed: hotspots up to next_no are done, last_no is the last one to do.';

create function private.measure_boundary()
returns trigger
language plpgsql
security definer -- writes areas, which importers may not
set search_path = ''
as $$
declare
    v_center extensions.geometry := extensions.st_pointonsurface(new.boundary);
begin
    update public.areas set
        size_m2 = extensions.st_area(new.boundary::extensions.geography),
        center_lng = extensions.st_x(v_center),
        center_lat = extensions.st_y(v_center),
        bbox = array[extensions.st_xmin(new.boundary), extensions.st_ymin(new.boundary), extensions.st_xmax(new.boundary), extensions.st_ymax(new.boundary)]
    where id = new.area_id;
    -- Whatever lies in the old or new boundary may belong elsewhere now. The whole root is gone through again, in chunks (reassign_areas).
    insert into public.area_reassignments (root_id, last_no)
    select a.root_id, h.last_no
    from public.areas a
    cross join lateral (select max(no) last_no from public.hotspots where root_id = a.root_id) h
    where a.id = new.area_id and h.last_no is not null
    on conflict (root_id) do update set next_no = 0, last_no = excluded.last_no, started_at = now();
    return null;
end;
$$;
comment on function private.measure_boundary() is 'Keeps size (geodesic m²), label point and bounding box of an area, and orders the reassignment of its root.';
create trigger measure_boundary after insert or update on public.area_boundaries for each row execute function private.measure_boundary();

create function private.reassign_places()
returns trigger
language plpgsql
security definer -- writes places whoever imports
set search_path = ''
as $$
begin
    update public.places p set lng = p.lng
    where p.root_id in (select a.root_id from public.areas a join changed c on c.area_id = a.id);
    return null;
end;
$$;
comment on function private.reassign_places() is 'Places are few: they find their area again at once. Setting lng runs their own trigger.';
create trigger reassign_places_insert after insert on public.area_boundaries referencing new table as changed
    for each statement execute function private.reassign_places();
create trigger reassign_places_update after update on public.area_boundaries referencing new table as changed
    for each statement execute function private.reassign_places();

create function private.give_up_area()
returns trigger
language plpgsql
security definer -- writes the order and places whoever deletes
set search_path = ''
as $$
begin
    -- The hotspots of the area have been left in no area by now; they may lie in what is above it.
    insert into public.area_reassignments (root_id, last_no)
    select r.root_id, max(h.no)
    from (select distinct d.root_id from deleted d where d.parent_id is not null) r join public.hotspots h on h.root_id = r.root_id
    group by r.root_id
    on conflict (root_id) do update set next_no = 0, last_no = excluded.last_no, started_at = now();
    update public.places p set lng = p.lng where p.root_id in (select d.root_id from deleted d where d.parent_id is not null);
    return null;
end;
$$;
comment on function private.give_up_area() is 'Orders the reassignment of a root that has lost an area; its places find their area again at once.';
create trigger give_up_area after delete on public.areas referencing old table as deleted
    for each statement execute function private.give_up_area();

create function private.reassign_areas(p_root bigint, p_limit int)
returns jsonb
language plpgsql
security definer -- moves hotspots to their area; checks the role itself
set search_path = ''
set plan_cache_mode = force_custom_plan -- see import_hotspots
as $$
declare
    v_job public.area_reassignments;
    v_upto bigint;
    v_changed bigint;
    v_done boolean;
begin
    if not private.has_role_in_root(p_root, '{admin,planner}') then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('hotspot_counters'));
    select * into v_job from public.area_reassignments where root_id = p_root for update;
    if not found then
        return jsonb_build_object('done', true, 'processed', 0, 'total', 0, 'changed', 0);
    end if;
    select max(no) into v_upto from (
        select no from public.hotspots where root_id = p_root and no > v_job.next_no and no <= v_job.last_no
        order by no limit least(greatest(coalesce(p_limit, 2000), 1), 10000)
    ) page;
    v_done := v_upto is null or v_upto >= v_job.last_no;
    if v_upto is not null then
        update public.hotspots h set area_id = f.area_id
        from (
            select p.id, private.area_at(p_root, p.lng, p.lat) area_id
            from public.hotspots p where p.root_id = p_root and p.no > v_job.next_no and p.no <= v_upto
        ) f
        where h.id = f.id and h.area_id is distinct from f.area_id;
        get diagnostics v_changed = row_count;
    end if;
    if v_done then
        delete from public.area_reassignments where root_id = p_root;
    else
        update public.area_reassignments set next_no = v_upto, changed = changed + v_changed where root_id = p_root;
    end if;
    return jsonb_build_object(
        'done', v_done,
        'processed', (select count(*) from public.hotspots where root_id = p_root and no <= coalesce(v_upto, v_job.last_no)),
        'total', (select count(*) from public.hotspots where root_id = p_root and no <= v_job.last_no),
        'changed', v_job.changed + coalesce(v_changed, 0)
    );
end;
$$;
comment on function private.reassign_areas(bigint, int) is 'See public.reassign_areas.';

create function public.reassign_areas(p_root bigint, p_limit int default 2000)
returns jsonb
language sql
set search_path = ''
as $$
    select private.reassign_areas(p_root, p_limit)
$$;
comment on function public.reassign_areas(bigint, int) is
    'Does the next chunk of a root''s reassignment after its boundaries changed: {done, processed, total, changed}. Call until done. PT403 not_allowed.';

create function private.create_root_area(p_name text, p_name_en text, p_level text, p_time_zone text)
returns jsonb
language plpgsql
security definer -- a plain insert can never make a root; checks that the caller already plans or administers somewhere
set search_path = ''
as $$
declare
    v_user uuid := auth.uid();
    v_name text;
    v_id bigint;
begin
    select m.display_name into v_name from public.members m where m.user_id = v_user and m.role in ('admin', 'planner') order by m.id limit 1;
    if not found then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if coalesce(btrim(p_name), '') = '' then
        perform private.refuse('PT422', 'name_required');
    end if;
    if coalesce(p_level, '') not in ('county', 'township', 'village', 'community', 'grid') then
        perform private.refuse('PT422', 'level_unknown');
    end if;
    v_id := private.make_root_area(p_name, p_name_en, p_level, p_time_zone);
    insert into public.members (user_id, role, area_id, display_name) values (v_user, 'admin', v_id, v_name), (v_user, 'planner', v_id, v_name);
    return jsonb_build_object('id', v_id);
end;
$$;
comment on function private.create_root_area(text, text, text, text) is 'See public.create_root_area.';

create function private.make_root_area(p_name text, p_name_en text, p_level text, p_time_zone text)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
    v_id bigint;
begin
    insert into public.areas (level, name, name_en) values (p_level, btrim(p_name), nullif(btrim(p_name_en), '')) returning id into v_id;
    if p_time_zone is not null then
        insert into public.settings (area_id, key, value) values (v_id, 'time_zone', to_jsonb(p_time_zone));
    end if;
    if p_level = 'township' then
        perform private.adopt_catalogue(v_id);
    end if;
    return v_id;
end;
$$;
comment on function private.make_root_area(text, text, text, text) is 'A new root; a township gets its nine campaigns. Not callable by clients.';

create function public.create_root_area(p_name text, p_name_en text, p_level text, p_time_zone text)
returns jsonb
language sql
set search_path = ''
as $$
    select private.create_root_area(p_name, p_name_en, p_level, p_time_zone)
$$;
comment on function public.create_root_area(text, text, text, text) is
    'A new area tree; the caller becomes its admin and planner: {id}. PT403 not_allowed, PT422 name_required, level_unknown, time_zone_unknown.';

create function private.create_first_admin(p_user_id uuid, p_display_name text, p_township_name text)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
    v_id bigint;
begin
    if exists (select from public.members) then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    v_id := private.make_root_area(p_township_name, null, 'township', 'Asia/Shanghai');
    insert into public.members (user_id, role, area_id, display_name)
    select p_user_id, r, v_id, p_display_name from unnest('{admin,planner}'::text[]) r;
    return v_id;
end;
$$;
comment on function private.create_first_admin(uuid, text, text) is
    'The first township of an empty installation and its first admin, who also plans. PT403 once there is a member. Run by the server, not by clients.';

create function private.import_areas(p_source text, p_parent bigint, p_level text, p_rows jsonb, p_dry_run boolean)
returns jsonb
language plpgsql
security definer -- writes areas and boundaries for planners too; checks the role itself
set search_path = ''
as $$
declare
    v_parent public.areas;
    v_row jsonb;
    v_boundary extensions.geometry;
    v_old extensions.geometry;
    v_area public.areas;
    v_key text;
    v_name text;
    v_reason text;
    v_outcome text;
    v_seen text[] := '{}';
    v_results jsonb := '[]';
    v_changed boolean := false;
begin
    select * into v_parent from public.areas where id = p_parent;
    if not found or not private.may(p_parent, '{admin,planner}') then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if coalesce(p_level, '') not in ('county', 'township', 'village', 'community', 'grid') then
        perform private.refuse('PT422', 'level_unknown');
    end if;
    if coalesce(btrim(p_source), '') = '' then
        perform private.refuse('PT422', 'source_unknown');
    end if;
    if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) > 1000 then
        perform private.refuse('PT422', 'too_many_rows');
    end if;
    if not p_dry_run then
        -- Whoever writes hotspots holds this lock: none is placed by the old boundaries and committed after the reassignment was ordered.
        perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('hotspot_counters'));
    end if;
    for v_row in select * from jsonb_array_elements(p_rows) loop
        v_key := nullif(btrim(v_row ->> 'key'), '');
        v_name := nullif(btrim(v_row ->> 'name'), '');
        v_boundary := private.try_boundary(v_row -> 'geometry');
        v_reason := case
            when v_key is null then 'key_required'
            when v_name is null then 'name_required'
            when v_key = any (v_seen) then 'duplicate_key'
            when v_boundary is null then 'geometry_invalid'
            when extensions.st_xmin(v_boundary) < -180 or extensions.st_xmax(v_boundary) > 180
                or extensions.st_ymin(v_boundary) < -90 or extensions.st_ymax(v_boundary) > 90 then 'outside_earth'
        end;
        v_area := null;
        if v_reason is not null then
            v_outcome := 'refused';
        else
            v_seen := v_seen || v_key;
            select * into v_area from public.areas where root_id = v_parent.root_id and source = p_source and source_key = v_key;
            if not found then
                v_outcome := 'new';
                if not p_dry_run then
                    insert into public.areas (parent_id, level, name, name_en, source, source_key)
                    values (p_parent, p_level, v_name, nullif(btrim(v_row ->> 'nameEn'), ''), p_source, v_key) returning * into v_area;
                    insert into public.area_boundaries (area_id, boundary) values (v_area.id, v_boundary);
                end if;
            else
                select boundary into v_old from public.area_boundaries where area_id = v_area.id;
                if not private.may(v_area.id, '{admin,planner}') then
                    v_outcome := 'refused';
                    v_reason := 'outside_scope';
                elsif v_area.name = v_name and v_area.name_en is not distinct from nullif(btrim(v_row ->> 'nameEn'), '')
                    and coalesce(extensions.st_orderingequals(v_old, v_boundary), false) then
                    v_outcome := 'unchanged';
                else
                    v_outcome := 'updated';
                    if not p_dry_run then
                        update public.areas set name = v_name, name_en = nullif(btrim(v_row ->> 'nameEn'), '') where id = v_area.id;
                        if not coalesce(extensions.st_orderingequals(v_old, v_boundary), false) then
                            insert into public.area_boundaries (area_id, boundary) values (v_area.id, v_boundary)
                            on conflict (area_id) do update set boundary = excluded.boundary;
                        end if;
                    end if;
                end if;
            end if;
        end if;
        v_changed := v_changed or v_outcome in ('new', 'updated');
        v_results := v_results || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
            'i', v_row -> 'i', 'outcome', v_outcome, 'reason', v_reason, 'id', v_area.id)));
        v_reason := null;
    end loop;
    if v_changed and not p_dry_run then
        perform realtime.send(jsonb_build_object('at', now()), 'areas', 'area:' || v_parent.root_id, true);
    end if;
    return jsonb_build_object('results', v_results);
end;
$$;
comment on function private.import_areas(text, bigint, text, jsonb, boolean) is 'See public.import_areas.';

create function private.try_boundary(p_geojson jsonb)
returns extensions.geometry
language plpgsql
immutable
set search_path = ''
as $$
declare
    g extensions.geometry;
begin
    -- Not in the declaration: the handler below does not see what fails there.
    g := extensions.st_setsrid(extensions.st_force2d(extensions.st_geomfromgeojson(p_geojson::text)), 4326);
    if g is null or extensions.st_geometrytype(g) not in ('ST_Polygon', 'ST_MultiPolygon') or extensions.st_isempty(g) then
        return null;
    end if;
    if not private.has_whole_rings(g) or not extensions.st_isvalid(g) then
        return null;
    end if;
    return extensions.st_multi(g);
exception
    when others then
        return null;
end;
$$;
comment on function private.try_boundary(jsonb) is 'A valid MultiPolygon out of GeoJSON; null for anything else.';

create function public.import_areas(p_source text, p_parent bigint, p_level text, p_rows jsonb, p_dry_run boolean default false)
returns jsonb
language sql
set search_path = ''
as $$
    select private.import_areas(p_source, p_parent, p_level, p_rows, p_dry_run)
$$;
comment on function public.import_areas(text, bigint, text, jsonb, boolean) is
    'Areas of a file under a parent; rows [{i, key, name, nameEn?, geometry}], at most 1,000. A result a row: new, updated, unchanged or refused '
    '(key_required, name_required, duplicate_key, geometry_invalid, outside_earth, outside_scope). Call reassign_areas until done afterwards. '
    'PT403 not_allowed, PT422 level_unknown, source_unknown, too_many_rows.';

create function public.area_features(p_root bigint)
returns json
language sql
stable
set search_path = ''
as $$
    -- 2 m of tolerance: invisible at every zoom of the map, and a third of the size.
    select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
        'type', 'Feature', 'id', a.id,
        'properties', json_build_object(
            'id', a.id, 'parentId', a.parent_id, 'level', a.level, 'depth', extensions.nlevel(a.path), 'name', a.name, 'nameEn', a.name_en,
            'sizeM2', a.size_m2, 'center', case when a.center_lng is not null then json_build_array(a.center_lng, a.center_lat) end),
        'geometry', extensions.st_asgeojson(extensions.st_multi(extensions.st_simplifypreservetopology(b.boundary, 0.00002)), 6)::json
    ) order by a.path), '[]'))
    from public.areas a left join public.area_boundaries b on b.area_id = a.id
    where a.root_id = p_root
$$;
comment on function public.area_features(bigint) is 'The areas of a root that the caller sees as a GeoJSON FeatureCollection, parents first.';

create function public.place_features(p_root bigint)
returns json
language sql
stable
set search_path = ''
as $$
    select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
        'type', 'Feature', 'id', p.id,
        'properties', json_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'nameEn', p.name_en, 'areaId', p.area_id),
        'geometry', json_build_object('type', 'Point', 'coordinates', json_build_array(p.lng, p.lat))
    ) order by p.id), '[]'))
    from public.places p
    where p.root_id = p_root
$$;
comment on function public.place_features(bigint) is 'The places of a root as a GeoJSON FeatureCollection of points.';

create function public.my_account()
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
    select jsonb_build_object(
        'userId', auth.uid(),
        'email', auth.email(),
        'memberships', coalesce((
            select jsonb_agg(jsonb_build_object(
                'id', m.id, 'role', m.role, 'areaId', m.area_id, 'areaName', a.name, 'areaNameEn', a.name_en, 'rootId', a.root_id,
                'unitId', m.unit_id, 'unitName', u.name, 'unitNameEn', u.name_en, 'isLeader', m.is_leader, 'displayName', m.display_name
            ) order by m.id)
            from public.members m
            join public.areas a on a.id = m.area_id
            left join public.units u on u.id = m.unit_id
            where m.user_id = (select auth.uid())), '[]'),
        'roots', coalesce((
            select jsonb_agg(jsonb_build_object(
                'id', r.id, 'name', r.name, 'nameEn', r.name_en, 'level', r.level, 'timeZone', private.time_zone(r.id),
                'wholeRoot', r.id = any (private.full_root_ids()),
                'bbox', (
                    select case when min(b.bbox[1]) is not null then jsonb_build_array(min(b.bbox[1]), min(b.bbox[2]), max(b.bbox[3]), max(b.bbox[4])) end
                    from public.areas b where b.root_id = r.id)
            ) order by r.id)
            from public.areas r where r.parent_id is null and r.id = any ((select private.root_ids())::bigint[])), '[]')
    )
$$;
comment on function public.my_account() is 'Who is signed in, with which memberships, in which area trees.';

alter table public.area_reassignments enable row level security;
grant select on public.area_reassignments to authenticated, service_role;
create policy area_reassignments_select_in_root on public.area_reassignments for select to authenticated
    using (root_id = any ((select private.root_ids())::bigint[]));

grant execute on function private.reassign_areas(bigint, int), private.create_root_area(text, text, text, text),
    private.import_areas(text, bigint, text, jsonb, boolean) to authenticated;
grant execute on function public.reassign_areas(bigint, int), public.create_root_area(text, text, text, text),
    public.import_areas(text, bigint, text, jsonb, boolean), public.area_features(bigint), public.place_features(bigint), public.my_account()
    to authenticated;
