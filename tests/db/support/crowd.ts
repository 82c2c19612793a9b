import type { Query } from '../../support/test-database.ts'
import type { Township } from './township.ts'

/** What a crowd is made of; every n-th hotspot has the n-th campaign, unit and category. */
export type CrowdFacts = { township: Township; campaigns: number[]; units: number[]; categories: number[] }

/**
 * Thousands of hotspots in a moment, in every state, spread over the township and around it, and crowded together on thirty metres of the
 * west village: as the owner, with the triggers off, the counters counted afterwards.
 */
export async function addCrowd(
  query: Query,
  { township, campaigns, units, categories }: CrowdFacts,
  { spread, crowded }: { spread: number; crowded: number },
): Promise<void> {
  const { root, west, east } = township
  await query('alter table public.hotspots disable trigger user')
  await query(
    `insert into public.hotspots (
       id, root_id, area_id, campaign_id, category_id, unit_id, status, closed_by_source, end_reason, closed_at, source, urgent, lng, lat, reported_at, due_at
     )
     select md5('crowd ' || i)::uuid, $1::bigint,
       case when lng > 117.98 then null when lat > 30.97 then $1::bigint when lng < 117.94 then $2::bigint else $3::bigint end,
       case when i % 4 > 0 then ($4::bigint[])[1 + i % cardinality($4::bigint[])] end,
       ($6::bigint[])[1 + i % cardinality($6::bigint[])],
       case when s in (2, 3, 4) or i % 5 = 0 then ($5::bigint[])[1 + i % 7 % cardinality($5::bigint[])] end,
       (array['reported', 'accepted', 'assigned', 'in_progress', 'handed_in', 'closed', 'held', 'rejected', 'duplicate', 'transferred', 'suspended', 'closed'])[1 + s],
       s = 11,
       (array[null, null, null, null, null, 'fixed', 'fixed', 'rejected', 'duplicate', 'transferred', null, 'fixed'])[1 + s],
       case when s in (5, 6, 7, 8, 9, 11) then timestamptz '2026-06-01Z' end,
       case when s = 11 then 'import' else 'officer' end, i % 10 = 0, lng, lat, timestamptz '2026-01-01Z' + i * 7919 % 3600 * interval '1 hour',
       -- Everything else is no longer due, or not yet; what has ended keeps its deadline, and every third of the open is overdue.
       case when s in (1, 2, 3, 4, 5, 6) then case when i % 3 = 0 then timestamptz '2026-02-01 10:00:01Z' else timestamptz '2126-02-01Z' end + i % 1000 * interval '1 minute' end
     from generate_series(1, $7::int + $8::int) i
     -- By chance, not by turns: the estimates look at every 64th hotspot.
     cross join lateral (select ('x' || substr(md5('state ' || i), 1, 6))::bit(24)::int % 12 as s) state
     cross join lateral (
       select case when i <= $7 then 117.901 + (i * 6151 % 99991) / 99991.0 * 0.1 else 117.9201 + (i * 6151 % 997) / 997.0 * 0.0003 end as lng,
         case when i <= $7 then 30.931 + (i * 7907 % 99989) / 99989.0 * 0.078 else 30.9501 + (i * 7907 % 991) / 991.0 * 0.0003 end as lat
     ) position`,
    [root, west, east, campaigns, units, categories, spread, crowded],
  )
  await query('alter table public.hotspots enable trigger user')
  await query('select private.rebuild_counters()')
  await query('analyze public.hotspots')
}
