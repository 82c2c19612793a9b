-- Extensions the product needs and the schema for what the API must not expose.
-- Supabase keeps extensions in their own schema; so do we, and every use is schema-qualified.

create extension if not exists postgis with schema extensions;
create extension if not exists ltree with schema extensions;
create extension if not exists pgcrypto with schema extensions;

create schema if not exists private;
comment on schema private is 'Helpers of policies, triggers and RPCs. Not exposed by the API; callable only through what is granted.';

revoke all on schema private from public;
grant usage on schema private to authenticated, service_role;

-- New functions are executable by everyone by default; here nothing is until a migration says so.
-- (A per-schema setting could only add to the global one, so this is global; extensions exist already.)
alter default privileges revoke execute on functions from public;

create function private.refuse(p_sqlstate text, p_code text, p_detail jsonb default null)
returns void
language plpgsql
set search_path = ''
as $$
begin
    raise exception using errcode = p_sqlstate, message = p_code, detail = coalesce(p_detail::text, '');
end;
$$;
comment on function private.refuse(text, text, jsonb) is
    'Raises a refusal: sqlstate PT403 not allowed, PT409 version conflict or PT422 rule not met; the message is the code.';
grant execute on function private.refuse(text, text, jsonb) to authenticated;
