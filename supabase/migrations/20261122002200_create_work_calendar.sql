-- The township's working time and what a clock does with it: holidays and make-up days, working hours, the instant at which a limit has run out and what has
-- run between two instants. Everything is counted by the wall clock of the root's time zone; only urgent units run by the instant.

create table public.work_calendar_days (
    id bigint generated always as identity primary key,
    root_id bigint references public.areas (id) on delete cascade,
    day date not null,
    is_working boolean not null,
    name text not null,
    name_en text,
    created_at timestamptz not null default now(),
    constraint work_calendar_days_name_is_not_blank check (coalesce(btrim(name), '') <> ''),
    constraint work_calendar_days_day_is_finite check (coalesce(isfinite(day), false)),
    constraint work_calendar_days_is_unique unique nulls not distinct (root_id, day)
);
comment on table public.work_calendar_days is
    'Days that are not what their weekday says: holidays and 调休 make-up days. Without a root: shipped, China''s official calendar; a root''s own row wins.';
create trigger check_root before insert or update of root_id on public.work_calendar_days for each row execute function private.check_root();

alter table public.work_calendar_days enable row level security;
grant select on public.work_calendar_days to authenticated, service_role;
grant insert (root_id, day, is_working, name, name_en), update (is_working, name, name_en), delete on public.work_calendar_days to authenticated;
create policy work_calendar_days_select_shared_or_own on public.work_calendar_days for select to authenticated using (
    root_id is null or root_id = any ((select private.root_ids())::bigint[])
);
-- Shipped rows have no root, and may(null, …) is false: nobody changes them through the API.
create policy work_calendar_days_insert_by_admin on public.work_calendar_days for insert to authenticated with check (private.may(root_id, '{admin}'));
create policy work_calendar_days_update_by_admin on public.work_calendar_days for update to authenticated
    using (private.may(root_id, '{admin}')) with check (private.may(root_id, '{admin}'));
create policy work_calendar_days_delete_by_admin on public.work_calendar_days for delete to authenticated using (private.may(root_id, '{admin}'));

-- 国务院办公厅关于2025年部分节假日安排的通知 (国办发明电〔2024〕12号, 2024-11-12) and 关于2026年部分节假日安排的通知 (2025-11-04).
insert into public.work_calendar_days (day, is_working, name, name_en)
select day::date, false, h.name, h.name_en
from (values
    ('2025-01-01'::date, '2025-01-01'::date, '元旦', 'New Year''s Day'),
    ('2025-01-28', '2025-02-04', '春节', 'Spring Festival'),
    ('2025-04-04', '2025-04-06', '清明节', 'Tomb Sweeping Day'),
    ('2025-05-01', '2025-05-05', '劳动节', 'Labour Day'),
    ('2025-05-31', '2025-06-02', '端午节', 'Dragon Boat Festival'),
    ('2025-10-01', '2025-10-08', '国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
    ('2026-01-01', '2026-01-03', '元旦', 'New Year''s Day'),
    ('2026-02-15', '2026-02-23', '春节', 'Spring Festival'),
    ('2026-04-04', '2026-04-06', '清明节', 'Tomb Sweeping Day'),
    ('2026-05-01', '2026-05-05', '劳动节', 'Labour Day'),
    ('2026-06-19', '2026-06-21', '端午节', 'Dragon Boat Festival'),
    ('2026-09-25', '2026-09-27', '中秋节', 'Mid-Autumn Festival'),
    ('2026-10-01', '2026-10-07', '国庆节', 'National Day')
) as h (first_day, last_day, name, name_en)
cross join lateral generate_series(h.first_day::timestamp, h.last_day::timestamp, interval '1 day') as day;

insert into public.work_calendar_days (day, is_working, name, name_en) values
    ('2025-01-26', true, '春节调休', 'Make-up day for Spring Festival'),
    ('2025-02-08', true, '春节调休', 'Make-up day for Spring Festival'),
    ('2025-04-27', true, '劳动节调休', 'Make-up day for Labour Day'),
    ('2025-09-28', true, '国庆节、中秋节调休', 'Make-up day for National Day and Mid-Autumn Festival'),
    ('2025-10-11', true, '国庆节、中秋节调休', 'Make-up day for National Day and Mid-Autumn Festival'),
    ('2026-01-04', true, '元旦调休', 'Make-up day for New Year''s Day'),
    ('2026-02-14', true, '春节调休', 'Make-up day for Spring Festival'),
    ('2026-02-28', true, '春节调休', 'Make-up day for Spring Festival'),
    ('2026-05-09', true, '劳动节调休', 'Make-up day for Labour Day'),
    ('2026-09-20', true, '国庆节调休', 'Make-up day for National Day'),
    ('2026-10-10', true, '国庆节调休', 'Make-up day for National Day');

create function public.work_calendar_years(p_root bigint)
returns jsonb
language sql
stable
set search_path = ''
set jit = off
as $$
    select coalesce(jsonb_agg(jsonb_build_object('year', year, 'shippedDays', shipped, 'ownDays', own) order by year), '[]')
    from (
        select extract(year from d.day)::int as year, count(*) filter (where d.root_id is null) as shipped, count(d.root_id) as own
        from public.work_calendar_days d
        where (d.root_id is null or d.root_id = p_root) and p_root = any ((select private.root_ids())::bigint[])
        group by 1
    ) as years
$$;
comment on function public.work_calendar_years(bigint) is
    'The years of which anything is known: [{year, shippedDays, ownDays}]. In any other year the clock counts plain weekdays, and screens say so.';
grant execute on function public.work_calendar_years(bigint) to authenticated;

-- A trigger of its own beside check_setting, which knows the settings that everybody has.
create function private.check_working_time()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
    v_spans jsonb := new.value;
    v_previous text := '00:00';
    v_span jsonb;
begin
    -- The clock asks the root: a village's own hours would be written down and never looked at.
    if not exists (select from public.areas a where a.id = new.area_id and a.parent_id is null) then
        perform private.refuse('PT422', 'root_required');
    end if;
    if new.key = 'working_weekdays' then
        if jsonb_typeof(new.value) <> 'array' or jsonb_array_length(new.value) = 0
            or exists (select from jsonb_array_elements(new.value) d where d::text !~ '^[1-7]$')
            or (select count(distinct d) <> count(*) from jsonb_array_elements(new.value) d) then
            perform private.refuse('PT422', 'working_weekdays_invalid');
        end if;
        return new;
    end if;
    if jsonb_typeof(v_spans) <> 'array' or jsonb_array_length(v_spans) not between 1 and 6 then
        perform private.refuse('PT422', 'working_hours_invalid');
    end if;
    for v_span in select s from jsonb_array_elements(v_spans) s loop
        -- Text of this form sorts as time does.
        if jsonb_typeof(v_span) <> 'array' or jsonb_array_length(v_span) <> 2
            or coalesce(v_span ->> 0, '') !~ '^([01]\d|2[0-3]):[0-5]\d$' or coalesce(v_span ->> 1, '') !~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'
            or (v_span ->> 0) collate "C" < v_previous or (v_span ->> 1) collate "C" <= (v_span ->> 0) then
            perform private.refuse('PT422', 'working_hours_invalid');
        end if;
        v_previous := v_span ->> 1;
    end loop;
    return new;
end;
$$;
comment on function private.check_working_time() is
    'Checks the settings of the clock. working_hours is [["08:00","12:00"], …]: one to six spans of a day, in order, without overlap, 24:00 as the last '
    'possible end (a night shift is two spans); working_weekdays is [1, …] with Monday = 1. PT422 working_hours_invalid, working_weekdays_invalid, and '
    'root_required for an area that is no root.';
create trigger check_working_time before insert or update on public.settings
    for each row when (new.key in ('working_hours', 'working_weekdays')) execute function private.check_working_time();

-- The functions below are for functions that run as owner: nobody else may call them, and so they answer whoever the caller is.
create type private.working_time as (
    zone text,
    weekdays int[],
    starts bigint[], -- microseconds since midnight
    ends bigint[],
    day bigint       -- working microseconds of a full working day
);

create function private.working_time(p_root bigint)
returns private.working_time
language plpgsql
stable
set search_path = ''
as $$
declare
    t private.working_time;
    v_hours jsonb;
begin
    select max(case when s.key = 'time_zone' then s.value #>> '{}' end),
        max(case when s.key = 'working_weekdays' then translate(s.value::text, '[] ', '{}') end)::int[],
        max(case when s.key = 'working_hours' then s.value::text end)::jsonb
    into t.zone, t.weekdays, v_hours
    from public.settings s
    where s.area_id = p_root and s.key in ('time_zone', 'working_weekdays', 'working_hours');
    t.zone := coalesce(t.zone, 'Asia/Shanghai');
    t.weekdays := coalesce(t.weekdays, '{1,2,3,4,5}');
    if v_hours is null then
        t.starts := '{28800000000,50400000000}';
        t.ends := '{43200000000,64800000000}';
        t.day := 28800000000;
        return t;
    end if;
    select array_agg(s.starts order by s.starts), array_agg(s.ends order by s.starts), sum(s.ends - s.starts)
    into t.starts, t.ends, t.day
    from (
        select (split_part(h ->> 0, ':', 1)::bigint * 60 + split_part(h ->> 0, ':', 2)::bigint) * 60000000 as starts,
            (split_part(h ->> 1, ':', 1)::bigint * 60 + split_part(h ->> 1, ':', 2)::bigint) * 60000000 as ends
        from jsonb_array_elements(v_hours) h
    ) as s;
    return t;
end;
$$;
comment on function private.working_time(bigint) is
    'Time zone, working weekdays and working hours of a root: its settings, or Asia/Shanghai, Monday to Friday, 08–12 and 14–18.';

create function private.work_days(p_root bigint, p_after date, p_until date, p_weekdays int[])
returns bigint
language sql
stable
set search_path = ''
as $$
    -- Weekdays by division (1 January 2001 was a Monday), then the days that are not what their weekday says.
    select coalesce(sum(
        floor(((p_until - '2001-01-01'::date) - weekday + 1) / 7.0) - floor(((p_after - '2001-01-01'::date) - weekday + 1) / 7.0)
    ), 0)::bigint + (
        select coalesce(sum(case when d.is_working then 1 else -1 end), 0)
        from (
            select distinct on (c.day) c.day, c.is_working
            from public.work_calendar_days c
            where (c.root_id is null or c.root_id = p_root) and c.day > p_after and c.day <= p_until
            order by c.day, c.root_id nulls last
        ) as d
        where d.is_working <> (extract(isodow from d.day)::int = any (p_weekdays))
    )
    from unnest(p_weekdays) weekday
$$;
comment on function private.work_days(bigint, date, date, int[]) is 'Working days of a root after one day up to and including another, which is not before it.';

create function private.work_day_after(p_root bigint, p_day date, p_count bigint, p_weekdays int[])
returns date
language plpgsql
stable
set search_path = ''
as $$
declare
    too_far constant int := 1827; -- five years
    v_day date := p_day;
    v_left bigint := abs(p_count);
    v_step bigint;
    v_passed bigint;
begin
    if v_left > 36525 then
        perform private.refuse('PT422', 'limit_invalid');
    end if;
    -- As many days as are left hold at most as many working days, so no step goes too far; a handful of them does, however long the way.
    while v_left > 0 loop
        v_step := v_left;
        if p_count > 0 then
            v_passed := private.work_days(p_root, v_day, v_day + v_step::int, p_weekdays);
            v_day := v_day + v_step::int;
        else
            v_passed := private.work_days(p_root, v_day - v_step::int - 1, v_day - 1, p_weekdays);
            v_day := v_day - v_step::int;
        end if;
        v_left := v_left - v_passed;
        if v_passed = 0 and private.work_days(
            p_root, case when p_count > 0 then v_day else v_day - too_far end, case when p_count > 0 then v_day + too_far else v_day - 1 end, p_weekdays
        ) = 0 then
            perform private.refuse('PT422', 'no_working_day');
        end if;
    end loop;
    return v_day;
end;
$$;
comment on function private.work_day_after(bigint, date, bigint, int[]) is
    'The n-th working day after a day, or before it when n is negative. PT422 no_working_day when five years hold none, limit_invalid for more than a hundred years of days.';

create function private.work_until(t private.working_time, p_time bigint)
returns bigint
language sql
immutable
set search_path = ''
as $$
    select coalesce(sum(least(greatest(p_time - starts, 0), ends - starts)), 0)::bigint from unnest((t).starts, (t).ends) as span (starts, ends)
$$;
comment on function private.work_until(private.working_time, bigint) is 'Working microseconds of a working day before a time of day, which is in microseconds too.';

create function private.time_after_work(t private.working_time, p_work bigint)
returns bigint
language sql
immutable
set search_path = ''
as $$
    select starts + p_work - before
    from (
        select starts, ends, coalesce(sum(ends - starts) over (order by starts rows between unbounded preceding and 1 preceding), 0)::bigint as before
        from unnest((t).starts, (t).ends) as span (starts, ends)
    ) as spans
    where p_work > before and p_work <= before + ends - starts
$$;
comment on function private.time_after_work(private.working_time, bigint) is
    'The time of day (microseconds) at which so much of a working day is done, more than nothing: the end of a span, not the start of the next.';

create function private.work_done(p_root bigint, t private.working_time, p_local timestamp)
returns bigint
language sql
stable
set search_path = ''
as $$
    select case when private.work_days(p_root, p_local::date - 1, p_local::date, (t).weekdays) = 0 then 0
        else private.work_until(t, (extract(epoch from p_local::time) * 1000000)::bigint) end
$$;
comment on function private.work_done(bigint, private.working_time, timestamp) is
    'Working microseconds of a local day up to a moment of it; none when the day is no working day.';

create function private.unit_microseconds(p_unit text, p_day bigint)
returns bigint
language sql
immutable
set search_path = ''
as $$
    select case
        when p_unit in ('urgent_hour', 'working_hour') then 3600000000
        when p_unit in ('urgent_day', 'calendar_day') then 86400000000
        when p_unit = 'working_day' then p_day
    end
$$;
comment on function private.unit_microseconds(text, bigint) is 'How long one unit of a limit is, a working day being as long as given; null for an unknown one.';

create function private.work_due(p_root bigint, p_from timestamptz, p_amount numeric, p_unit text)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
    most_microseconds constant numeric := 3155760000000000; -- a hundred years: beyond any limit, and within what dates hold
    t private.working_time := private.working_time(p_root);
    v_amount numeric := round(p_amount * private.unit_microseconds(p_unit, t.day));
    v_local timestamp := p_from at time zone t.zone;
    v_day date := v_local::date;
    v_target bigint; -- working time since the start of v_day
    v_days bigint;
begin
    if v_amount is null or not abs(v_amount) <= most_microseconds then
        perform private.refuse('PT422', 'limit_invalid');
    end if;
    if v_amount = 0 then
        return p_from;
    elsif p_unit in ('urgent_hour', 'urgent_day') then
        return p_from + v_amount::bigint * interval '1 microsecond';
    elsif p_unit = 'calendar_day' then
        return (v_local + v_amount::bigint * interval '1 microsecond') at time zone t.zone;
    end if;

    v_target := private.work_done(p_root, t, v_local) + v_amount::bigint;
    -- The last moment of a day is work done, its first is not: so many whole days are passed before the day that it falls on.
    v_days := ceil(v_target::numeric / t.day) - 1;
    if v_days >= 0 and private.work_days(p_root, v_day - 1, v_day, t.weekdays) = 0 then
        v_day := private.work_day_after(p_root, v_day, v_days + 1, t.weekdays); -- a day that is none passes nothing
    else
        v_day := private.work_day_after(p_root, v_day, v_days, t.weekdays);
    end if;
    return (v_day + private.time_after_work(t, v_target - v_days * t.day) * interval '1 microsecond') at time zone t.zone;
end;
$$;
comment on function private.work_due(bigint, timestamptz, numeric, text) is
    'The instant at which an amount of urgent_hour, urgent_day, working_hour, working_day or calendar_day has run since p_from; a negative amount goes back. '
    'What falls on the end of a working span is that end, not the start of the next; nothing at all is p_from itself. A working day is as many hours as a '
    'full one has. PT422 limit_invalid (unknown unit, no number, over a hundred years), no_working_day.';

create function private.work_between(p_root bigint, p_from timestamptz, p_to timestamptz, p_unit text)
returns numeric
language plpgsql
stable
set search_path = ''
as $$
declare
    t private.working_time := private.working_time(p_root);
    v_unit numeric := private.unit_microseconds(p_unit, t.day);
    v_from timestamp := p_from at time zone t.zone;
    v_to timestamp := p_to at time zone t.zone;
    v_passed numeric;
begin
    if v_unit is null then
        perform private.refuse('PT422', 'limit_invalid');
    end if;
    if p_unit in ('urgent_hour', 'urgent_day') then
        v_passed := (extract(epoch from p_to) - extract(epoch from p_from)) * 1000000;
    elsif p_unit = 'calendar_day' then
        v_passed := extract(epoch from v_to - v_from) * 1000000;
    else
        v_passed := private.work_done(p_root, t, v_to) - private.work_done(p_root, t, v_from)
            + t.day::numeric * sign(v_to::date - v_from::date)::int
                * private.work_days(p_root, least(v_from, v_to)::date - 1, greatest(v_from, v_to)::date - 1, t.weekdays);
    end if;
    return trim_scale(v_passed / v_unit);
end;
$$;
comment on function private.work_between(bigint, timestamptz, timestamptz, text) is
    'How many units of a limit run between two instants; negative when the second is earlier. work_due leads back to it. PT422 limit_invalid (unknown unit).';
