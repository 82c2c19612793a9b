-- What kind of problem: versioned code tables. Rows without a root are shared by all; a root adds its own and what it imports.

create table public.categories (
    id bigint generated always as identity primary key,
    root_id bigint references public.areas (id) on delete restrict,
    code_system text not null,
    kind text not null default 'event',
    code text not null,
    valid_from date not null,
    valid_to date,
    name text not null,
    name_en text,
    group_code text,
    group_name text,
    group_name_en text,
    parent_id bigint references public.categories (id) on delete restrict,
    urgent boolean not null default false,
    created_at timestamptz not null default now(),
    constraint categories_kind_is_known check (coalesce(kind, '') in ('event', 'asset')),
    constraint categories_code_is_not_blank check (coalesce(btrim(code), '') <> '' and coalesce(btrim(code_system), '') <> ''),
    constraint categories_name_is_not_blank check (coalesce(btrim(name), '') <> ''),
    constraint categories_validity_runs_forward check (valid_to is null or valid_to > valid_from),
    constraint categories_code_is_unique unique nulls not distinct (root_id, code_system, kind, code, valid_from)
);
comment on table public.categories is
    'Categories keyed by (code_system, kind, code, valid_from): assets and events share numbers. Imported records keep their own code system.';
create index categories_parent_id on public.categories (parent_id);
create trigger check_root before insert or update of root_id on public.categories for each row execute function private.check_root();

create function private.check_category_parent()
returns trigger
language plpgsql
security definer -- must see the parent whoever writes
set search_path = ''
as $$
begin
    if new.parent_id is not null
        and not exists (select from public.categories k where k.id = new.parent_id and (k.root_id is null or k.root_id = new.root_id)) then
        perform private.refuse('PT422', 'category_unknown');
    end if;
    return new;
end;
$$;
comment on function private.check_category_parent() is 'Refuses (PT422 category_unknown) a parent that is neither shared nor of the same root.';
create trigger check_category_parent before insert or update of parent_id, root_id on public.categories
    for each row execute function private.check_category_parent();

alter table public.categories enable row level security;
grant select on public.categories to authenticated, service_role;
grant insert (root_id, code_system, kind, code, valid_from, valid_to, name, name_en, group_code, group_name, group_name_en, parent_id, urgent),
    update (valid_to, name, name_en, group_code, group_name, group_name_en, parent_id, urgent), delete on public.categories to authenticated;
create policy categories_select_shared_or_own on public.categories for select to authenticated using (
    root_id is null or root_id = any ((select private.root_ids())::bigint[])
);
-- Shared rows have no root, and may(null, …) is false: nobody changes them through the API.
create policy categories_insert_by_admin on public.categories for insert to authenticated with check (private.may(root_id, '{admin}'));
create policy categories_update_by_admin on public.categories for update to authenticated
    using (private.may(root_id, '{admin}')) with check (private.may(root_id, '{admin}'));
create policy categories_delete_by_admin on public.categories for delete to authenticated using (private.may(root_id, '{admin}'));
