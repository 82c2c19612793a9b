-- What a Supabase project gives before its first migration: roles, schemas, extensions. Idempotent; runs on PGlite and on PostgreSQL 15.
-- Deliberately without default privileges: Supabase grants nothing on new tables, so migrations must grant explicitly and a forgotten
-- grant has to fail here too.
do $$
declare
    r text;
begin
    foreach r in array array[
        'anon', 'authenticated', 'service_role', 'authenticator', 'dashboard_user',
        'supabase_admin', 'supabase_auth_admin', 'supabase_storage_admin', 'supabase_realtime_admin'
    ] loop
        if not exists (select from pg_roles where rolname = r) then
            execute format('create role %I nologin noinherit', r);
        end if;
    end loop;
end
$$;

alter role service_role bypassrls;
grant anon, authenticated, service_role to authenticator;

create schema if not exists extensions;
create schema if not exists auth;
create schema if not exists storage;
create schema if not exists realtime;
create schema if not exists supabase_migrations;

grant usage on schema public, extensions, auth, storage, realtime to anon, authenticated, service_role;

create extension if not exists pgcrypto with schema extensions;
create extension if not exists ltree with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists postgis with schema extensions;

do $$
begin
    execute format('alter database %I set search_path = "$user", public, extensions', current_database());
    execute format('alter database %I set timezone = ''UTC''', current_database());
end
$$;

-- The Supabase CLI's own history tables, so that a folder's past can be read by it.
create table if not exists supabase_migrations.schema_migrations (
    version text primary key,
    statements text[],
    name text,
    created_by text,
    idempotency_key text,
    rollback text[]
);
create table if not exists supabase_migrations.seed_files (
    path text primary key,
    hash text not null
);
