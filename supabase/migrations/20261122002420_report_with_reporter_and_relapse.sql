-- Reporting: who told of it (personal data, for staff alone), what it may be a relapse of, and what stands near already.

create table public.hotspot_reporters (
    hotspot_id uuid primary key references public.hotspots (id) on delete restrict,
    name text,
    phone text,
    created_at timestamptz not null default now(),
    constraint hotspot_reporters_says_something check (coalesce(btrim(name), '') <> '' or coalesce(btrim(phone), '') <> '')
);
comment on table public.hotspot_reporters is
    'Who reported a case from outside, where that was said: personal data, read by admin, planner and supervisor in scope and by nobody else.';
alter table public.hotspot_reporters enable row level security;
grant select on public.hotspot_reporters to authenticated, service_role;
create policy hotspot_reporters_select_by_staff on public.hotspot_reporters for select to authenticated using (
    exists (
        select from public.hotspots h
        where h.id = hotspot_id and private.may_in(h.root_id, h.area_id, '{admin,planner,supervisor}')
    )
);

create function private.hotspots_within(p_root bigint, p_lng double precision, p_lat double precision, p_radius_m double precision)
returns table (id uuid, metres double precision)
language sql
stable
set search_path = ''
as $$
    -- Over some hundred metres the earth is flat; 111195 metres a degree, as everywhere where metres are turned into degrees.
    select h.id, d.metres
    from (select p_radius_m / 111195 as height, p_radius_m / 111195 / greatest(cos(radians(p_lat)), 0.01) as width) as b
    cross join lateral private.key_ranges(p_lng - b.width, p_lat - b.height, p_lng + b.width, p_lat + b.height) as r
    join public.hotspots h on h.key >= r.from_key and h.key < r.to_key
    cross join lateral (
        select 111195 * sqrt(((h.lng - p_lng) * cos(radians(p_lat))) ^ 2 + (h.lat - p_lat) ^ 2) as metres
    ) as d
    where h.root_id = p_root and d.metres <= p_radius_m
$$;
comment on function private.hotspots_within(bigint, double precision, double precision, double precision) is
    'The hotspots of a root that the caller sees within some metres of a point, with their distance.';
grant execute on function private.hotspots_within(bigint, double precision, double precision, double precision) to authenticated;

create function public.nearby_open_cases(
    p_root bigint, p_lng double precision, p_lat double precision, p_category bigint default null, p_radius_m double precision default 50
)
returns jsonb
language plpgsql
stable
set search_path = ''
set jit = off
as $$
begin
    if coalesce(p_lng between -180 and 180 and p_lat between -85 and 85 and p_radius_m between 1 and 1000, false) is not true then
        perform private.refuse('PT422', 'location_invalid');
    end if;
    return (
        select coalesce(jsonb_agg(jsonb_build_object(
            'id', h.id, 'no', h.no, 'status', h.status, 'state', h.state, 'categoryId', h.category_id, 'categoryName', k.name, 'categoryNameEn', k.name_en,
            'title', h.title, 'address', h.address, 'reportedAt', h.reported_at, 'distanceM', h.metres, 'lng', h.lng, 'lat', h.lat,
            'path', p.path, 'thumbPath', p.thumb_path
        ) order by h.metres, h.no), '[]')
        from (
            select h.*, round(w.metres) as metres
            from private.hotspots_within(p_root, p_lng, p_lat, p_radius_m) w
            cross join lateral (select * from public.hotspots near where near.id = w.id offset 0) as h -- as private.relapsed_from
            where h.end_reason is null and (p_category is null or h.category_id = p_category)
            order by w.metres, h.no limit 20
        ) as h
        join public.categories k on k.id = h.category_id
        left join lateral (
            select p.path, p.thumb_path from public.photos p where p.hotspot_id = h.id order by p.kind <> 'before', p.created_at, p.id limit 1
        ) as p on true
    );
end;
$$;
comment on function public.nearby_open_cases(bigint, double precision, double precision, bigint, double precision) is
    'Up to 20 open cases of a root (and of a category) within some metres (1 to 1,000, 50) of a point, the nearest first, with their first photo: what a new '
    'report may be a duplicate of. PT422 location_invalid.';
grant execute on function public.nearby_open_cases(bigint, double precision, double precision, bigint, double precision) to authenticated;

create function private.relapsed_from(p_case public.hotspots)
returns uuid
language sql
stable
set search_path = ''
as $$
    -- Offset 0: each of the few that are near is looked up. Joined freely they are looked for among all of the category, which may be half a town's.
    select h.id
    from private.hotspots_within(
        p_case.root_id, p_case.lng, p_case.lat, private.photo_setting(p_case.root_id, 'relapse_radius_m', 30)
    ) as w
    cross join lateral (
        select near.id, near.category_id, near.end_reason, near.closed_at from public.hotspots near where near.id = w.id offset 0
    ) as h
    where h.category_id = p_case.category_id and h.end_reason = 'fixed' and h.id <> p_case.id
        and h.closed_at <= p_case.reported_at
        and h.closed_at >= p_case.reported_at - interval '1 day' * private.photo_setting(p_case.root_id, 'relapse_days', 180)
    order by w.metres, h.closed_at desc
    limit 1
$$;
comment on function private.relapsed_from(public.hotspots) is
    'The closed case that a new one seems to be, come back: the same category, within relapse_radius_m (30) and relapse_days (180); null for none.';

create function private.checked_report(p_id uuid, p_input jsonb)
returns public.hotspots
language plpgsql
stable
set search_path = ''
as $$
declare
    v_roles constant text[] := '{officer,supervisor,planner,handler}';
    v public.hotspots;
begin
    v.id := p_id;
    v.root_id := private.try_bigint(p_input ->> 'root');
    v.category_id := private.try_bigint(p_input ->> 'categoryId');
    v.campaign_id := private.try_bigint(p_input ->> 'campaignId');
    v.place_id := private.try_bigint(p_input ->> 'placeId');
    v.lng := private.try_number(p_input -> 'lng');
    v.lat := private.try_number(p_input -> 'lat');
    v.quantity := private.try_number(p_input -> 'quantity')::numeric;
    v.reported_at := now();
    v.source := coalesce(p_input ->> 'source', 'officer');
    if p_id is null then
        perform private.refuse('PT422', 'id_required');
    end if;
    if v.root_id is null then
        perform private.refuse('PT422', 'root_required');
    end if;
    if not private.has_role_in_root(v.root_id, v_roles) then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if v.category_id is null then
        perform private.refuse('PT422', 'category_required');
    end if;
    if not exists (select from public.categories k where k.id = v.category_id and (k.root_id is null or k.root_id = v.root_id)) then
        perform private.refuse('PT422', 'category_unknown');
    end if;
    if p_input ->> 'campaignId' is not null and not exists (select from public.campaigns c where c.id = v.campaign_id and c.root_id = v.root_id) then
        perform private.refuse('PT422', 'campaign_unknown');
    end if;
    if p_input ->> 'placeId' is not null and not exists (select from public.places p where p.id = v.place_id and p.root_id = v.root_id) then
        perform private.refuse('PT422', 'place_unknown');
    end if;
    if v.source not in ('officer', 'inspection', 'revisit', 'hotline', 'public', 'video', 'higher_level') then
        perform private.refuse('PT422', 'source_unknown');
    end if;
    if jsonb_typeof(p_input -> 'geometry') = 'object' and p_input -> 'geometry' ->> 'type' <> 'Point' then
        v.shape := private.try_shape(p_input -> 'geometry');
        if v.shape is null then
            perform private.refuse('PT422', 'location_invalid');
        end if;
        v.lng := extensions.st_x(extensions.st_pointonsurface(v.shape));
        v.lat := extensions.st_y(extensions.st_pointonsurface(v.shape));
    elsif p_input -> 'geometry' ->> 'type' = 'Point' then
        v.lng := private.try_number(p_input -> 'geometry' -> 'coordinates' -> 0);
        v.lat := private.try_number(p_input -> 'geometry' -> 'coordinates' -> 1);
    end if;
    if v.lng is null or v.lat is null then
        perform private.refuse('PT422', 'location_required');
    end if;
    if not (v.lng between -180 and 180 and v.lat between -90 and 90) then
        perform private.refuse('PT422', 'location_invalid');
    end if;
    if p_input ->> 'quantity' is not null and (v.quantity is null or v.quantity < 0) then
        perform private.refuse('PT422', 'quantity_invalid');
    end if;
    if p_input ->> 'reportedAt' is not null then
        v.reported_at := private.try_timestamptz(p_input ->> 'reportedAt');
        -- A phone's clock may run ahead a little; a report from the future is a mistake.
        if v.reported_at is null or v.reported_at > now() + interval '1 day' then
            perform private.refuse('PT422', 'date_invalid');
        end if;
    end if;
    v.area_id := private.area_at(v.root_id, v.lng, v.lat);
    if not private.may_in(v.root_id, v.area_id, v_roles) then
        perform private.refuse('PT403', 'outside_scope');
    end if;
    v.urgent := coalesce(
        case when jsonb_typeof(p_input -> 'urgent') = 'boolean' then (p_input ->> 'urgent')::boolean end,
        (select k.urgent from public.categories k where k.id = v.category_id)
    );
    v.title := private.given_text(p_input, 'title');
    v.description := private.given_text(p_input, 'description');
    v.address := private.given_text(p_input, 'address');
    v.quantity_unit := private.given_text(p_input, 'quantityUnit');
    return v;
end;
$$;
comment on function private.checked_report(uuid, jsonb) is
    'The case that a report describes, in full and legal, not yet written. For report_hotspot, whose codes these are.';

create function private.write_case(p_case public.hotspots, p_roles text[], p_note text)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
    v_event bigint;
begin
    insert into public.hotspots (
        id, root_id, campaign_id, category_id, place_id, status, urgent, title, description, address, quantity, quantity_unit, source,
        lng, lat, shape, reported_at, relapse_of
    )
    values (
        p_case.id, p_case.root_id, p_case.campaign_id, p_case.category_id, p_case.place_id, 'reported', p_case.urgent, p_case.title,
        p_case.description, p_case.address, p_case.quantity, p_case.quantity_unit, p_case.source, p_case.lng, p_case.lat, p_case.shape,
        p_case.reported_at, p_case.relapse_of
    )
    on conflict (id) do nothing;
    if not found then
        return null;
    end if;
    insert into public.hotspot_events (hotspot_id, step, from_status, to_status, version, actor_id, actor_role, note, detail)
    values (
        p_case.id, 'report', null, 'reported', 1, auth.uid(), private.acting_role(p_case.root_id, p_case.area_id, p_roles), p_note,
        (select jsonb_build_object('relapseOf', o.id, 'relapseOfNo', o.no) from public.hotspots o where o.id = p_case.relapse_of)
    )
    returning id into v_event;
    return v_event;
end;
$$;
comment on function private.write_case(public.hotspots, text[], text) is
    'Writes a new case and its first event, whose id it gives; null when the id is there already. The one insert of reports and of failed revisits.';

create function private.keep_reporter(p_hotspot_id uuid, p_reporter jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
    v_name text := nullif(btrim(p_reporter ->> 'name'), '');
    v_phone text := nullif(btrim(p_reporter ->> 'phone'), '');
begin
    if v_name is null and v_phone is null then
        return;
    end if;
    if length(v_name) > 100 or length(v_phone) > 40 then
        perform private.refuse('PT422', 'reporter_invalid');
    end if;
    insert into public.hotspot_reporters (hotspot_id, name, phone) values (p_hotspot_id, v_name, v_phone);
end;
$$;
comment on function private.keep_reporter(uuid, jsonb) is 'Keeps {name, phone} of who reported a case. PT422 reporter_invalid (over 100 and 40 characters).';

create or replace function private.report_hotspot(p_id uuid, p_input jsonb)
returns jsonb
language plpgsql
security definer -- the one writer of new cases; checks role and scope itself
set search_path = ''
as $$
declare
    v_case public.hotspots := private.checked_report(p_id, p_input);
    v_event bigint;
begin
    v_case.relapse_of := private.relapsed_from(v_case);
    v_event := private.write_case(v_case, '{officer,supervisor,planner,handler}', private.given_text(p_input, 'note'));
    if v_event is not null then
        perform private.attach_photos(p_id, v_event, 'report', p_input -> 'photos');
        perform private.keep_reporter(p_id, p_input -> 'reporter');
        return private.hotspot_json(p_id);
    end if;
    -- Sent twice (a lost answer): the same person's same report is the same case. Anything else took somebody's id.
    perform from public.hotspots h
    join public.hotspot_events e on e.hotspot_id = h.id and e.step = 'report' and e.actor_id = auth.uid()
    where h.id = p_id and h.root_id = v_case.root_id and h.category_id = v_case.category_id
        and case
            when v_case.shape is null then h.shape is null and h.lng = v_case.lng and h.lat = v_case.lat
            else coalesce(extensions.st_orderingequals(h.shape, v_case.shape), false)
        end;
    if not found then
        perform private.refuse('PT422', 'id_taken');
    end if;
    return private.hotspot_json(p_id);
end;
$$;
comment on function private.report_hotspot(uuid, jsonb) is
    'Creates a case as reported, linked with the closed case that it seems to be a relapse of, with photos and who told of it ({name, phone}). Refuses PT403 '
    'not_allowed, outside_scope; PT422 id_required, root_required, category_required, category_unknown, campaign_unknown, place_unknown, source_unknown, '
    'location_required, location_invalid, quantity_invalid, date_invalid, reporter_invalid, id_taken. The same report sent twice is one case.';
