-- Import of hotspots: the one way a case is created in a state that a source says. It never changes a status afterwards.

create function private.import_categories(p_root bigint, p_code_system text, p_rows jsonb)
returns jsonb
language plpgsql
security definer -- planners import too, and may not write categories otherwise; checks the role itself
set search_path = ''
as $$
begin
    if not private.may(p_root, '{admin,planner}') then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if coalesce(btrim(p_code_system), '') = '' then
        perform private.refuse('PT422', 'name_required');
    end if;
    if jsonb_array_length(p_rows) > 1000 then
        perform private.refuse('PT422', 'too_many_rows');
    end if;
    insert into public.categories (root_id, code_system, kind, code, valid_from, name, name_en)
    select p_root, btrim(p_code_system), 'event', r.code, '1900-01-01', min(coalesce(nullif(btrim(r.name), ''), r.code)), min(nullif(btrim(r."nameEn"), ''))
    from jsonb_to_recordset(p_rows) as r (code text, name text, "nameEn" text)
    where coalesce(btrim(r.code), '') <> ''
    group by r.code
    on conflict (root_id, code_system, kind, code, valid_from) do nothing;
    return jsonb_build_object('categories', coalesce((
        select jsonb_agg(jsonb_build_object('code', k.code, 'id', k.id) order by k.code)
        from public.categories k
        where k.root_id = p_root and k.code_system = btrim(p_code_system)
            and k.code in (select r.code from jsonb_to_recordset(p_rows) as r (code text))), '[]'));
end;
$$;
comment on function private.import_categories(bigint, text, jsonb) is 'See public.import_categories.';

create function public.import_categories(p_root bigint, p_code_system text, p_rows jsonb)
returns jsonb
language sql
set search_path = ''
as $$
    select private.import_categories(p_root, p_code_system, p_rows)
$$;
comment on function public.import_categories(bigint, text, jsonb) is
    'Makes sure that a root has the categories of a file''s own code system; rows [{code, name, nameEn?}]. Returns {categories: [{code, id}]}. '
    'PT403 not_allowed, PT422 name_required, too_many_rows.';

-- A row of a file after judging: what would be written, what is there already, and what becomes of it.
create type private.import_row as (
    ordinal int,
    i jsonb,
    key text,
    lng double precision,
    lat double precision,
    shape extensions.geometry,
    category_id bigint,
    campaign_id bigint,
    unit_id bigint,
    status text,
    urgent boolean,
    title text,
    description text,
    address text,
    quantity numeric,
    quantity_unit text,
    reported_at timestamptz,
    reported_precision text,
    closed_at timestamptz,
    closed_precision text,
    raw jsonb,
    fields jsonb,
    hotspot_id uuid,
    outcome text,
    reason text,
    diff jsonb
);

create function private.import_hotspots(p_root bigint, p_source text, p_rows jsonb, p_dry_run boolean)
returns jsonb
language plpgsql
security definer -- nobody may write hotspots; checks role and scope itself
set search_path = ''
-- A session that lives for weeks must not keep the plans it made while the tables were empty.
set plan_cache_mode = force_custom_plan
as $$
declare
    v_user uuid := auth.uid();
    v_roles constant text[] := '{admin,planner}';
    v_whole boolean := private.may(p_root, v_roles);
    v_role text;
    v_rows private.import_row[];
begin
    if not private.has_role_in_root(p_root, v_roles) then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if coalesce(btrim(p_source), '') = '' then
        perform private.refuse('PT422', 'source_unknown');
    end if;
    if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) > 1000 then
        perform private.refuse('PT422', 'too_many_rows');
    end if;
    if not p_dry_run then
        -- Before anything is read, so that two imports of the same rows cannot both find them new.
        perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('hotspot_counters'));
    end if;
    select m.role into v_role
    from public.members m join public.areas a on a.id = m.area_id
    where m.user_id = v_user and m.role = any (v_roles) and a.root_id = p_root
    order by array_position(v_roles, m.role) limit 1;

    -- Read each row into typed fields; what cannot be read is null.
    select array_agg(row (
        r.ordinal, r.v -> 'i', nullif(btrim(r.v ->> 'key'), ''),
        coalesce(extensions.st_x(extensions.st_pointonsurface(s.shape)), private.try_number(r.v -> 'lng')),
        coalesce(extensions.st_y(extensions.st_pointonsurface(s.shape)), private.try_number(r.v -> 'lat')),
        s.shape,
        private.try_bigint(r.v ->> 'categoryId'), private.try_bigint(r.v ->> 'campaignId'), private.try_bigint(r.v ->> 'unitId'),
        r.v ->> 'status', coalesce(r.v -> 'urgent' = 'true', false),
        nullif(btrim(r.v ->> 'title'), ''), nullif(btrim(r.v ->> 'description'), ''), nullif(btrim(r.v ->> 'address'), ''),
        private.try_number(r.v -> 'quantity')::numeric, nullif(btrim(r.v ->> 'quantityUnit'), ''),
        private.try_timestamptz(r.v ->> 'reportedAt'), case when r.v ->> 'reportedPrecision' = 'day' then 'day' else 'second' end,
        private.try_timestamptz(r.v ->> 'closedAt'),
        case when r.v ->> 'closedAt' is not null then case when r.v ->> 'closedPrecision' = 'day' then 'day' else 'second' end end,
        r.v -> 'raw', jsonb_strip_nulls(r.v - 'i' - 'key' - 'raw'),
        -- A look-up by the whole key, never a join: without statistics a join may walk through all rows of the source.
        (
            select o.hotspot_id from public.hotspot_sources o
            where o.root_id = p_root and o.source = p_source and o.source_key = nullif(btrim(r.v ->> 'key'), '')
        ),
        null, null, null
    )::private.import_row order by r.ordinal)
    into v_rows
    from jsonb_array_elements(p_rows) with ordinality as r (v, ordinal)
    cross join lateral (
        select case when r.v -> 'geometry' ->> 'type' in ('LineString', 'Polygon') then private.try_shape(r.v -> 'geometry') end as shape
    ) s;

    -- Refuse what cannot come in.
    select array_agg(row (
        t.ordinal, t.i, t.key, t.lng, t.lat, t.shape, t.category_id, t.campaign_id, t.unit_id, t.status, t.urgent, t.title, t.description, t.address,
        t.quantity, t.quantity_unit, t.reported_at, t.reported_precision, t.closed_at, t.closed_precision, t.raw, t.fields, t.hotspot_id,
        case when t.reason is not null then 'refused' end, t.reason, null
    )::private.import_row order by t.ordinal)
    into v_rows
    from (
        select w.*, case
            when w.key is null then 'key_required'
            when row_number() over (partition by w.key order by w.ordinal) > 1 then 'duplicate_key'
            when w.fields -> 'geometry' ->> 'type' in ('LineString', 'Polygon') and w.shape is null then 'location_invalid'
            when w.lng is null or w.lat is null then 'location_required'
            when not (w.lng between -180 and 180 and w.lat between -90 and 90) then 'location_invalid'
            when w.category_id is null then 'category_required'
            when k.id is null then 'category_unknown'
            when w.fields ? 'campaignId' and c.id is null then 'campaign_unknown'
            when w.fields ? 'unitId' and u.id is null then 'unit_unknown'
            when private.state_of(w.status, false) is null then 'status_unknown'
            when w.status in ('assigned', 'in_progress', 'handed_in') and w.unit_id is null then 'unit_required'
            when not w.fields ? 'reportedAt' then 'date_required'
            when w.reported_at is null or (w.fields ? 'closedAt' and w.closed_at is null) then 'date_invalid'
            when w.quantity < 0 or w.fields ? 'quantity' and w.quantity is null then 'quantity_invalid'
            when not v_whole and not private.may_in(p_root, private.area_at(p_root, w.lng, w.lat), v_roles) then 'outside_scope'
            -- Nor may a row draw a case over from where the caller has no say.
            when not v_whole and h.id is not null and not private.may_in(p_root, h.area_id, v_roles) then 'outside_scope'
        end as reason
        from unnest(v_rows) as w (
            ordinal, i, key, lng, lat, shape, category_id, campaign_id, unit_id, status, urgent, title, description, address, quantity, quantity_unit,
            reported_at, reported_precision, closed_at, closed_precision, raw, fields, hotspot_id, outcome, old_reason, diff
        )
        left join public.categories k on k.id = w.category_id and (k.root_id is null or k.root_id = p_root)
        left join public.campaigns c on c.id = w.campaign_id and c.root_id = p_root
        left join public.units u on u.id = w.unit_id and u.root_id = p_root
        left join public.hotspots h on h.id = w.hotspot_id
    ) t;

    -- Compare with what is here. The local case always stands: an import adds facts, it never overrules work and never moves a status.
    select array_agg(row (
        t.ordinal, t.i, t.key, t.lng, t.lat, t.shape, t.category_id, t.campaign_id, t.unit_id, t.status, t.urgent, t.title, t.description, t.address,
        t.quantity, t.quantity_unit, t.reported_at, t.reported_precision, t.closed_at, t.closed_precision, t.raw, t.fields,
        coalesce(t.hotspot_id, case when t.outcome is null then gen_random_uuid() end),
        coalesce(t.outcome, case
            when t.hotspot_id is null then 'new'
            when t.fields = t.old_fields then 'unchanged'
            when t.worked_on or t.status_differs then 'conflict'
            else 'updated'
        end),
        coalesce(t.reason, case
            when t.hotspot_id is null or t.outcome is not null or t.fields = t.old_fields then null
            when t.worked_on then 'worked_on_here'
            when t.status_differs then 'status_decided_here'
        end),
        case when t.outcome is null and t.hotspot_id is not null and t.fields <> t.old_fields and (t.worked_on or t.status_differs) then (
            select jsonb_object_agg(coalesce(d.key, f.key), jsonb_build_array(d.value, f.value))
            from jsonb_each(t.local_fields) d
            full join jsonb_each(t.fields) f on f.key = d.key
            where d.value is distinct from f.value and coalesce(d.key, f.key) not in ('sourceStatus', 'reportedPrecision', 'closedPrecision')
        ) end
    )::private.import_row order by t.ordinal)
    into v_rows
    from (
        select w.*, s.fields as old_fields,
            (w.status is distinct from s.fields ->> 'status'
                or private.try_timestamptz(w.fields ->> 'closedAt') is distinct from private.try_timestamptz(s.fields ->> 'closedAt')) as status_differs,
            exists (
                select from public.hotspot_events e where e.hotspot_id = w.hotspot_id and e.step not in ('imported', 'source_updated')
            ) as worked_on,
            case when h.id is not null then private.import_fields(h) end as local_fields
        from unnest(v_rows) as w
        left join public.hotspot_sources s on s.hotspot_id = w.hotspot_id
        left join public.hotspots h on h.id = w.hotspot_id
    ) t;

    if not p_dry_run then
        insert into public.hotspots (
            id, root_id, campaign_id, category_id, unit_id, status, closed_by_source, end_reason, urgent, title, description, address, quantity,
            quantity_unit, source, lng, lat, shape, reported_at, reported_precision, closed_at, closed_precision
        )
        select w.hotspot_id, p_root, w.campaign_id, w.category_id, w.unit_id,
            -- Held means verified by us; a source can only say closed.
            case w.status when 'held' then 'closed' else w.status end, w.status in ('closed', 'held'),
            case when w.status in ('closed', 'held') then 'fixed' when w.status in ('rejected', 'duplicate', 'transferred') then w.status end,
            w.urgent, w.title, w.description, w.address, w.quantity, w.quantity_unit, 'import', w.lng, w.lat, w.shape,
            w.reported_at, w.reported_precision,
            case when w.status in ('closed', 'held', 'rejected', 'duplicate', 'transferred') then w.closed_at end,
            case when w.status in ('closed', 'held', 'rejected', 'duplicate', 'transferred') then w.closed_precision end
        from unnest(v_rows) w where w.outcome = 'new' order by w.ordinal;

        insert into public.hotspot_sources (hotspot_id, root_id, source, source_key, fields, raw)
        select w.hotspot_id, p_root, p_source, w.key, w.fields, w.raw from unnest(v_rows) w where w.outcome = 'new';

        insert into public.hotspot_events (hotspot_id, step, from_status, to_status, version, actor_id, actor_role, detail)
        select w.hotspot_id, 'imported', null, case w.status when 'held' then 'closed' else w.status end, 1, v_user, v_role,
            jsonb_strip_nulls(jsonb_build_object('source', p_source, 'sourceKey', w.key, 'sourceStatus', w.fields ->> 'sourceStatus',
                'reportedAt', w.fields ->> 'reportedAt', 'closedAt', w.fields ->> 'closedAt'))
        from unnest(v_rows) w where w.outcome = 'new' order by w.ordinal;

        update public.hotspots h set
            campaign_id = w.campaign_id, category_id = w.category_id, unit_id = w.unit_id, urgent = w.urgent, title = w.title, description = w.description,
            address = w.address, quantity = w.quantity, quantity_unit = w.quantity_unit, lng = w.lng, lat = w.lat, shape = w.shape,
            reported_at = w.reported_at, reported_precision = w.reported_precision,
            closed_precision = case when h.closed_at is not null then w.closed_precision end, version = h.version + 1, updated_at = now()
        from unnest(v_rows) w where w.outcome = 'updated' and h.id = w.hotspot_id;

        insert into public.hotspot_events (hotspot_id, step, from_status, to_status, version, actor_id, actor_role, detail)
        select h.id, 'source_updated', h.status, h.status, h.version, v_user, v_role, jsonb_build_object('source', p_source, 'sourceKey', w.key)
        from unnest(v_rows) w join public.hotspots h on h.id = w.hotspot_id where w.outcome = 'updated' order by w.ordinal;

        update public.hotspot_sources s set fields = w.fields, raw = w.raw, imported_at = now()
        from unnest(v_rows) w where w.outcome = 'updated' and s.hotspot_id = w.hotspot_id;
    end if;

    return jsonb_build_object('results', coalesce((
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'i', w.i, 'outcome', w.outcome, 'reason', w.reason, 'no', case when w.outcome <> 'refused' then h.no end, 'diff', w.diff,
            'warnings', case when w.outcome <> 'refused' and w.closed_at < w.reported_at then '["closed_before_reported"]'::jsonb end
        )) || jsonb_build_object('areaId', case
            when w.outcome = 'refused' then null
            when h.id is not null then h.area_id
            else private.area_at(p_root, w.lng, w.lat)
        end) order by w.ordinal)
        from unnest(v_rows) w left join public.hotspots h on h.id = w.hotspot_id), '[]'));
end;
$$;
comment on function private.import_hotspots(bigint, text, jsonb, boolean) is 'See public.import_hotspots.';

create function private.import_fields(p_hotspot public.hotspots)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'lng', p_hotspot.lng, 'lat', p_hotspot.lat, 'geometry', extensions.st_asgeojson(p_hotspot.shape)::jsonb,
        'categoryId', p_hotspot.category_id, 'campaignId', p_hotspot.campaign_id, 'unitId', p_hotspot.unit_id, 'status', p_hotspot.status,
        'urgent', case when p_hotspot.urgent then true end, 'title', p_hotspot.title, 'description', p_hotspot.description,
        'address', p_hotspot.address, 'quantity', p_hotspot.quantity, 'quantityUnit', p_hotspot.quantity_unit,
        'reportedAt', to_char(p_hotspot.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'closedAt', to_char(p_hotspot.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ))
$$;
comment on function private.import_fields(public.hotspots) is 'A hotspot in the words of an import row, to show what differs. Instants in UTC with milliseconds, as JavaScript writes them.';

create function public.import_hotspots(p_root bigint, p_source text, p_rows jsonb, p_dry_run boolean default false)
returns jsonb
language sql
set search_path = ''
as $$
    select private.import_hotspots(p_root, p_source, p_rows, p_dry_run)
$$;
comment on function public.import_hotspots(bigint, text, jsonb, boolean) is
    'Hotspots of a file, at most 1,000 rows, in one transaction: {results: [{i, outcome, reason?, no?, areaId, warnings?, diff?}]}. Outcomes new, updated, '
    'unchanged, refused, conflict (worked_on_here, status_decided_here: the local case stands). Refused rows: key_required, duplicate_key, '
    'location_required, location_invalid, category_required, category_unknown, campaign_unknown, unit_unknown, unit_required, status_unknown, '
    'date_required, date_invalid, quantity_invalid, outside_scope. PT403 not_allowed, PT422 source_unknown, too_many_rows.';

grant execute on function private.import_categories(bigint, text, jsonb), private.import_hotspots(bigint, text, jsonb, boolean) to authenticated;
grant execute on function public.import_categories(bigint, text, jsonb), public.import_hotspots(bigint, text, jsonb, boolean) to authenticated;
