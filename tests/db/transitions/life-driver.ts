/**
 * Lives a township's cases in the database itself, some hundred steps a statement: each by a random person, with a random version that is the right
 * one mostly, on a random case, as the API would call it; refusals are caught and counted. `random()` follows the seed of the session.
 */
export const LIFE_DRIVER = `
create schema life_driver;

create function life_driver.pick(p_all anyarray) returns anyelement language sql volatile as $$
  select p_all[1 + floor(random() * cardinality(p_all))::int]
$$;

create function life_driver.live(p_steps int, p_people uuid[], p_words text[], p_root bigint, p_units bigint[], p_category bigint)
returns jsonb language plpgsql as $$
declare
  v_endings jsonb := '{}';
  v_ending text;
  v_step text;
  v_person uuid;
  v_id uuid;
  v_status text;
  v_version int;
  v_code text;
  v_message text;
  v_input jsonb;
begin
  for i in 1 .. p_steps loop
    v_person := life_driver.pick(p_people);
    v_id := null;
    select h.id, h.status, h.version into v_id, v_status, v_version
    from public.hotspots h order by h.end_reason is not null and random() < case when h.status = 'closed' then 0.3 else 0.8 end, random() limit 1;
    -- Mostly something that could be done here, so that cases get somewhere; else anything at all.
    v_step := case when random() < 0.75 then (
      select t.step from private.hotspot_transitions t where t.from_status = v_status
      order by random() * case when t.step in ('accept', 'assign', 'take', 'hand_in', 'verify', 'pass_revisit', 'fail_revisit') then 0.3 when t.step = 'refuse_extension' then 0.6 else 1 end limit 1) end;
    v_step := case when v_id is null or random() < 0.04 then 'report' else coalesce(v_step, life_driver.pick(p_words)) end;
    if random() < 0.6 and v_step <> 'report' then
      -- Mostly somebody whom the step is for.
      perform set_config('request.jwt.claims', '', true);
      select coalesce((
        select m.user_id from public.members m, private.hotspot_transitions t, public.hotspots h
        where t.step = v_step and m.role = any (t.roles) and m.user_id = any (p_people) and h.id = v_id
          and (t.who <> 'of_unit' or m.unit_id = h.unit_id)
        order by random() limit 1), v_person) into v_person;
    end if;
    perform set_config('request.jwt.claims', jsonb_build_object('sub', v_person, 'role', 'authenticated')::text, true);
    v_input := jsonb_build_object(
          'root', p_root, 'categoryId', p_category, 'lng', 117.902 + random() * 0.07, 'lat', 30.932 + random() * 0.03, 'quantity', 7,
          'reason', case when random() < 0.95 then '原因' else ' ' end, 'note', '说明', 'receiver', '县里',
          'days', case when random() < 0.9 then 1 + floor(random() * 30)::int else 31 end,
          'unitId', life_driver.pick(p_units), 'newId', gen_random_uuid(), 'quantityVerified', floor(random() * 8),
          'originalNo', 1 + floor(random() * 60)::int
        );
    begin
      set local role authenticated;
      perform public.advance_hotspot(
        case when v_step = 'report' then gen_random_uuid() else v_id end,
        v_step,
        case when v_step = 'report' then null when random() < 0.93 then v_version else v_version - 1 end,
        v_input
      );
      v_ending := 'taken';
      reset role;
    exception when others then
      get stacked diagnostics v_code = returned_sqlstate, v_message = message_text;
      v_ending := v_code || ' ' || v_message;
    end;
    v_ending := v_step || ' ' || v_ending;
    v_endings := v_endings || jsonb_build_object(v_ending, coalesce((v_endings ->> v_ending)::int, 0) + 1);
  end loop;
  return v_endings;
end;
$$;
`
