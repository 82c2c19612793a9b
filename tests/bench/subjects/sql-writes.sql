-- Times inserts inside the engine, without and with the triggers that keep counters and tell browsers. Everything is taken back, so that
-- neither the size nor the numbers change. Foreign keys and the search for the area stay on in both cases.

create function pg_temp.time_inserts(p_with_triggers boolean, p_from bigint, p_singles int, p_batch int)
returns jsonb
language plpgsql
as $$
declare
    v_began timestamptz;
    v_singles double precision[];
    v_batch double precision;
    v_warm constant int := 3;
begin
    begin
        if not p_with_triggers then
            alter table public.hotspots disable trigger count_hotspots_insert;
            alter table public.hotspots disable trigger guard_counters;
            alter table public.hotspots disable trigger broadcast_hotspots_insert;
        end if;
        for i in 1 .. p_singles + v_warm loop
            v_began := clock_timestamp();
            insert into public.hotspots (id, root_id, campaign_id, category_id, title, source, lng, lat, reported_at)
            select gen_random_uuid(), root.id, c.id, k.id, '乱堆放', 'officer', bench.lng(p.x), bench.lat(p.y), now()
            from bench.position(p_from + i) p, (select id from public.areas where parent_id is null) root,
                (select id from bench.campaigns limit 1) c, (select id from bench.categories limit 1) k;
            if i > v_warm then
                v_singles := v_singles || extract(epoch from clock_timestamp() - v_began) * 1000;
            end if;
        end loop;
        v_began := clock_timestamp();
        insert into public.hotspots (id, root_id, campaign_id, category_id, title, source, lng, lat, reported_at)
        select gen_random_uuid(), root.id, c.id, k.id, '乱堆放', 'officer', bench.lng(p.x), bench.lat(p.y), now()
        from generate_series(p_from + 1000, p_from + 999 + p_batch) n cross join lateral bench.position(n) p,
            (select id from public.areas where parent_id is null) root,
            (select id from bench.campaigns limit 1) c, (select id from bench.categories limit 1) k;
        v_batch := extract(epoch from clock_timestamp() - v_began) * 1000;
        raise exception using errcode = 'BENCH';
    exception
        when sqlstate 'BENCH' then
            null;
    end;
    return jsonb_build_object('singles', v_singles, 'batch', v_batch);
end;
$$;
