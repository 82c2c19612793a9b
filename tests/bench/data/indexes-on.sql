set session_replication_role = origin;
drop index public.hotspots_no;
do $$
declare
    v_definition text;
begin
    for v_definition in select indexdef from bench.indexes loop
        execute v_definition;
    end loop;
end;
$$;
drop table bench.indexes;
select private.rebuild_counters();
