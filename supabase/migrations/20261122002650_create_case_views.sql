-- Views of the ledger that a person has put together and named. They are that person's alone: what somebody looks at is nobody else's business.

create table public.case_views (
    id bigint generated always as identity primary key,
    user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
    root_id bigint not null references public.areas (id) on delete cascade,
    name text not null,
    query text not null,
    created_at timestamptz not null default now(),
    constraint case_views_name_is_short check (char_length(btrim(name)) between 1 and 40),
    constraint case_views_query_is_short check (char_length(query) <= 2000),
    constraint case_views_name_is_unique unique (user_id, root_id, name)
);
comment on table public.case_views is 'Saved views of the ledger: a name and the query of the address that shows it. Seen by their owner only.';
create index case_views_root_id on public.case_views (root_id);

alter table public.case_views enable row level security;
grant select on public.case_views to authenticated, service_role;
grant insert (user_id, root_id, name, query), update (name, query), delete on public.case_views to authenticated;
create policy case_views_select_own on public.case_views for select to authenticated using (user_id = (select auth.uid()));
create policy case_views_insert_own on public.case_views for insert to authenticated
    with check (user_id = (select auth.uid()) and root_id = any ((select private.root_ids())::bigint[]));
create policy case_views_update_own on public.case_views for update to authenticated
    using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy case_views_delete_own on public.case_views for delete to authenticated using (user_id = (select auth.uid()));
