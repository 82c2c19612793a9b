-- Every step of a hotspot's life. A step goes through small functions, one a concern: may it be taken (step_refusal), what it links (step_links), where it
-- leads (step_status), what it does to the clock (step_clock), what is written of it (write_step), what follows from it (step_follows). Those without
-- "security definer" run for advance_hotspot, which has checked the caller: nobody else may call them.

alter table public.hotspots
    add column quantity_verified numeric,
    add constraint hotspots_verified_is_part_of_the_quantity check (quantity_verified is null or coalesce(quantity_verified between 0 and quantity, false));
comment on column public.hotspots.quantity_verified is 'How much of the quantity was found done when it was verified or sent back.';

alter table private.hotspot_transitions
    alter column to_status drop not null,
    drop constraint hotspot_transitions_who_is_known,
    -- of_unit: a handler of the assigned unit; other_unit: no member of it; other_hands: nor anybody who took or handed it in; not_handed_in: nor
    -- anybody who handed it in; leader: a viewer only with the leader's flag.
    add constraint hotspot_transitions_who_is_known check (who in ('anyone', 'of_unit', 'other_unit', 'other_hands', 'not_handed_in', 'leader')),
    add column clock text not null default 'runs',
    add constraint hotspot_transitions_clock_is_known check (clock in ('none', 'starts', 'runs', 'stops', 'resumes', 'moves', 'ends')),
    add column remark text;
comment on table private.hotspot_transitions is
    'Which step leads from where to where (null = back to where it was suspended; the same status = an event only), whose role it takes, what it asks for '
    '(reason, unit, photo, original, receiver and days are required; campaign, note, photos and verdict are not) and what it does to the clock.';
delete from private.hotspot_transitions;
insert into private.hotspot_transitions (step, from_status, to_status, roles, who, needs, clock, remark)
select t.step, s.from_status, coalesce(t.to_status, case when t.step <> 'resume' then s.from_status end), t.roles::text[], t.who, t.needs::text[], t.clock, t.remark
from (values
    ('accept', '{reported}', 'accepted', '{supervisor}', 'anyone', '{campaign}', 'starts', null),
    ('reject', '{reported}', 'rejected', '{supervisor}', 'anyone', '{reason}', 'ends', null),
    ('mark_duplicate', '{reported,accepted}', 'duplicate', '{supervisor}', 'anyone', '{original,note}', 'ends', 'the original is visible and no duplicate itself'),
    ('transfer', '{reported,accepted}', 'transferred', '{supervisor}', 'anyone', '{receiver,note}', 'ends', null),
    ('assign', '{accepted,assigned}', 'assigned', '{supervisor,planner}', 'anyone', '{unit,note}', 'runs', null),
    ('return', '{assigned,in_progress}', 'accepted', '{handler}', 'of_unit', '{reason}', 'runs', 'counted'),
    ('take', '{assigned}', 'in_progress', '{handler}', 'of_unit', '{}', 'runs', null),
    ('hand_in', '{in_progress}', 'handed_in', '{handler}', 'of_unit', '{note,photo}', 'runs', 'photo unless photo_required is off'),
    ('rework', '{handed_in}', 'in_progress', '{supervisor}', 'other_unit', '{reason,verdict,photos}', 'runs', 'counted'),
    ('verify', '{handed_in}', 'closed', '{supervisor}', 'other_hands', '{note,verdict,photos}', 'ends', 'schedules revisits'),
    ('suspend', '{accepted,assigned,in_progress}', 'suspended', '{supervisor}', 'anyone', '{reason}', 'stops', null),
    ('resume', '{suspended}', null, '{supervisor}', 'anyone', '{reason}', 'resumes', null),
    ('ask_extension', '{assigned,in_progress}', null, '{handler}', 'of_unit', '{days,reason}', 'runs', 'one open question, while the clock runs'),
    ('grant_extension', '{assigned,in_progress,handed_in,suspended}', null, '{supervisor}', 'other_unit', '{days,note}', 'moves', 'when asked; counted'),
    ('refuse_extension', '{assigned,in_progress,handed_in,suspended}', null, '{supervisor}', 'other_unit', '{reason}', 'runs', 'when asked'),
    ('urge', '{reported,accepted,assigned,in_progress,handed_in}', null, '{supervisor,viewer}', 'leader', '{note}', 'runs', 'counted'),
    ('pass_revisit', '{closed}', 'held', '{officer,supervisor}', 'not_handed_in', '{note,photos}', 'none', 'from its day on; stays closed until the last one'),
    ('fail_revisit', '{closed}', null, '{officer,supervisor}', 'not_handed_in', '{reason,photos}', 'none', 'makes a new case, its relapse')
) as t (step, from_statuses, to_status, roles, who, needs, clock, remark)
cross join lateral unnest(t.from_statuses::text[]) as s (from_status);
update private.hotspot_transitions set clock = 'none' where step = 'urge' and from_status = 'reported';

create function private.setting_is_on(p_area_id bigint, p_key text, p_otherwise boolean)
returns boolean
language sql
stable
set search_path = ''
as $$
    select coalesce(case when jsonb_typeof(v) = 'boolean' then v::text::boolean end, p_otherwise) from private.setting(p_area_id, p_key) v
$$;
comment on function private.setting_is_on(bigint, text, boolean) is 'A setting that is true or false; p_otherwise where it is neither.';

create function private.check_case_setting()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
    v_number numeric := private.try_number(new.value)::numeric;
begin
    if not (case new.key
        when 'photo_required' then jsonb_typeof(new.value) = 'boolean'
        when 'verify_other_area' then jsonb_typeof(new.value) = 'boolean'
        when 'verify_same_time_of_day' then new.value = 'null' or coalesce(v_number between 1 and 720, false)
        when 'relapse_radius_m' then coalesce(v_number between 1 and 1000, false)
        when 'relapse_days' then coalesce(v_number between 1 and 3650, false)
        else jsonb_typeof(new.value) = 'array' and jsonb_array_length(new.value) <= 12
            and not exists (select from jsonb_array_elements(new.value) d where coalesce(d::text !~ '^\d{1,3}$', true))
    end) then
        perform private.refuse('PT422', 'setting_invalid');
    end if;
    return new;
end;
$$;
comment on function private.check_case_setting() is
    'Refuses (PT422 setting_invalid) what a setting of cases cannot be: photo_required and verify_other_area are true or false, verify_same_time_of_day minutes '
    '(1 to 720) or null, relapse_radius_m metres (1 to 1000), relapse_days days (1 to 3650), revisit_days up to twelve numbers of days (0 to 999).';
grant execute on function private.try_number(jsonb) to authenticated; -- the trigger runs as whoever writes the setting
create trigger check_case_setting before insert or update on public.settings for each row when (
    new.key in ('photo_required', 'verify_other_area', 'verify_same_time_of_day', 'relapse_radius_m', 'relapse_days', 'revisit_days')
) execute function private.check_case_setting();

create function private.may_step(p_hotspot public.hotspots, p_who text, p_roles text[])
returns boolean
language sql
stable
set search_path = ''
as $$
    select case p_who
        when 'of_unit' then coalesce(p_hotspot.unit_id = any (private.unit_ids()), false)
        when 'leader' then private.may_in(p_hotspot.root_id, p_hotspot.area_id, array_remove(p_roles, 'viewer')) or exists (
            select from public.members m
            join public.areas ma on ma.id = m.area_id
            join public.areas a on a.id = coalesce(p_hotspot.area_id, p_hotspot.root_id) and a.path operator(extensions.<@) ma.path
            where m.user_id = auth.uid() and m.role = 'viewer' and m.is_leader
        )
        else private.may_in(p_hotspot.root_id, p_hotspot.area_id, p_roles)
    end
$$;
comment on function private.may_step(public.hotspots, text, text[]) is 'Whether role and scope of the caller are those of a step; whose hands did the work is another question.';

create function private.is_of_same_village(p_area_id bigint)
returns boolean
language sql
stable
set search_path = ''
as $$
    select exists (
        select from public.members m
        join public.areas ma on ma.id = m.area_id
        join public.areas a on a.id = p_area_id
        where m.user_id = auth.uid() and ma.level in ('village', 'community', 'grid') and a.level in ('village', 'community', 'grid')
            and (a.path operator(extensions.<@) ma.path or ma.path operator(extensions.<@) a.path)
    )
$$;
comment on function private.is_of_same_village(bigint) is 'True when the caller is a member of the village or community of an area, of a grid in it or of the area itself.';

create function private.hands_refusal(p_hotspot public.hotspots, p_rule private.hotspot_transitions)
returns text
language sql
stable
set search_path = ''
as $$
    select case
        when p_rule.who not in ('other_unit', 'other_hands', 'not_handed_in') then null
        when exists (select from public.members m where m.user_id = auth.uid() and m.unit_id = p_hotspot.unit_id) then 'PT403 verifier_in_unit'
        when p_rule.who <> 'other_unit' and exists (
            select from public.hotspot_events e
            where e.hotspot_id = p_hotspot.id and e.actor_id = auth.uid()
                and (e.step = 'hand_in' or e.step = 'take' and p_rule.who = 'other_hands')
        ) then 'PT403 verifier_did_the_work'
        when p_rule.step = 'verify' and private.setting_is_on(coalesce(p_hotspot.area_id, p_hotspot.root_id), 'verify_other_area', false)
            and private.is_of_same_village(p_hotspot.area_id) then 'PT403 verifier_in_area'
    end
$$;
comment on function private.hands_refusal(public.hotspots, private.hotspot_transitions) is
    'Why the caller''s hands are the wrong ones for a step: of the unit, of who did the work, of the same village where the setting asks for others.';

create function private.facts_refusal(p_hotspot public.hotspots, p_step text)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
    v_due date;
begin
    case
        when p_step = 'ask_extension' then
            return case when p_hotspot.due_at is null then 'PT422 clock_not_running' when p_hotspot.extension_days is not null then 'PT422 extension_asked' end;
        when p_step in ('grant_extension', 'refuse_extension') then
            return case when p_hotspot.extension_days is null then 'PT422 no_extension_asked' end;
        when p_step in ('pass_revisit', 'fail_revisit') then
            select min(r.due_on) into v_due from public.revisits r where r.hotspot_id = p_hotspot.id and r.done_at is null;
            return case
                when v_due is null then 'PT422 no_revisit'
                when p_step = 'pass_revisit' and v_due > (now() at time zone private.time_zone(p_hotspot.root_id))::date then 'PT422 revisit_not_due'
            end;
        else
            return null;
    end case;
end;
$$;
comment on function private.facts_refusal(public.hotspots, text) is 'Why a step makes no sense as the case stands: no clock, no question, no revisit, or not yet its day.';

create or replace function private.step_refusal(p_hotspot public.hotspots, p_step text)
returns text
language plpgsql
stable
security definer -- reads memberships and the whole history, whoever asks; answers only about auth.uid()
set search_path = ''
as $$
declare
    v_rule private.hotspot_transitions;
begin
    -- A step's roles and hands are the same from every status, so they can be judged before the status.
    select * into v_rule from private.hotspot_transitions where step = p_step limit 1;
    if not found then
        return 'PT422 unknown_step';
    end if;
    if not private.may_step(p_hotspot, v_rule.who, v_rule.roles) then
        return 'PT403 not_allowed';
    end if;
    select * into v_rule from private.hotspot_transitions where step = p_step and from_status = p_hotspot.status;
    if not found then
        return 'PT422 wrong_status';
    end if;
    return coalesce(private.hands_refusal(p_hotspot, v_rule), private.facts_refusal(p_hotspot, p_step));
end;
$$;

create or replace function private.offered_steps(p_id uuid)
returns jsonb
language sql
stable
security definer -- reads the transition table
set search_path = ''
as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'step', t.step,
        'needs', case
            when 'photo' = any (t.needs) and not private.setting_is_on(coalesce(h.area_id, h.root_id), 'photo_required', true)
                then array_replace(t.needs, 'photo', 'photos')
            else t.needs
        end
    ) order by t.step), '[]')
    from public.hotspots h
    join private.hotspot_transitions t on t.from_status = h.status
    where h.id = p_id and private.is_visible(h) and private.step_refusal(h, t.step) is null
$$;
comment on function private.offered_steps(uuid) is
    'Steps the caller may take on a hotspot now: [{step, needs}]. Of what is needed campaign, note, photos and verdict may be left out.';

create function private.given_text(p_input jsonb, p_key text, p_missing text default null)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
    v_text text := nullif(btrim(p_input ->> p_key), '');
begin
    if v_text is null and p_missing is not null then
        perform private.refuse('PT422', p_missing);
    end if;
    return left(v_text, 2000);
end;
$$;
comment on function private.given_text(jsonb, text, text) is 'A text of a step, 2,000 characters at most; null when there is none, or PT422 with the code that is given for it.';

create function private.given_days(p_input jsonb, p_otherwise numeric)
returns numeric
language plpgsql
stable
set search_path = ''
as $$
declare
    v_days numeric := case when p_input ->> 'days' is null then p_otherwise else private.whole_number(p_input -> 'days', 30) end;
begin
    if v_days is null then
        perform private.refuse('PT422', 'days_invalid');
    end if;
    return v_days;
end;
$$;
comment on function private.given_days(jsonb, numeric) is 'Whole days of an extension, 1 to 30; the other number when nothing is said. PT422 days_invalid.';

create function private.given_original(p_hotspot public.hotspots, p_input jsonb)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
    v_original public.hotspots;
begin
    if p_input ->> 'originalId' is null and p_input ->> 'originalNo' is null then
        perform private.refuse('PT422', 'original_required');
    end if;
    select * into v_original from public.hotspots h
    where h.id::text = lower(p_input ->> 'originalId') or p_input ->> 'originalId' is null and h.no = private.try_bigint(p_input ->> 'originalNo');
    if not found or v_original.root_id <> p_hotspot.root_id or not private.is_visible(v_original) then
        perform private.refuse('PT422', 'original_unknown');
    end if;
    if v_original.id = p_hotspot.id then
        perform private.refuse('PT422', 'original_is_itself');
    end if;
    -- So there is never a circle: what is a duplicate already is nobody's original.
    if v_original.status = 'duplicate' then
        perform private.refuse('PT422', 'original_is_duplicate');
    end if;
    return v_original.id;
end;
$$;
comment on function private.given_original(public.hotspots, jsonb) is
    'The case that a duplicate names (originalId or originalNo). PT422 original_required, original_unknown, original_is_itself, original_is_duplicate.';

create function private.step_links(p_before public.hotspots, p_rule private.hotspot_transitions, p_input jsonb)
returns public.hotspots
language plpgsql
stable
set search_path = ''
as $$
declare
    v_after public.hotspots := p_before;
begin
    if 'unit' = any (p_rule.needs) then
        v_after.unit_id := private.try_bigint(p_input ->> 'unitId');
        if v_after.unit_id is null then
            perform private.refuse('PT422', 'unit_required');
        end if;
        if not exists (select from public.units u where u.id = v_after.unit_id and u.root_id = p_before.root_id) then
            perform private.refuse('PT422', 'unit_unknown');
        end if;
    elsif p_rule.step = 'return' then
        v_after.unit_id := null; -- back to whoever dispatches
    end if;
    if 'campaign' = any (p_rule.needs) and p_input ? 'campaignId' then
        v_after.campaign_id := private.try_bigint(p_input ->> 'campaignId');
        if p_input ->> 'campaignId' is not null
            and not exists (select from public.campaigns c where c.id = v_after.campaign_id and c.root_id = p_before.root_id) then
            perform private.refuse('PT422', 'campaign_unknown');
        end if;
    end if;
    if 'original' = any (p_rule.needs) then
        v_after.duplicate_of := private.given_original(p_before, p_input);
    end if;
    if 'receiver' = any (p_rule.needs) then
        v_after.transferred_to := private.given_text(p_input, 'receiver', 'receiver_required');
    end if;
    if 'verdict' = any (p_rule.needs) then
        v_after.quantity_verified := case
            when p_input ->> 'quantityVerified' is not null then private.try_number(p_input -> 'quantityVerified')::numeric
            when p_rule.step = 'verify' then p_before.quantity
        end;
        if p_input ->> 'quantityVerified' is not null and not coalesce(v_after.quantity_verified between 0 and p_before.quantity, false) then
            perform private.refuse('PT422', 'quantity_invalid');
        end if;
    end if;
    return v_after;
end;
$$;
comment on function private.step_links(public.hotspots, private.hotspot_transitions, jsonb) is
    'A case with what a step says of it: unit, campaign, original, receiver, how much was found done. PT422 for what is missing or unknown.';

create function private.step_status(p_before public.hotspots, p_after public.hotspots, p_rule private.hotspot_transitions)
returns public.hotspots
language plpgsql
stable
set search_path = ''
as $$
declare
    v_after public.hotspots := p_after;
begin
    v_after.status := case
        when p_rule.step = 'resume' then coalesce(p_before.suspended_from, 'accepted') -- what an import suspended came from nowhere
        when p_rule.step = 'pass_revisit' and (
            select count(*) > 1 from public.revisits r where r.hotspot_id = p_before.id and r.done_at is null
        ) then p_before.status
        else p_rule.to_status
    end;
    v_after.version := p_before.version + 1;
    v_after.suspended_from := case
        when p_rule.step = 'suspend' then p_before.status
        when v_after.status = 'suspended' then p_before.suspended_from
    end;
    v_after.end_reason := case v_after.status
        when 'closed' then 'fixed' when 'held' then 'fixed'
        when 'rejected' then 'rejected' when 'duplicate' then 'duplicate' when 'transferred' then 'transferred'
    end;
    if v_after.end_reason is not null and p_before.end_reason is null then
        v_after.closed_at := now();
        v_after.closed_precision := 'second';
    end if;
    -- A question for more time is the unit's: it goes with the unit, and with the case.
    if v_after.end_reason is not null or v_after.unit_id is distinct from p_before.unit_id then
        v_after.extension_days := null;
    end if;
    case p_rule.step
        when 'return' then v_after.returned_count := p_before.returned_count + 1;
        when 'rework' then v_after.reworked_count := p_before.reworked_count + 1;
        when 'hand_in' then v_after.handed_in_at := now();
        when 'urge' then
            v_after.urged_count := p_before.urged_count + 1;
            v_after.urged_at := now();
        else null;
    end case;
    return v_after;
end;
$$;
comment on function private.step_status(public.hotspots, public.hotspots, private.hotspot_transitions) is
    'A case where a step leads: status, version, end, what is counted.';

create function private.step_clock(p_before public.hotspots, p_after public.hotspots, p_rule private.hotspot_transitions, p_input jsonb)
returns public.hotspots
language plpgsql
stable
set search_path = ''
as $$
declare
    v_after public.hotspots := p_after;
    v_root constant bigint := p_before.root_id;
    v_unit constant text := p_before.limit_unit;
    v_days numeric;
    v_day_unit text;
    v_day bigint;
begin
    case p_rule.step
        when 'accept' then
            select l.amount, l.unit into v_after.limit_amount, v_after.limit_unit
            from private.limit_for(v_root, p_before.category_id, p_before.urgent) l;
            v_after.due_at := private.work_due(v_root, now(), v_after.limit_amount, v_after.limit_unit);
            v_after.first_due_at := v_after.due_at;
        when 'suspend' then
            if p_before.due_at is not null then
                v_after.clock_left := private.work_between(v_root, now(), p_before.due_at, v_unit);
                v_after.due_at := null;
            end if;
        when 'resume' then
            if p_before.clock_left is not null then
                v_after.due_at := private.work_due(v_root, now(), p_before.clock_left, v_unit);
                v_after.clock_left := null;
            end if;
        when 'ask_extension' then
            v_after.extension_days := private.given_days(p_input, null);
        when 'refuse_extension' then
            v_after.extension_days := null;
        when 'grant_extension' then
            v_days := private.given_days(p_input, p_before.extension_days);
            v_day_unit := case when v_unit in ('working_hour', 'working_day') then 'working_day' else 'calendar_day' end;
            v_after.extension_days := null;
            v_after.extended_count := p_before.extended_count + 1;
            if p_before.due_at is not null then
                v_after.due_at := private.work_due(v_root, greatest(p_before.due_at, now()), v_days, v_day_unit);
            else
                v_day := (private.working_time(v_root)).day;
                v_after.clock_left := greatest(p_before.clock_left, 0)
                    + v_days * private.unit_microseconds(v_day_unit, v_day) / private.unit_microseconds(v_unit, v_day);
            end if;
        else null;
    end case;
    return v_after;
end;
$$;
comment on function private.step_clock(public.hotspots, public.hotspots, private.hotspot_transitions, jsonb) is
    'A case with its clock as a step leaves it. An extension counts from the deadline, or from now when that has passed. PT422 days_invalid.';

create function private.check_verification(p_hotspot public.hotspots)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
    v_area constant bigint := coalesce(p_hotspot.area_id, p_hotspot.root_id);
    v_zone constant text := private.time_zone(v_area);
    v_minutes numeric := private.try_number(private.setting(v_area, 'verify_same_time_of_day'))::numeric;
    v_apart numeric;
begin
    if v_minutes is null or p_hotspot.reported_precision <> 'second' then
        return;
    end if;
    v_apart := abs(extract(epoch from (now() at time zone v_zone)::time - (p_hotspot.reported_at at time zone v_zone)::time)) / 60;
    if least(v_apart, 1440 - v_apart) > v_minutes then
        perform private.refuse('PT422', 'wrong_time_of_day');
    end if;
end;
$$;
comment on function private.check_verification(public.hotspots) is
    'Refuses (PT422 wrong_time_of_day) to verify at another time of day than that of the report, where the setting verify_same_time_of_day (minutes) asks for it.';

create function private.step_detail(p_before public.hotspots, p_after public.hotspots, p_step text, p_extra jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select nullif(jsonb_strip_nulls(jsonb_build_object(
        'unitId', u.id, 'unitName', u.name, 'unitNameEn', u.name_en,
        'campaignId', case when p_after.campaign_id is distinct from p_before.campaign_id then p_after.campaign_id end,
        'originalId', case when p_step = 'mark_duplicate' then p_after.duplicate_of end,
        'originalNo', case when p_step = 'mark_duplicate' then (select h.no from public.hotspots h where h.id = p_after.duplicate_of) end,
        'receiver', case when p_step = 'transfer' then p_after.transferred_to end,
        'days', case when p_step = 'ask_extension' then p_after.extension_days when p_step = 'refuse_extension' then p_before.extension_days end,
        'quantityVerified', case when p_step in ('verify', 'rework') then p_after.quantity_verified end,
        'due', case when p_step in ('accept', 'resume') then p_after.due_at end,
        'left', case when p_step = 'suspend' then p_after.clock_left end
    ) || p_extra), '{}')
    from (select) as always
    left join public.units u on u.id = case p_step when 'assign' then p_after.unit_id when 'return' then p_before.unit_id end
$$;
comment on function private.step_detail(public.hotspots, public.hotspots, text, jsonb) is 'What an event keeps besides reason and note; null when that is nothing.';

create function private.write_step(p_before public.hotspots, p_after public.hotspots, p_rule private.hotspot_transitions, p_input jsonb, p_extra jsonb)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
    v_event bigint;
begin
    update public.hotspots set
        status = p_after.status, version = p_after.version, unit_id = p_after.unit_id, campaign_id = p_after.campaign_id,
        end_reason = p_after.end_reason, closed_at = p_after.closed_at, closed_precision = p_after.closed_precision,
        duplicate_of = p_after.duplicate_of, transferred_to = p_after.transferred_to, suspended_from = p_after.suspended_from,
        quantity_verified = p_after.quantity_verified, limit_amount = p_after.limit_amount, limit_unit = p_after.limit_unit,
        due_at = p_after.due_at, first_due_at = p_after.first_due_at, clock_left = p_after.clock_left, extension_days = p_after.extension_days,
        handed_in_at = p_after.handed_in_at, urged_at = p_after.urged_at, urged_count = p_after.urged_count,
        returned_count = p_after.returned_count, reworked_count = p_after.reworked_count, extended_count = p_after.extended_count,
        updated_at = now()
    where id = p_before.id;
    insert into public.hotspot_events (
        hotspot_id, step, from_status, to_status, version, actor_id, actor_role, actor_unit_id, reason, note, detail
    )
    values (
        p_before.id, p_rule.step, p_before.status, p_after.status, p_after.version, auth.uid(),
        case when p_rule.who = 'of_unit' then 'handler' else private.acting_role(p_before.root_id, p_before.area_id, p_rule.roles) end,
        case when p_rule.who = 'of_unit' then p_before.unit_id end,
        private.given_text(p_input, 'reason', case when 'reason' = any (p_rule.needs) then 'reason_required' end),
        private.given_text(p_input, 'note'),
        private.step_detail(p_before, p_after, p_rule.step, p_extra)
    )
    returning id into v_event;
    return v_event;
end;
$$;
comment on function private.write_step(public.hotspots, public.hotspots, private.hotspot_transitions, jsonb, jsonb) is
    'Writes a case as a step leaves it, and the event, whose id it gives. PT422 reason_required.';

create function private.keep_step_photos(p_hotspot public.hotspots, p_event_id bigint, p_rule private.hotspot_transitions, p_input jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
    v_count int := 0;
begin
    if p_rule.needs && '{photo,photos}' then
        v_count := private.attach_photos(p_hotspot.id, p_event_id, p_rule.step, p_input -> 'photos');
    end if;
    if v_count = 0 and 'photo' = any (p_rule.needs) and private.setting_is_on(coalesce(p_hotspot.area_id, p_hotspot.root_id), 'photo_required', true) then
        perform private.refuse('PT422', 'photo_required');
    end if;
end;
$$;
comment on function private.keep_step_photos(public.hotspots, bigint, private.hotspot_transitions, jsonb) is
    'Ties the photos of a step to its event. PT422 photo_required where one has to be there, and the codes of attach_photos.';

create or replace function private.advance_hotspot(p_id uuid, p_step text, p_version int, p_input jsonb)
returns jsonb
language plpgsql
security definer -- nobody may write hotspots; this is the one way a status moves, and it checks role, scope, version and state itself
set search_path = ''
as $$
declare
    v_before public.hotspots;
    v_after public.hotspots;
    v_rule private.hotspot_transitions;
    v_refusal text;
    v_event bigint;
    v_extra jsonb := '{}';
begin
    if auth.uid() is null then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if p_step = 'report' then
        return private.report_hotspot(p_id, p_input);
    end if;
    if not exists (select from private.hotspot_transitions t where t.step = p_step) then
        perform private.refuse('PT422', 'unknown_step');
    end if;
    select * into v_before from public.hotspots where id = p_id;
    if not found or not private.is_visible(v_before) then
        perform private.refuse('PT403', 'not_found');
    end if;
    -- The lock of the counters before the lock of the row: the same order as every other writer.
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('hotspot_counters'));
    -- Not for update: whoever refers to the case (an order that lists it) need not wait, nor be waited for.
    select * into v_before from public.hotspots where id = p_id for no key update;

    v_refusal := private.step_refusal(v_before, p_step);
    if v_refusal = 'PT403 not_allowed' then
        perform private.refuse('PT403', 'not_allowed');
    end if;
    if p_version is distinct from v_before.version then
        perform private.refuse('PT409', 'version_conflict', private.hotspot_json(p_id));
    end if;
    if v_refusal is not null then
        perform private.refuse(split_part(v_refusal, ' ', 1), split_part(v_refusal, ' ', 2));
    end if;
    select * into v_rule from private.hotspot_transitions where step = p_step and from_status = v_before.status;

    v_after := private.step_links(v_before, v_rule, p_input);
    v_after := private.step_status(v_before, v_after, v_rule);
    v_after := private.step_clock(v_before, v_after, v_rule, p_input);
    if p_step = 'verify' then
        perform private.check_verification(v_before);
    elsif p_step = 'grant_extension' then
        v_extra := jsonb_build_object('days', private.given_days(p_input, v_before.extension_days), 'from', v_before.due_at, 'to', v_after.due_at,
            'left', v_after.clock_left, 'wasOverdue', coalesce(v_before.due_at < now(), v_before.clock_left < 0));
    elsif p_step in ('pass_revisit', 'fail_revisit') then
        v_extra := private.revisit_detail(v_before, p_step, p_input);
    end if;
    v_event := private.write_step(v_before, v_after, v_rule, p_input, v_extra);
    if p_step = 'verify' then
        perform private.schedule_revisits(v_after);
    elsif p_step in ('pass_revisit', 'fail_revisit') then
        perform private.close_revisit(v_after, v_event, p_step = 'pass_revisit');
    end if;
    if p_step <> 'fail_revisit' then -- whose photos are the first of the new case
        perform private.keep_step_photos(v_after, v_event, v_rule, p_input);
    end if;
    return private.hotspot_json(p_id);
end;
$$;
comment on function public.advance_hotspot(uuid, text, int, jsonb) is
    'Takes one step on a hotspot and returns it as it is now: report, accept, reject, mark_duplicate, transfer, assign, return, take, hand_in, rework, verify, '
    'suspend, resume, ask_extension, grant_extension, refuse_extension, urge, pass_revisit, fail_revisit. '
    'PT403 not_allowed, not_found, outside_scope, verifier_in_unit, verifier_did_the_work, verifier_in_area; PT409 version_conflict with the current hotspot; '
    'PT422 unknown_step, wrong_status, reason_required, unit_required, unit_unknown, campaign_unknown, original_required, original_unknown, original_is_itself, '
    'original_is_duplicate, receiver_required, quantity_invalid, days_invalid, clock_not_running, extension_asked, no_extension_asked, photo_required, '
    'wrong_time_of_day, no_revisit, revisit_not_due, id_required, id_taken and those of reporting, of photos and of the clock.';
