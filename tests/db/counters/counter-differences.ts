import type { Query } from '../../support/test-database.ts'

/** Where the counters and a recount of the hotspots disagree; empty when all is well. */
export function counterDifferences(query: Query): Promise<Record<string, unknown>[]> {
  return query(`
    with recount as (
      select root_id, l as level, key >> (60 - 2 * l) as cell, coalesce(campaign_id, 0) as campaign_id, state,
        coalesce(area_id, 0) as area_id, count(*) as n
      from public.hotspots, unnest('{0,8,10,12,14,16,18,20}'::smallint[]) l
      group by 1, 2, 3, 4, 5, 6
    )
    select root_id, level, cell::text, campaign_id, state, area_id, c.n as counted, r.n as recounted
    from (select * from public.hotspot_counters where n <> 0) c
    full join recount r using (root_id, level, cell, campaign_id, state, area_id)
    where c.n is distinct from r.n
    limit 20`)
}
