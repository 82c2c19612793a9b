-- The life of a hotspot: the transition table as data, the one function that moves a status, and what a caller is offered.
-- Refusals: PT403 not allowed, PT409 version conflict (the current hotspot in the detail), PT422 a rule is not met.

create table private.hotspot_transitions (
    step text not null,
    from_status text not null,
    to_status text not null,
    roles text[] not null,
    -- of_unit: a handler of the assigned unit; other_unit: no member of it; other_hands: nor anybody who took or handed it in.
    who text not null default 'anyone',
    needs text[] not null default '{}',
    primary key (step, from_status),
    constraint hotspot_transitions_who_is_known check (who in ('anyone', 'of_unit', 'other_unit', 'other_hands'))
);
comment on table private.hotspot_transitions is
    'Which step leads from where to where, whose role it takes, and what it asks for (reason and unit are required, campaign and note are not).';
insert into private.hotspot_transitions (step, from_status, to_status, roles, who, needs) values
    ('accept', 'reported', 'accepted', '{supervisor}', 'anyone', '{campaign}'),
    ('reject', 'reported', 'rejected', '{supervisor}', 'anyone', '{reason}'),
    ('assign', 'accepted', 'assigned', '{supervisor,planner}', 'anyone', '{unit}'),
    ('assign', 'assigned', 'assigned', '{supervisor,planner}', 'anyone', '{unit}'),
    ('return', 'assigned', 'accepted', '{handler}', 'of_unit', '{reason}'),
    ('return', 'in_progress', 'accepted', '{handler}', 'of_unit', '{reason}'),
    ('take', 'assigned', 'in_progress', '{handler}', 'of_unit', '{}'),
    ('hand_in', 'in_progress', 'handed_in', '{handler}', 'of_unit', '{note}'),
    ('rework', 'handed_in', 'in_progress', '{supervisor}', 'other_unit', '{reason}'),
    ('verify', 'handed_in', 'closed', '{supervisor}', 'other_hands', '{note}');

create function private.step_refusal(p_hotspot public.hotspots, p_step text)
returns text
language plpgsql
stable
security definer -- reads memberships and the whole history, whoever asks; answers only about auth.uid()
set search_path = ''
as $$
declare
    v_user uuid := auth.uid();
    v_rule private.hotspot_transitions;
begin
    -- A step's roles and hands are the same from every status, so they can be judged before the status.
    select * into v_rule from private.hotspot_transitions where step = p_step limit 1;
    if not found then
        return 'PT422 unknown_step';
    end if;
    if v_rule.who = 'of_unit' then
        if not coalesce(p_hotspot.unit_id = any (private.unit_ids()), false) then
            return 'PT403 not_allowed';
        end if;
    elsif not private.may_in(p_hotspot.root_id, p_hotspot.area_id, v_rule.roles) then
        return 'PT403 not_allowed';
    end if;
    select * into v_rule from private.hotspot_transitions where step = p_step and from_status = p_hotspot.status;
    if not found then
        return 'PT422 wrong_status';
    end if;
    if v_rule.who in ('other_unit', 'other_hands')
        and exists (select from public.members m where m.user_id = v_user and m.unit_id = p_hotspot.unit_id) then
        return 'PT403 verifier_in_unit';
    end if;
    if v_rule.who = 'other_hands' and exists (
        select from public.hotspot_events e
        where e.hotspot_id = p_hotspot.id and e.step in ('take', 'hand_in') and e.actor_id = v_user
    ) then
        return 'PT403 verifier_did_the_work';
    end if;
    return null;
end;
$$;
comment on function private.step_refusal(public.hotspots, text) is
    'Why the caller may not take a step now, as "SQLSTATE code"; null when it may. Role and scope first, then status, then whose hands.';

create function private.is_visible(p_hotspot public.hotspots)
returns boolean
language sql
stable
security definer -- the same rule as the select policy, for functions that run as owner
set search_path = ''
as $$
    select p_hotspot.root_id = any (private.full_root_ids())
        or coalesce(p_hotspot.area_id = any (private.part_area_ids()), false)
        or coalesce(p_hotspot.unit_id = any (private.unit_ids()), false)
$$;
comment on function private.is_visible(public.hotspots) is 'True when the caller''s row security would show the hotspot.';

create function private.offered_steps(p_id uuid)
returns jsonb
language sql
stable
security definer -- reads the transition table
set search_path = ''
as $$
    select coalesce(jsonb_agg(jsonb_build_object('step', t.step, 'needs', t.needs) order by t.step), '[]')
    from public.hotspots h
    join private.hotspot_transitions t on t.from_status = h.status
    where h.id = p_id and private.is_visible(h) and private.step_refusal(h, t.step) is null
$$;
comment on function private.offered_steps(uuid) is 'Steps the caller may take on a hotspot now: [{step, needs}].';

create function private.hotspot_json(p_id uuid)
returns jsonb
language sql
stable
security definer -- names of areas above the caller's scope and of units and categories it refers to
set search_path = ''
as $$
    select jsonb_build_object(
        'id', h.id, 'no', h.no, 'rootId', h.root_id, 'areaId', h.area_id,
        'areaChain', coalesce((
            select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'nameEn', up.name_en) order by extensions.nlevel(up.path))
            from public.areas a join public.areas up on a.path operator(extensions.<@) up.path where a.id = coalesce(h.area_id, h.root_id)), '[]'),
        'campaignId', h.campaign_id, 'campaignName', c.name, 'campaignNameEn', c.name_en,
        'categoryId', h.category_id, 'categoryName', k.name, 'categoryNameEn', k.name_en, 'categoryCode', k.code, 'codeSystem', k.code_system,
        'placeId', h.place_id, 'placeName', p.name, 'placeNameEn', p.name_en,
        'unitId', h.unit_id, 'unitName', u.name, 'unitNameEn', u.name_en,
        'status', h.status, 'state', h.state, 'version', h.version, 'closedBySource', h.closed_by_source, 'endReason', h.end_reason,
        'urgent', h.urgent, 'title', h.title, 'description', h.description, 'address', h.address,
        'quantity', h.quantity, 'quantityUnit', h.quantity_unit, 'source', h.source, 'lng', h.lng, 'lat', h.lat,
        'shape', extensions.st_asgeojson(h.shape, 7)::jsonb,
        'reportedAt', h.reported_at, 'reportedPrecision', h.reported_precision,
        'closedAt', h.closed_at, 'closedPrecision', h.closed_precision, 'createdAt', h.created_at, 'updatedAt', h.updated_at
    )
    from public.hotspots h
    join public.categories k on k.id = h.category_id
    left join public.campaigns c on c.id = h.campaign_id
    left join public.places p on p.id = h.place_id
    left join public.units u on u.id = h.unit_id
    where h.id = p_id
$$;
comment on function private.hotspot_json(uuid) is 'A hotspot with the names of what it refers to, as the screens read it. No visibility check: callers have made it.';

create function private.visible_hotspot_json(p_id uuid)
returns jsonb
language sql
stable
security definer -- as hotspot_json, for callers that have not checked
set search_path = ''
as $$
    select private.hotspot_json(h.id) from public.hotspots h where h.id = p_id and private.is_visible(h)
$$;
comment on function private.visible_hotspot_json(uuid) is 'hotspot_json for what the caller may see; null otherwise.';

create function private.try_bigint(p_text text)
returns bigint
language sql
immutable
set search_path = ''
as $$
    select case when p_text ~ '^\d{1,18}$' then p_text::bigint end
$$;
comment on function private.try_bigint(text) is 'A whole number out of text; null for anything else.';

create function private.try_number(p_value jsonb)
returns double precision
language plpgsql
immutable
set search_path = ''
as $$
begin
    if jsonb_typeof(p_value) = 'number' then
        return (p_value #>> '{}')::double precision;
    end if;
    return null;
exception
    when numeric_value_out_of_range then
        return null;
end;
$$;
comment on function private.try_number(jsonb) is 'A JSON number; null for anything else.';

create function private.try_timestamptz(p_text text)
returns timestamptz
language plpgsql
immutable -- instants with an offset only; texts without one are refused, so no session setting matters
set search_path = ''
as $$
begin
    if p_text !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$' then
        return null;
    end if;
    return p_text::timestamptz;
exception
    when others then
        return null;
end;
$$;
comment on function private.try_timestamptz(text) is 'An ISO 8601 instant with its offset; null for anything else.';

create function private.has_whole_rings(p_geometry extensions.geometry)
returns boolean
language sql
immutable
set search_path = ''
as $$
    -- To be asked before any predicate of GEOS: for an open or too short ring PGlite's build ends the statement without an answer.
    select coalesce(bool_and(extensions.st_isclosed(o.ring) and extensions.st_npoints(o.ring) >= 4), true)
    from extensions.st_dump(p_geometry) part
    cross join lateral extensions.st_dumprings(part.geom) r
    cross join lateral (select extensions.st_exteriorring(r.geom) as ring) o
$$;
comment on function private.has_whole_rings(extensions.geometry) is 'True when every ring of a Polygon or MultiPolygon is closed and has four points or more.';

create function private.try_shape(p_geojson jsonb)
returns extensions.geometry
language plpgsql
immutable
set search_path = ''
as $$
declare
    g extensions.geometry;
begin
    -- Not in the declaration: the handler below does not see what fails there.
    g := extensions.st_setsrid(extensions.st_geomfromgeojson(p_geojson::text), 4326);
    if extensions.st_geometrytype(g) = 'ST_Polygon' and not private.has_whole_rings(g) then
        return null;
    end if;
    if extensions.st_geometrytype(g) in ('ST_LineString', 'ST_Polygon') and extensions.st_isvalid(g) and not extensions.st_isempty(g)
        and extensions.st_xmin(g) >= -180 and extensions.st_xmax(g) <= 180 and extensions.st_ymin(g) >= -90 and extensions.st_ymax(g) <= 90 then
        return g;
    end if;
    return null;
exception
    when others then
        return null;
end;
$$;
comment on function private.try_shape(jsonb) is 'A valid line or polygon on the earth out of GeoJSON; null for anything else.';

create function private.report_hotspot(p_id uuid, p_input jsonb)
returns jsonb
language plpgsql
security definer -- the one writer of new cases; checks role and scope itself
set search_path = ''
as $$
declare
    v_user uuid := auth.uid();
    v_roles constant text[] := '{officer,supervisor,planner,handler}';
    v_root bigint := private.try_bigint(p_input ->> 'root');
    v_category bigint := private.try_bigint(p_input ->> 'categoryId');
    v_campaign bigint := private.try_bigint(p_input ->> 'campaignId');
    v_place bigint := private.try_bigint(p_input ->> 'placeId');
    v_lng double precision := private.try_number(p_input -> 'lng');
    v_lat double precision := private.try_number(p_input -> 'lat');
    v_quantity numeric := private.try_number(p_input -> 'quantity')::numeric;
    v_shape extensions.geometry;
    v_reported timestamptz := now();
    v_source text := coalesce(p_input ->> 'source', 'officer');
    v_area bigint;
    v_row public.hotspots;
begin
    if v_root is null then
        perform private.refuse('PT422', 'root_required');
    end if;
    if not private.has_role_in_root(v_root, v_roles) then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if v_category is null then
        perform private.refuse('PT422', 'category_required');
    end if;
    if not exists (select from public.categories k where k.id = v_category and (k.root_id is null or k.root_id = v_root)) then
        perform private.refuse('PT422', 'category_unknown');
    end if;
    if p_input ->> 'campaignId' is not null and not exists (select from public.campaigns c where c.id = v_campaign and c.root_id = v_root) then
        perform private.refuse('PT422', 'campaign_unknown');
    end if;
    if p_input ->> 'placeId' is not null and not exists (select from public.places p where p.id = v_place and p.root_id = v_root) then
        perform private.refuse('PT422', 'place_unknown');
    end if;
    if v_source not in ('officer', 'inspection', 'revisit', 'hotline', 'public', 'video', 'higher_level') then
        perform private.refuse('PT422', 'source_unknown');
    end if;
    if jsonb_typeof(p_input -> 'geometry') = 'object' and p_input -> 'geometry' ->> 'type' <> 'Point' then
        v_shape := private.try_shape(p_input -> 'geometry');
        if v_shape is null then
            perform private.refuse('PT422', 'location_invalid');
        end if;
        v_lng := extensions.st_x(extensions.st_pointonsurface(v_shape));
        v_lat := extensions.st_y(extensions.st_pointonsurface(v_shape));
    elsif p_input -> 'geometry' ->> 'type' = 'Point' then
        v_lng := private.try_number(p_input -> 'geometry' -> 'coordinates' -> 0);
        v_lat := private.try_number(p_input -> 'geometry' -> 'coordinates' -> 1);
    end if;
    if v_lng is null or v_lat is null then
        perform private.refuse('PT422', 'location_required');
    end if;
    if not (v_lng between -180 and 180 and v_lat between -90 and 90) then
        perform private.refuse('PT422', 'location_invalid');
    end if;
    if p_input ->> 'quantity' is not null and (v_quantity is null or v_quantity < 0) then
        perform private.refuse('PT422', 'quantity_invalid');
    end if;
    if p_input ->> 'reportedAt' is not null then
        v_reported := private.try_timestamptz(p_input ->> 'reportedAt');
        -- A phone's clock may run ahead a little; a report from the future is a mistake.
        if v_reported is null or v_reported > now() + interval '1 day' then
            perform private.refuse('PT422', 'date_invalid');
        end if;
    end if;
    v_area := private.area_at(v_root, v_lng, v_lat);
    if not private.may_in(v_root, v_area, v_roles) then
        perform private.refuse('PT403', 'outside_scope');
    end if;

    insert into public.hotspots (
        id, root_id, campaign_id, category_id, place_id, status, urgent, title, description, address, quantity, quantity_unit, source,
        lng, lat, shape, reported_at
    )
    select p_id, v_root, v_campaign, v_category, v_place, 'reported',
        coalesce(
            case when jsonb_typeof(p_input -> 'urgent') = 'boolean' then (p_input ->> 'urgent')::boolean end,
            (select k.urgent from public.categories k where k.id = v_category)
        ),
        nullif(btrim(p_input ->> 'title'), ''), nullif(btrim(p_input ->> 'description'), ''), nullif(btrim(p_input ->> 'address'), ''),
        v_quantity, nullif(btrim(p_input ->> 'quantityUnit'), ''), v_source, v_lng, v_lat, v_shape, v_reported
    on conflict (id) do nothing
    returning * into v_row;
    if not found then
        -- Sent twice (a lost answer): the same person's same report is the same case. Anything else took somebody's id.
        select h.* into v_row
        from public.hotspots h
        join public.hotspot_events e on e.hotspot_id = h.id and e.step = 'report' and e.actor_id = v_user
        where h.id = p_id and h.root_id = v_root and h.category_id = v_category
            and case
                when v_shape is null then h.shape is null and h.lng = v_lng and h.lat = v_lat
                else coalesce(extensions.st_orderingequals(h.shape, v_shape), false)
            end;
        if not found then
            perform private.refuse('PT422', 'id_taken');
        end if;
        return private.hotspot_json(p_id);
    end if;

    insert into public.hotspot_events (hotspot_id, step, from_status, to_status, version, actor_id, actor_role, note)
    values (p_id, 'report', null, 'reported', 1, v_user, private.acting_role(v_root, v_area, v_roles), nullif(btrim(p_input ->> 'note'), ''));
    return private.hotspot_json(p_id);
end;
$$;

create function private.acting_role(p_root_id bigint, p_area_id bigint, p_roles text[])
returns text
language sql
stable
security definer -- reads the caller's memberships
set search_path = ''
as $$
    select m.role
    from public.members m
    join public.areas ma on ma.id = m.area_id
    join public.areas a on a.id = coalesce(p_area_id, p_root_id) and a.path operator(extensions.<@) ma.path
    where m.user_id = auth.uid() and m.role = any (p_roles)
    order by array_position(p_roles, m.role)
    limit 1
$$;
comment on function private.acting_role(bigint, bigint, text[]) is 'The role in which the caller acts: the first of p_roles that it holds over the area.';
comment on function private.report_hotspot(uuid, jsonb) is
    'Creates a case as reported. Refuses PT403 not_allowed, outside_scope; PT422 root_required, category_required, category_unknown, campaign_unknown, '
    'place_unknown, source_unknown, location_required, location_invalid, quantity_invalid, date_invalid, id_taken. The same report sent twice is one case.';

create function private.advance_hotspot(p_id uuid, p_step text, p_version int, p_input jsonb)
returns jsonb
language plpgsql
security definer -- nobody may write hotspots; this is the one way a status moves, and it checks role, scope, version and state itself
set search_path = ''
as $$
declare
    v_user uuid := auth.uid();
    v_row public.hotspots;
    v_rule private.hotspot_transitions;
    v_refusal text;
    v_reason text := nullif(btrim(p_input ->> 'reason'), '');
    v_unit bigint;
    v_campaign bigint;
    v_worked_for bigint;
begin
    if v_user is null then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if p_step = 'report' then
        return private.report_hotspot(p_id, p_input);
    end if;
    if not exists (select from private.hotspot_transitions t where t.step = p_step) then
        perform private.refuse('PT422', 'unknown_step');
    end if;
    select * into v_row from public.hotspots where id = p_id;
    if not found or not private.is_visible(v_row) then
        perform private.refuse('PT403', 'not_found');
    end if;
    -- The lock of the counters before the lock of the row: the same order as every other writer.
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('hotspot_counters'));
    select * into v_row from public.hotspots where id = p_id for update;

    v_refusal := private.step_refusal(v_row, p_step);
    if v_refusal = 'PT403 not_allowed' then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if p_version is distinct from v_row.version then
        perform private.refuse('PT409', 'version_conflict', private.hotspot_json(p_id));
    end if;
    if v_refusal is not null then
        perform private.refuse(split_part(v_refusal, ' ', 1), split_part(v_refusal, ' ', 2));
    end if;
    select * into v_rule from private.hotspot_transitions where step = p_step and from_status = v_row.status;

    if 'reason' = any (v_rule.needs) and v_reason is null then
        perform private.refuse('PT422', 'reason_required');
    end if;
    v_unit := v_row.unit_id;
    v_worked_for := v_row.unit_id;
    if 'unit' = any (v_rule.needs) then
        v_unit := private.try_bigint(p_input ->> 'unitId');
        if v_unit is null then
            perform private.refuse('PT422', 'unit_required');
        end if;
        if not exists (select from public.units u where u.id = v_unit and u.root_id = v_row.root_id) then
            perform private.refuse('PT422', 'unit_unknown');
        end if;
        v_worked_for := v_unit;
    elsif v_rule.step = 'return' then
        v_unit := null; -- back to whoever dispatches
    end if;
    v_campaign := v_row.campaign_id;
    if 'campaign' = any (v_rule.needs) and p_input ? 'campaignId' then
        v_campaign := private.try_bigint(p_input ->> 'campaignId');
        if p_input ->> 'campaignId' is not null
            and not exists (select from public.campaigns c where c.id = v_campaign and c.root_id = v_row.root_id) then
            perform private.refuse('PT422', 'campaign_unknown');
        end if;
    end if;

    update public.hotspots set
        status = v_rule.to_status,
        version = version + 1,
        unit_id = v_unit,
        campaign_id = v_campaign,
        end_reason = case v_rule.to_status when 'closed' then 'fixed' when 'rejected' then 'rejected' end,
        closed_at = case when v_rule.to_status in ('closed', 'rejected') then now() end,
        closed_precision = case when v_rule.to_status in ('closed', 'rejected') then 'second' end,
        updated_at = now()
    where id = p_id;
    insert into public.hotspot_events (
        hotspot_id, step, from_status, to_status, version, actor_id, actor_role, actor_unit_id, reason, note, detail
    )
    values (
        p_id, p_step, v_row.status, v_rule.to_status, v_row.version + 1, v_user,
        case when v_rule.who = 'of_unit' then 'handler' else private.acting_role(v_row.root_id, v_row.area_id, v_rule.roles) end,
        case when v_rule.who = 'of_unit' then v_row.unit_id end,
        v_reason, nullif(btrim(p_input ->> 'note'), ''),
        nullif(jsonb_strip_nulls(jsonb_build_object(
            'unitId', case when p_step in ('assign', 'return') then v_worked_for end,
            'unitName', case when p_step in ('assign', 'return') then (select u.name from public.units u where u.id = v_worked_for) end,
            'unitNameEn', case when p_step in ('assign', 'return') then (select u.name_en from public.units u where u.id = v_worked_for) end,
            'campaignId', case when v_campaign is distinct from v_row.campaign_id then v_campaign end
        )), '{}')
    );
    return private.hotspot_json(p_id);
end;
$$;

comment on function private.advance_hotspot(uuid, text, int, jsonb) is 'See public.advance_hotspot.';

create function public.advance_hotspot(p_id uuid, p_step text, p_version int default null, p_input jsonb default '{}')
returns jsonb
language sql
set search_path = ''
as $$
    select private.advance_hotspot(p_id, p_step, p_version, coalesce(p_input, '{}'))
$$;
comment on function public.advance_hotspot(uuid, text, int, jsonb) is
    'Takes one step on a hotspot (report, accept, reject, assign, return, take, hand_in, rework, verify) and returns it as it is now. '
    'PT403 not_allowed, not_found, outside_scope, verifier_in_unit, verifier_did_the_work; PT409 version_conflict with the current hotspot; '
    'PT422 unknown_step, wrong_status, reason_required, unit_required, unit_unknown, campaign_unknown and those of reporting.';

create function public.hotspot_detail(p_no bigint)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select jsonb_build_object(
        'hotspot', private.visible_hotspot_json(h.id),
        'events', coalesce((
            select jsonb_agg(jsonb_build_object(
                'at', e.at, 'step', e.step, 'fromStatus', e.from_status, 'toStatus', e.to_status, 'actorRole', e.actor_role,
                'actorUnitName', u.name, 'actorUnitNameEn', u.name_en,
                -- Members are read under row security: whoever may not know names gets none.
                'actorName', (select m.display_name from public.members m where m.user_id = e.actor_id order by m.id limit 1),
                'reason', e.reason, 'note', e.note, 'detail', e.detail
            ) order by e.id)
            from public.hotspot_events e left join public.units u on u.id = e.actor_unit_id
            where e.hotspot_id = h.id), '[]'),
        'steps', private.offered_steps(h.id),
        'source', (
            select jsonb_build_object('source', s.source, 'sourceKey', s.source_key, 'fields', s.fields, 'raw', s.raw)
            from public.hotspot_sources s where s.hotspot_id = h.id)
    )
    from public.hotspots h
    where h.no = p_no
$$;
comment on function public.hotspot_detail(bigint) is
    'A hotspot, its history, the steps the caller may take now and, for staff, what its source said. Null when not visible.';

grant execute on function private.advance_hotspot(uuid, text, int, jsonb), private.offered_steps(uuid), private.visible_hotspot_json(uuid)
    to authenticated;
grant execute on function public.advance_hotspot(uuid, text, int, jsonb), public.hotspot_detail(bigint) to authenticated;
