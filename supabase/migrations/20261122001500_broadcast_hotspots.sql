-- Live: one small message a statement and area, without personal data, on the private topic of every area above the change.

create function private.broadcast_hotspots()
returns trigger
language plpgsql
security definer -- realtime.send writes where clients may not; what it sends is the topic's reader's to see
set search_path = ''
as $$
declare
    row_limit constant int := 100;  -- 4 kB; a bigger change is a reason to refetch, not to list
    v_topic record;
begin
    for v_topic in execute format($sql$
        with changed as (%s), heard as (
            select distinct c.no, c.state, c.lng, c.lat, c.area_id, c.campaign_id, c.category_id, c.is_new, t.area
            from changed c
            left join public.areas a on a.id = c.heard_in
            cross join lateral unnest(coalesce(private.path_ids(a.path), array[c.root_id])) as t (area)
        ), ranked as (
            select heard.*, row_number() over (partition by area order by no) as place, count(*) over (partition by area) as n from heard
        )
        select area, max(n) as n,
            case when max(n) <= %s then jsonb_agg(jsonb_build_array(
                no, state, round(lng::numeric, 7), round(lat::numeric, 7), coalesce(area_id, 0), coalesce(campaign_id, 0), category_id, is_new) order by no) end as rows
        from ranked where place <= %s
        group by area order by area
    $sql$, case when tg_op = 'INSERT' then
        'select no, state, lng, lat, root_id, area_id as heard_in, area_id, campaign_id, category_id, 1 as is_new from new_rows'
    else
        -- An area that a hotspot left hears of it as well.
        'select n.no, n.state, n.lng, n.lat, n.root_id, u.heard_in, n.area_id, n.campaign_id, n.category_id, 0 as is_new
         from new_rows n join old_rows o on o.id = n.id
         cross join lateral (select n.area_id union select o.area_id) as u (heard_in)
         where (n.state, n.lng, n.lat, n.area_id, n.campaign_id, n.category_id) is distinct from (o.state, o.lng, o.lat, o.area_id, o.campaign_id, o.category_id)'
    end, row_limit, row_limit)
    loop
        perform realtime.send(
            jsonb_build_object('at', clock_timestamp(), 'n', v_topic.n, 'rows', coalesce(v_topic.rows, '[]')),
            'hotspots', 'area:' || v_topic.area, true
        );
    end loop;
    return null;
end;
$$;
comment on function private.broadcast_hotspots() is
    'Sends {at, n, rows: [[no, state, lng, lat, area, campaign, category, isNew]]} to area:<id> of every ancestor; above 100 rows only how many.';
create trigger broadcast_hotspots_insert after insert on public.hotspots referencing new table as new_rows
    for each statement execute function private.broadcast_hotspots();
create trigger broadcast_hotspots_update after update on public.hotspots referencing old table as old_rows new table as new_rows
    for each statement execute function private.broadcast_hotspots();

create function private.may_hear(p_topic text)
returns boolean
language sql
stable
security definer -- reads memberships for the policy on messages
set search_path = ''
as $$
    select coalesce(p_topic ~ '^area:\d{1,18}$' and exists (
        select from public.areas a
        where a.id = substr(p_topic, 6)::bigint
            and (a.root_id = any (private.full_root_ids()) or a.id = any (private.part_area_ids()))
    ), false)
$$;
comment on function private.may_hear(text) is 'True when the topic is an area in the caller''s scope.';
grant execute on function private.may_hear(text) to authenticated;

create policy hear_own_areas on realtime.messages for select to authenticated
    using (extension = 'broadcast' and (select private.may_hear(realtime.topic())));
