-- Revisits (回头看): a closed case is looked at again. When the last look finds it clean it is held; when one does not, a new case tells of the relapse.

create table public.revisits (
    id bigint generated always as identity primary key,
    hotspot_id uuid not null references public.hotspots (id) on delete restrict,
    root_id bigint not null references public.areas (id) on delete restrict,
    due_on date not null,
    done_at timestamptz,
    passed boolean,
    event_id bigint references public.hotspot_events (id) on delete restrict,
    created_at timestamptz not null default now(),
    constraint revisits_open_says_nothing check (done_at is not null or passed is null and event_id is null)
);
comment on table public.revisits is
    'Looks at a closed case, scheduled when it is closed. Open: done_at is null. Done: passed says how. Called off because an earlier one failed: passed is null.';
create index revisits_hotspot_id on public.revisits (hotspot_id, due_on);
create index revisits_root_id on public.revisits (root_id, done_at, due_on);
create index revisits_event_id on public.revisits (event_id) where event_id is not null;
alter table public.revisits enable row level security;
grant select on public.revisits to authenticated, service_role;
create policy revisits_select_with_hotspot on public.revisits for select to authenticated using (
    exists (select from public.hotspots h where h.id = hotspot_id)
);

create function private.schedule_revisits(p_hotspot public.hotspots)
returns void
language sql
set search_path = ''
as $$
    insert into public.revisits (hotspot_id, root_id, due_on)
    select p_hotspot.id, p_hotspot.root_id, (p_hotspot.closed_at at time zone private.time_zone(p_hotspot.root_id))::date + d.days::int
    from jsonb_array_elements_text(
        coalesce(private.setting(coalesce(p_hotspot.area_id, p_hotspot.root_id), 'revisit_days'), '[7, 30, 90]')
    ) as d (days)
    order by d.days::int
$$;
comment on function private.schedule_revisits(public.hotspots) is 'Schedules the revisits of a case that was just closed: revisit_days (7, 30 and 90) after that day.';

create function private.revisit_detail(p_hotspot public.hotspots, p_step text, p_input jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
    v_due date := (select min(r.due_on) from public.revisits r where r.hotspot_id = p_hotspot.id and r.done_at is null);
    v_new public.hotspots;
    v_event bigint;
begin
    if p_step = 'pass_revisit' then
        return jsonb_build_object('revisitDueOn', v_due);
    end if;
    if coalesce(p_input ->> 'newId', '') !~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then
        perform private.refuse('PT422', 'id_required');
    end if;
    v_new := p_hotspot;
    v_new.id := (p_input ->> 'newId')::uuid;
    v_new.description := private.given_text(p_input, 'reason', 'reason_required');
    v_new.source := 'revisit';
    v_new.reported_at := now();
    v_new.relapse_of := p_hotspot.id;
    v_event := private.write_case(v_new, '{officer,supervisor}', null);
    if v_event is null then
        perform private.refuse('PT422', 'id_taken');
    end if;
    perform private.attach_photos(v_new.id, v_event, 'report', p_input -> 'photos');
    return jsonb_build_object('revisitDueOn', v_due, 'newId', v_new.id, 'newNo', (select h.no from public.hotspots h where h.id = v_new.id));
end;
$$;
comment on function private.revisit_detail(public.hotspots, text, jsonb) is
    'What the event of a revisit keeps. A failed one first makes the new case (newId), with the revisit''s photos as its own. PT422 id_required, reason_required, id_taken.';

create function private.close_revisit(p_hotspot public.hotspots, p_event_id bigint, p_passed boolean)
returns void
language sql
set search_path = ''
as $$
    update public.revisits r set
        done_at = now(),
        passed = case when r.id = f.id then p_passed end,
        event_id = case when r.id = f.id then p_event_id end
    from (select id from public.revisits where hotspot_id = p_hotspot.id and done_at is null order by due_on, id limit 1) as f
    where r.hotspot_id = p_hotspot.id and r.done_at is null and (r.id = f.id or not p_passed)
$$;
comment on function private.close_revisit(public.hotspots, bigint, boolean) is 'Closes the earliest open revisit of a case; one that failed calls off the others.';

create function private.case_link(p_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select jsonb_build_object('id', h.id, 'no', h.no) from public.hotspots h where h.id = p_id and private.is_visible(h)
$$;
comment on function private.case_link(uuid) is '{id, no} of another case, for hotspot_json; null when the caller does not see it.';

create or replace function private.hotspot_json(p_id uuid)
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
        'quantity', h.quantity, 'quantityUnit', h.quantity_unit, 'quantityVerified', h.quantity_verified, 'source', h.source, 'lng', h.lng, 'lat', h.lat,
        'shape', extensions.st_asgeojson(h.shape, 7)::jsonb,
        'reportedAt', h.reported_at, 'reportedPrecision', h.reported_precision,
        'closedAt', h.closed_at, 'closedPrecision', h.closed_precision, 'createdAt', h.created_at, 'updatedAt', h.updated_at
    ) || jsonb_build_object( -- one call holds a hundred arguments
        'dueAt', h.due_at, 'firstDueAt', h.first_due_at, 'limitAmount', h.limit_amount, 'limitUnit', h.limit_unit, 'clockLeft', h.clock_left,
        'extensionDays', h.extension_days, 'extendedCount', h.extended_count, 'suspendedFrom', h.suspended_from, 'handedInAt', h.handed_in_at,
        'urgedAt', h.urged_at, 'urgedCount', h.urged_count, 'returnedCount', h.returned_count, 'reworkedCount', h.reworked_count,
        'relapseOf', private.case_link(h.relapse_of),
        'relapses', coalesce((
            select jsonb_agg(private.case_link(r.id) order by r.no) from public.hotspots r where r.relapse_of = h.id and private.is_visible(r)), '[]'),
        'duplicateOf', private.case_link(h.duplicate_of), 'transferredTo', h.transferred_to,
        'proposedUnitId', h.proposed_unit_id, 'proposedUnitName', w.name, 'proposedUnitNameEn', w.name_en
    )
    from public.hotspots h
    join public.categories k on k.id = h.category_id
    left join public.campaigns c on c.id = h.campaign_id
    left join public.places p on p.id = h.place_id
    left join public.units u on u.id = h.unit_id
    left join public.units w on w.id = h.proposed_unit_id
    where h.id = p_id
$$;

create or replace function public.hotspot_detail(p_no bigint)
returns jsonb
language sql
stable
set search_path = ''
set jit = off
as $$
    select jsonb_build_object(
        'hotspot', private.visible_hotspot_json(h.id),
        'events', coalesce((
            select jsonb_agg(jsonb_build_object(
                'id', e.id, 'at', e.at, 'step', e.step, 'fromStatus', e.from_status, 'toStatus', e.to_status, 'actorRole', e.actor_role,
                'actorUnitName', u.name, 'actorUnitNameEn', u.name_en,
                -- Members are read under row security: whoever may not know names gets none.
                'actorName', (select m.display_name from public.members m where m.user_id = e.actor_id order by m.id limit 1),
                'reason', e.reason, 'note', e.note, 'detail', e.detail
            ) order by e.id)
            from public.hotspot_events e left join public.units u on u.id = e.actor_unit_id
            where e.hotspot_id = h.id), '[]'),
        'steps', private.offered_steps(h.id),
        'photos', private.photos_json(h.id),
        'revisits', coalesce((
            select jsonb_agg(jsonb_build_object('dueOn', r.due_on, 'doneAt', r.done_at, 'passed', r.passed) order by r.due_on, r.id)
            from public.revisits r where r.hotspot_id = h.id), '[]'),
        -- Read under row security too: null for whoever may not know.
        'reporter', (select jsonb_build_object('name', p.name, 'phone', p.phone) from public.hotspot_reporters p where p.hotspot_id = h.id),
        'source', (
            select jsonb_build_object('source', s.source, 'sourceKey', s.source_key, 'fields', s.fields, 'raw', s.raw)
            from public.hotspot_sources s where s.hotspot_id = h.id)
    )
    from public.hotspots h
    where h.no = p_no
$$;
comment on function public.hotspot_detail(bigint) is
    'A hotspot, its history, photos and revisits, the steps the caller may take now and, for staff, who reported it and what its source said. Null when not visible.';
