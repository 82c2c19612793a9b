-- The grants Supabase gives on its own schemas; row level security decides inside them.
grant all on all tables in schema storage to service_role;
grant select, insert, update, delete on storage.objects, storage.buckets to anon, authenticated;
grant execute on all functions in schema auth, storage, realtime to anon, authenticated, service_role;
revoke execute on function realtime.embedded_notify() from public, anon, authenticated, service_role;
