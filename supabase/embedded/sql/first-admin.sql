-- The one-time token of an empty instance, kept only as a hash. In the migrations' bookkeeping schema, which no API role may use.
create table if not exists supabase_migrations.first_admin_token (
    only_row boolean primary key default true check (only_row),
    token_hash text not null,
    created_at timestamptz not null default now()
);
comment on table supabase_migrations.first_admin_token is
    'Hash of the one-time link for the first admin of an empty instance; deleted in the transaction that makes that admin.';
