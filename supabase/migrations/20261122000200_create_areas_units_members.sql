-- Where and who: the area tree, the responsible units and the memberships. They stand in one file because the policies
-- of each read the others: members are the only source of rights (never token metadata).

create table public.areas (
    id bigint generated always as identity primary key,
    parent_id bigint references public.areas (id) on delete restrict,
    root_id bigint not null references public.areas (id) on delete restrict,
    path extensions.ltree not null,
    level text not null,
    name text not null,
    name_en text,
    source text,
    source_key text,
    size_m2 double precision,
    center_lng double precision,
    center_lat double precision,
    bbox double precision[],
    created_at timestamptz not null default now(),
    constraint areas_level_is_known check (coalesce(level, '') in ('county', 'township', 'village', 'community', 'grid')),
    constraint areas_name_is_not_blank check (coalesce(btrim(name), '') <> ''),
    constraint areas_root_has_no_parent check ((parent_id is null) = (root_id = id)),
    constraint areas_source_key_is_unique unique (root_id, source, source_key)
);
comment on table public.areas is
    'Administrative regions as a tree (county > township > village or community > grid). Boundaries are in area_boundaries.';
create index areas_parent_id on public.areas (parent_id);
create index areas_root_id on public.areas (root_id);
create index areas_path on public.areas using gist (path);

create table public.area_boundaries (
    area_id bigint primary key references public.areas (id) on delete cascade,
    boundary extensions.geometry(MultiPolygon, 4326) not null,
    constraint area_boundaries_is_valid check (coalesce(extensions.st_isvalid(boundary), false) and not extensions.st_isempty(boundary))
);
comment on table public.area_boundaries is
    'The boundary of an area, WGS 84 = CGCS2000 within centimetres. Written by import_areas only; read as GeoJSON by area_features.';
create index area_boundaries_boundary on public.area_boundaries using gist (boundary);

create table public.units (
    id bigint generated always as identity primary key,
    root_id bigint not null references public.areas (id) on delete restrict,
    area_id bigint references public.areas (id) on delete set null,
    kind text not null default 'department',
    name text not null,
    name_en text,
    created_at timestamptz not null default now(),
    constraint units_kind_is_known check (coalesce(kind, '') in ('department', 'village_committee', 'operator', 'market_owner', 'other')),
    constraint units_name_is_not_blank check (coalesce(btrim(name), '') <> ''),
    constraint units_name_is_unique unique (root_id, name)
);
comment on table public.units is 'Responsible units: who must fix a hotspot.';
create index units_area_id on public.units (area_id);

create table public.members (
    id bigint generated always as identity primary key,
    user_id uuid not null references auth.users (id) on delete cascade,
    role text not null,
    area_id bigint not null references public.areas (id) on delete cascade,
    unit_id bigint references public.units (id) on delete restrict,
    is_leader boolean not null default false,
    display_name text not null,
    created_at timestamptz not null default now(),
    constraint members_role_is_known check (coalesce(role, '') in ('admin', 'planner', 'supervisor', 'handler', 'officer', 'viewer')),
    constraint members_handler_has_a_unit check (role <> 'handler' or unit_id is not null),
    constraint members_display_name_is_not_blank check (coalesce(btrim(display_name), '') <> ''),
    constraint members_is_unique unique nulls not distinct (user_id, role, area_id, unit_id)
);
comment on table public.members is 'user × role × area × unit: the only source of rights. A person may hold several; rights are their union.';
create index members_user_id on public.members (user_id);
create index members_area_id on public.members (area_id);
create index members_unit_id on public.members (unit_id);

-- The tree keeps itself: root and path follow from the parent.
create function private.place_area_in_tree()
returns trigger
language plpgsql
security definer -- the parent may lie outside what the writer can read through row security
set search_path = ''
as $$
declare
    v_parent public.areas;
begin
    if new.parent_id is null then
        new.root_id := new.id;
        new.path := extensions.text2ltree('a' || new.id);
    else
        select * into v_parent from public.areas where id = new.parent_id;
        new.root_id := v_parent.root_id;
        new.path := v_parent.path operator(extensions.||) extensions.text2ltree('a' || new.id);
    end if;
    return new;
end;
$$;
comment on function private.place_area_in_tree() is 'Sets root_id and path of a new area from its parent; a missing parent is left to the foreign key.';
create trigger place_area_in_tree before insert on public.areas for each row execute function private.place_area_in_tree();

create function private.path_ids(p_path extensions.ltree)
returns bigint[]
language sql
immutable
set search_path = ''
as $$
    select array_agg(substr(label, 2)::bigint order by ordinality)
    from unnest(string_to_array(extensions.ltree2text(p_path), '.')) with ordinality as u (label, ordinality)
$$;
comment on function private.path_ids(extensions.ltree) is 'Area ids along a path, root first.';
grant execute on function private.path_ids(extensions.ltree) to authenticated;

create function private.is_root(p_area_id bigint)
returns boolean
language sql
stable
security definer -- whoever writes, also what it cannot read
set search_path = ''
as $$
    select exists (select from public.areas a where a.id = p_area_id and a.parent_id is null)
$$;
comment on function private.is_root(bigint) is 'True for the root of an area tree. Not callable by clients.';

create function private.check_root()
returns trigger
language plpgsql
security definer -- see is_root
set search_path = ''
as $$
begin
    if new.root_id is not null and not private.is_root(new.root_id) then
        perform private.refuse('PT422', 'root_required');
    end if;
    return new;
end;
$$;
comment on function private.check_root() is
    'Refuses (PT422 root_required) a row whose root_id is not a root: a village would be a tenancy of its own that nobody can read.';

create function private.check_unit_and_area_share_root()
returns trigger
language plpgsql
security definer -- must see the unit and the area whoever writes
set search_path = ''
as $$
declare
    v_root bigint := (select a.root_id from public.areas a where a.id = new.area_id);
begin
    if tg_table_name = 'units' then
        if not private.is_root(new.root_id) or new.area_id is not null and v_root is distinct from new.root_id then
            perform private.refuse('PT422', 'root_required');
        end if;
    elsif new.unit_id is not null and not exists (select from public.units u where u.id = new.unit_id and u.root_id = v_root) then
        perform private.refuse('PT422', 'unit_unknown');
    end if;
    return new;
end;
$$;
comment on function private.check_unit_and_area_share_root() is 'Refuses (PT422) a membership or unit that mixes two area trees, and a unit whose root is none.';
create trigger check_unit_and_area_share_root before insert or update on public.units
    for each row execute function private.check_unit_and_area_share_root();
create trigger check_unit_and_area_share_root before insert or update on public.members
    for each row execute function private.check_unit_and_area_share_root();

-- Scope. All are definer functions: policies of areas and members call them, and would recurse otherwise. Each answers only
-- for auth.uid(), so a stranger gets empty arrays. Policies wrap them in (select …), which runs them once a statement.
create function private.full_root_ids()
returns bigint[]
language sql
stable
security definer
set search_path = ''
as $$
    select coalesce(array_agg(distinct m.area_id), '{}')
    from public.members m join public.areas a on a.id = m.area_id
    where m.user_id = (select auth.uid()) and a.parent_id is null
$$;
comment on function private.full_root_ids() is 'Roots that a membership of the caller covers as a whole.';

create function private.part_area_ids()
returns bigint[]
language sql
stable
security definer
set search_path = ''
as $$
    select coalesce(array_agg(distinct a.id), '{}')
    from public.members m
    join public.areas ma on ma.id = m.area_id and ma.parent_id is not null
    join public.areas a on a.path operator(extensions.<@) ma.path
    where m.user_id = (select auth.uid())
$$;
comment on function private.part_area_ids() is 'Areas below the caller''s memberships that do not cover a whole root.';

create function private.root_ids()
returns bigint[]
language sql
stable
security definer
set search_path = ''
as $$
    select coalesce(array_agg(distinct a.root_id), '{}')
    from public.members m join public.areas a on a.id = m.area_id
    where m.user_id = (select auth.uid())
$$;
comment on function private.root_ids() is 'Roots in which the caller has any membership.';

create function private.ancestor_area_ids()
returns bigint[]
language sql
stable
security definer
set search_path = ''
as $$
    select coalesce(array_agg(distinct i), '{}')
    from public.members m
    join public.areas ma on ma.id = m.area_id
    cross join lateral unnest(private.path_ids(ma.path)) i
    where m.user_id = (select auth.uid())
$$;
comment on function private.ancestor_area_ids() is 'The caller''s membership areas and everything above them: names on the way to the root.';

create function private.unit_ids()
returns bigint[]
language sql
stable
security definer
set search_path = ''
as $$
    select coalesce(array_agg(distinct m.unit_id), '{}')
    from public.members m
    where m.user_id = (select auth.uid()) and m.role = 'handler'
$$;
comment on function private.unit_ids() is 'Units for which the caller is a handler.';

create function private.may(p_area_id bigint, p_roles text[])
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
    select exists (
        select from public.members m
        join public.areas ma on ma.id = m.area_id
        join public.areas a on a.id = p_area_id
        where m.user_id = (select auth.uid()) and m.role = any (p_roles) and a.path operator(extensions.<@) ma.path
    )
$$;
comment on function private.may(bigint, text[]) is 'True when the caller holds one of the roles over the area or an ancestor of it.';

create function private.may_in(p_root_id bigint, p_area_id bigint, p_roles text[])
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
    select private.may(coalesce(p_area_id, p_root_id), p_roles)
$$;
comment on function private.may_in(bigint, bigint, text[]) is 'Like may; what lies in no area needs a role over the whole root.';

create function private.has_role_in_root(p_root_id bigint, p_roles text[])
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
    select exists (
        select from public.members m join public.areas a on a.id = m.area_id
        where m.user_id = (select auth.uid()) and m.role = any (p_roles) and a.root_id = p_root_id
    )
$$;
comment on function private.has_role_in_root(bigint, text[]) is 'True when the caller holds one of the roles anywhere in the root.';

create function private.may_appoint(p_area_id bigint, p_unit_id bigint)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
    select private.may(p_area_id, '{admin}') and (
        p_unit_id is null
        or exists (select from public.units u where u.id = p_unit_id and private.may_in(u.root_id, u.area_id, '{admin}'))
    )
$$;
comment on function private.may_appoint(bigint, bigint) is
    'True when the caller administers both the area and the unit of a membership: a handler sees what its unit has anywhere.';

grant execute on function
    private.full_root_ids(), private.part_area_ids(), private.root_ids(), private.ancestor_area_ids(), private.unit_ids(),
    private.may(bigint, text[]), private.may_in(bigint, bigint, text[]), private.has_role_in_root(bigint, text[]),
    private.may_appoint(bigint, bigint)
    to authenticated;

alter table public.areas enable row level security;
grant select on public.areas to authenticated, service_role;
grant insert (parent_id, level, name, name_en, source, source_key), update (level, name, name_en), delete on public.areas to authenticated;
create policy areas_select_in_scope on public.areas for select to authenticated using (
    root_id = any ((select private.full_root_ids())::bigint[])
    or id = any ((select private.part_area_ids())::bigint[])
    or id = any ((select private.ancestor_area_ids())::bigint[])
);
-- A root is never made by a plain insert: may(null, …) is false. See create_root_area.
create policy areas_insert_by_admin on public.areas for insert to authenticated with check (private.may(parent_id, '{admin}'));
create policy areas_update_by_admin on public.areas for update to authenticated using (private.may(id, '{admin}')) with check (private.may(id, '{admin}'));
create policy areas_delete_by_admin on public.areas for delete to authenticated using (parent_id is not null and private.may(parent_id, '{admin}'));

alter table public.area_boundaries enable row level security;
grant select on public.area_boundaries to authenticated, service_role;
create policy area_boundaries_select_in_scope on public.area_boundaries for select to authenticated using (
    exists (select from public.areas a where a.id = area_id)
);

alter table public.units enable row level security;
grant select on public.units to authenticated, service_role;
grant insert (root_id, area_id, kind, name, name_en), update (area_id, kind, name, name_en), delete on public.units to authenticated;
create policy units_select_in_root on public.units for select to authenticated using (root_id = any ((select private.root_ids())::bigint[]));
create policy units_insert_by_admin on public.units for insert to authenticated with check (private.may_in(root_id, area_id, '{admin}'));
create policy units_update_by_admin on public.units for update to authenticated
    using (private.may_in(root_id, area_id, '{admin}')) with check (private.may_in(root_id, area_id, '{admin}'));
create policy units_delete_by_admin on public.units for delete to authenticated using (private.may_in(root_id, area_id, '{admin}'));

alter table public.members enable row level security;
grant select on public.members to authenticated, service_role;
grant insert (user_id, role, area_id, unit_id, is_leader, display_name), update (role, area_id, unit_id, is_leader, display_name), delete
    on public.members to authenticated;
-- Names are personal data: one's own, and those of one's people for whoever leads, plans or supervises.
create policy members_select_own_or_led on public.members for select to authenticated using (
    user_id = (select auth.uid()) or private.may(area_id, '{admin,planner,supervisor}')
);
create policy members_insert_by_admin on public.members for insert to authenticated with check (private.may_appoint(area_id, unit_id));
create policy members_update_by_admin on public.members for update to authenticated
    using (private.may(area_id, '{admin}')) with check (private.may_appoint(area_id, unit_id));
create policy members_delete_by_admin on public.members for delete to authenticated using (private.may(area_id, '{admin}'));
