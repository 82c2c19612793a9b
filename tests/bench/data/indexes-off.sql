-- Indexes that a load would have to keep are built afterwards from what is there; primary keys and constraints stay.
create table bench.indexes as
select i.indexdef, format('%I.%I', i.schemaname, i.indexname) as name
from pg_indexes i
where i.schemaname = 'public' and i.tablename in ('hotspots', 'hotspot_events', 'hotspot_sources')
    and not exists (select from pg_constraint c where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass);
do $$
declare
    v_name text;
begin
    for v_name in select name from bench.indexes loop
        execute 'drop index ' || v_name;
    end loop;
end;
$$;
create unique index hotspots_no on public.hotspots (no);
set session_replication_role = replica;
