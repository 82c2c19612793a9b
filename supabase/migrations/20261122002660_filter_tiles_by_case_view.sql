-- The map beside the ledger shows what the ledger lists: a tile takes the views and units of its filter too. A text is not looked for here, once a tile:
-- the ledger names the cases that it has found.

alter type private.hotspot_filter add attribute cases text; -- condition of what only the ledger asks; null does not restrict

create or replace function private.parse_filter(p_filter jsonb)
returns private.hotspot_filter
language plpgsql
stable
set search_path = ''
as $$
declare
    f private.hotspot_filter;
    v_area bigint;
begin
    f.root_id := (p_filter ->> 'root')::bigint;
    if f.root_id is null then
        perform private.refuse('PT422', 'root_required');
    end if;
    v_area := (p_filter ->> 'area')::bigint;
    if v_area = 0 then
        f.areas := '{0}';
    elsif v_area is not null then
        f.areas := private.subtree_ids(f.root_id, v_area);
    end if;
    f.campaign_id := (p_filter ->> 'campaign')::bigint;
    if p_filter ? 'states' then
        f.states := array(select v::smallint from jsonb_array_elements_text(p_filter -> 'states') v);
    end if;
    if p_filter ? 'categories' then
        f.categories := array(select v::bigint from jsonb_array_elements_text(p_filter -> 'categories') v);
    end if;
    f.from_at := (p_filter ->> 'from')::timestamptz;
    f.to_at := (p_filter ->> 'to')::timestamptz;
    f.overdue_at := case when (p_filter ->> 'overdue')::boolean then now() end;
    -- A handler also sees what is assigned to its unit elsewhere; counters are kept by area and do not know that.
    if not f.root_id = any (private.full_root_ids()) then
        f.units := nullif(private.unit_ids(), '{}');
    end if;
    if p_filter ?| private.ledger_keys() then
        select s.found into f.cases
        from private.case_search(f, jsonb_build_object('tile', true) || (p_filter - '{area,campaign,states,categories,from,to,overdue,text}'::text[])) as s;
    end if;
    f.counted := f.categories is null and f.from_at is null and f.to_at is null and f.overdue_at is null and f.units is null and f.cases is null;
    return f;
exception
    when invalid_text_representation or numeric_value_out_of_range or invalid_datetime_format or datetime_field_overflow or invalid_parameter_value then
        perform private.refuse('PT422', 'filter_invalid');
end;
$$;

create or replace function private.filter_sql(f private.hotspot_filter)
returns text
language sql
immutable
set search_path = ''
as $$
    -- The condition on hotspots for a filter passed as $3. Only what is asked for is written out, so that the planner sees plain columns.
    select 'key >= $1 and key < $2 and root_id = ($3).root_id'
        || case
            when f.areas = '{0}' then ' and area_id is null'
            when f.areas is not null then ' and area_id = any (($3).areas)'
            else ''
        end
        || case
            when f.campaign_id = 0 then ' and campaign_id is null'
            when f.campaign_id is not null then ' and campaign_id = ($3).campaign_id'
            else ''
        end
        || case when f.states is not null then ' and state = any (($3).states)' else '' end
        || case when f.categories is not null then ' and category_id = any (($3).categories)' else '' end
        || case when f.from_at is not null then ' and reported_at >= ($3).from_at' else '' end
        || case when f.to_at is not null then ' and reported_at < ($3).to_at' else '' end
        || case when f.overdue_at is not null then ' and end_reason is null and due_at < ($3).overdue_at' else '' end
        || case when f.cases is not null then ' and ' || f.cases else '' end
$$;
