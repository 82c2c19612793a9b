import type { Query } from '../../support/test-database.ts'
import type { Filter } from '../tiles/expected.ts'

/** How things stood: hotspots found, verified and closed per source. */
export type Stand = { found: number; done: number; bySource: number }
/** By area id (0 = in no area), by cell and in all. */
export type Count = { total: Stand; byArea: Record<string, Stand>; byCell: Record<string, Stand> }

type Row = Stand & { area: number; cell: number }

/**
 * What was true at the end of a day, counted from the rows that the asking person sees: plain conditions on two dates, without weeks, chunks
 * or running sums. A `day` of null is now: every row as it is.
 * `areas` are those that the filter's area stands for, 0 = none.
 */
export async function recount(
  query: Query,
  {
    timeZone,
    day,
    filter,
    areas,
    level,
  }: { timeZone: string; day: string | null; filter: Filter; areas: number[] | null; level: number },
): Promise<Count> {
  const rows = await query<Row>(
    `with seen as (
       select *, $2::date is null or (reported_at at time zone $1)::date <= $2::date as is_known,
         end_reason is not null and ($2::date is null
           or (closed_at at time zone $1)::date <= $2::date and (reported_at at time zone $1)::date <= $2::date) as is_closed
       from public.hotspots
       where root_id = $4 and ($5::bigint[] is null or coalesce(area_id, 0) = any ($5))
         and ($6::bigint is null or coalesce(campaign_id, 0) = $6) and ($7::bigint[] is null or category_id = any ($7))
         and ($8::timestamptz is null or reported_at >= $8) and ($9::timestamptz is null or reported_at < $9)
         and (not $10 or end_reason is null and due_at < now())
     )
     select coalesce(area_id, 0) as area, key >> (60 - 2 * $3::int) as cell,
       (count(*) filter (where is_known and not (is_closed and status in ('rejected', 'duplicate', 'transferred'))))::int as found,
       (count(*) filter (where is_closed and status in ('closed', 'held') and not closed_by_source))::int as done,
       (count(*) filter (where is_closed and status = 'closed' and closed_by_source))::int as "bySource"
     from seen group by 1, 2`,
    [
      timeZone,
      day,
      level,
      filter.root,
      areas,
      filter.campaign ?? null,
      filter.categories ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.overdue ?? false,
    ],
  )
  const count: Count = { total: { found: 0, done: 0, bySource: 0 }, byArea: {}, byCell: {} }
  for (const row of rows) {
    add(count.total, row)
    add((count.byArea[row.area] ??= { found: 0, done: 0, bySource: 0 }), row)
    add((count.byCell[row.cell] ??= { found: 0, done: 0, bySource: 0 }), row)
  }
  return count
}

function add(to: Stand, { found, done, bySource }: Stand): void {
  to.found += found
  to.done += done
  to.bySource += bySource
}

/** A count without the areas and cells where nothing was found: a replay does not name them. */
export function withoutEmpty(all: Record<string, Stand>): Record<string, Stand> {
  return Object.fromEntries(Object.entries(all).filter(([, { found }]) => found > 0))
}
