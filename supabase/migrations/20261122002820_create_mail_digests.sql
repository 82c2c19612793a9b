-- Which daily mails have been sent, and to whom one has to be sent now. A server that sends mail asks here and writes down what came of it, so that
-- one that starts again sends nothing twice. On a database without such a server the table stays empty.

create table private.mail_digests (
    user_id uuid not null references auth.users (id) on delete cascade,
    root_id bigint not null references public.areas (id) on delete cascade,
    day date not null,
    outcome text not null,
    tries smallint not null,
    updated_at timestamptz not null default now(),
    primary key (user_id, root_id, day),
    constraint mail_digests_outcome_is_known check (coalesce(outcome, '') in ('sending', 'sent', 'nothing', 'failed')),
    constraint mail_digests_tries_is_counted check (coalesce(tries, 0) > 0)
);
comment on table private.mail_digests is
    'The daily mail of a person and root on a local day: sending (begun; never tried again, for nobody knows whether it went out), sent, nothing (there was '
    'nothing to tell) or failed, and how often it was tried.';
create index mail_digests_root_id on private.mail_digests (root_id);

create function private.mail_digests_due(p_now timestamptz, p_at time)
returns table (user_id uuid, email text, root_id bigint, root_name text, zone text, day date)
language sql
stable
set search_path = ''
as $$
    select u.id, u.email::text, r.id, r.name, r.zone, r.local::date
    from (
        select a.id, a.name, private.time_zone(a.id) as zone, p_now at time zone private.time_zone(a.id) as local
        from public.areas a
        where a.parent_id is null and private.setting(a.id, 'mail_digest') is distinct from 'false'::jsonb
    ) as r
    join auth.users u on u.email like '%_@_%' and (u.banned_until is null or u.banned_until <= p_now)
    left join private.mail_digests d on d.user_id = u.id and d.root_id = r.id and d.day = r.local::date
    where r.local >= r.local::date + p_at and r.local < r.local::date + p_at + interval '6 hours'
        and private.work_days(r.id, r.local::date - 1, r.local::date, (private.working_time(r.id)).weekdays) = 1
        and exists (select from public.members m join public.areas a on a.id = m.area_id where m.user_id = u.id and a.root_id = r.id)
        and (d.user_id is null or d.outcome = 'failed' and d.tries < 3)
    order by coalesce(d.tries, 0), r.id, u.id
$$;
comment on function private.mail_digests_due(timestamptz, time) is
    'Who gets the daily mail at an instant, for which root and local day: members of a root in which it is a working day, from p_at by its clock for six hours, '
    'unless its setting mail_digest is false, the mail of the day was begun, or it failed three times. Whoever was tried least comes first.';
