-- Finding hotspots by number, title or address, as the caller: row security of hotspots decides what is found.
--
-- No trigram index: operators that row security does not trust with hidden rows cannot use one for a caller, and words of two Chinese
-- characters have no trigram. So the newest 50,000 in the caller's scope are read, and the answer says of how many they are.

create function private.search_patterns(p_text text)
returns text[]
language sql
immutable
set search_path = ''
as $$
    select array_agg('%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%')
    from regexp_split_to_table(lower(btrim(p_text)), '\s+') word
    where word <> ''
$$;
comment on function private.search_patterns(text) is 'A pattern for each word of what was typed, in lower case; null for no word.';
grant execute on function private.search_patterns(text) to authenticated;

create function public.search_hotspots(p_root bigint, p_text text, p_limit int default 8)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    scan_limit constant int := 50000;
    f private.hotspot_filter := private.parse_filter(jsonb_build_object('root', p_root));
    v_limit int := least(greatest(coalesce(p_limit, 8), 1), 50);
    v_patterns text[] := private.search_patterns(left(p_text, 100));
    v_no bigint := substring(btrim(p_text) from '^#?\s*(\d{1,15})\s*号?$')::bigint;
    v_whole boolean := coalesce(p_root = any (private.full_root_ids()), false);
    v_total bigint;
    v_rows jsonb;
begin
    v_total := private.candidates_in(0, 0, 1, f);
    if v_patterns is not null then
        execute format(
            $sql$
                with recent as (
                    select no, title, address from public.hotspots where root_id = $1 %s order by no desc limit $2
                ), matched as (
                    select no, case when lower(title) like all ($3) then 1 else 2 end as rank
                    from recent
                    where lower(coalesce(title, '') || ' ' || coalesce(address, '')) like all ($3)
                ), found as (
                    select no, 0 as rank from public.hotspots where no = $4 and root_id = $1
                    union all
                    select no, rank from matched where no is distinct from $4
                    order by rank, no desc limit $5
                )
                select jsonb_agg(jsonb_build_object(
                    'no', h.no, 'state', h.state, 'categoryId', h.category_id, 'title', h.title, 'address', h.address, 'areaId', h.area_id,
                    'lng', h.lng, 'lat', h.lat, 'reportedAt', h.reported_at) order by found.rank, h.no desc)
                from found join public.hotspots h on h.no = found.no
            $sql$,
            -- Whoever sees a part of the root finds its part by area and unit, not by walking through everybody's.
            case when v_whole then '' else 'and (area_id = any ($6) or unit_id = any ($7))' end
        )
        into v_rows
        using p_root, scan_limit, v_patterns, v_no, v_limit, private.part_area_ids(), private.unit_ids();
    end if;
    return jsonb_build_object('rows', coalesce(v_rows, '[]'), 'searched', least(v_total, scan_limit), 'total', v_total);
end;
$$;
comment on function public.search_hotspots(bigint, text, int) is
    'Hotspots of a root by number (exact, any age), or whose title and address hold every word (the newest 50,000 in scope): best first, newest '
    'first. {rows, searched, total}; total may count a unit''s hotspots twice. PT422 root_required.';
grant execute on function public.search_hotspots(bigint, text, int) to authenticated;
