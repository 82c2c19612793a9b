-- Settings belong to an area; the nearest ancestor's value wins.

create table public.settings (
    area_id bigint not null references public.areas (id) on delete cascade,
    key text not null,
    value jsonb not null,
    updated_at timestamptz not null default now(),
    primary key (area_id, key),
    constraint settings_key_is_not_blank check (coalesce(btrim(key), '') <> '')
);
comment on table public.settings is 'Configuration by area (time_zone, map_source, …). Numbers that differ from place to place live here, never in code.';

create function private.check_setting()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
    new.updated_at := now();
    if new.key = 'time_zone' then
        -- Using it is the cheap test: the list of all zones reads a folder of files.
        perform now() at time zone (new.value #>> '{}');
        if jsonb_typeof(new.value) <> 'string' then
            perform private.refuse('PT422', 'time_zone_unknown');
        end if;
    end if;
    return new;
exception
    when invalid_parameter_value then
        perform private.refuse('PT422', 'time_zone_unknown');
end;
$$;
comment on function private.check_setting() is 'Refuses (PT422 time_zone_unknown) a time zone that the database does not know.';
create trigger check_setting before insert or update on public.settings for each row execute function private.check_setting();

create function private.setting(p_area_id bigint, p_key text)
returns jsonb
language sql
stable
security definer -- a member of a village inherits from areas above its scope
set search_path = ''
as $$
    select s.value
    from public.areas a
    join public.areas up on a.path operator(extensions.<@) up.path
    join public.settings s on s.area_id = up.id and s.key = p_key
    where a.id = p_area_id and (a.root_id = any (private.root_ids()) or auth.uid() is null)
    order by extensions.nlevel(up.path) desc
    limit 1
$$;
comment on function private.setting(bigint, text) is 'The value in force for an area: its own or the nearest ancestor''s; null when none is set, and for whoever has no membership in the root.';
grant execute on function private.setting(bigint, text) to authenticated;

create function private.time_zone(p_area_id bigint)
returns text
language sql
stable
security definer -- see setting
set search_path = ''
as $$
    select coalesce(private.setting(p_area_id, 'time_zone') #>> '{}', 'Asia/Shanghai')
$$;
comment on function private.time_zone(bigint) is 'IANA time zone of an area; Asia/Shanghai where none is set.';
grant execute on function private.time_zone(bigint) to authenticated;

alter table public.settings enable row level security;
grant select on public.settings to authenticated, service_role;
grant insert (area_id, key, value), update (value), delete on public.settings to authenticated;
create policy settings_select_in_root on public.settings for select to authenticated using (
    exists (select from public.areas a where a.id = area_id)
);
create policy settings_insert_by_admin on public.settings for insert to authenticated with check (private.may(area_id, '{admin}'));
create policy settings_update_by_admin on public.settings for update to authenticated
    using (private.may(area_id, '{admin}')) with check (private.may(area_id, '{admin}'));
create policy settings_delete_by_admin on public.settings for delete to authenticated using (private.may(area_id, '{admin}'));
