import type { Query } from '../../support/test-database.ts'
import type { TileAddress } from './tile.ts'

/** A hotspot as far as a tile is concerned; `mx` and `my` are its place in the finest grid. */
export type Spot = {
  no: number
  id: string
  areaId: number | null
  campaignId: number | null
  categoryId: number
  unitId: number | null
  state: number
  urgent: boolean
  /** Minutes since 1970 of the minute in which it is overdue; 0 = no clock runs. */
  due: number
  isOverdue: boolean
  reportedAt: string
  mx: number
  my: number
}

export type Filter = {
  root: number
  area?: number
  campaign?: number
  states?: number[]
  categories?: number[]
  from?: string
  to?: string
  overdue?: boolean
}

/** All hotspots of a root, past row level security. */
export function readSpots(owner: Query, root: number): Promise<Spot[]> {
  return owner<Spot>(
    `select no, id, area_id as "areaId", campaign_id as "campaignId", category_id as "categoryId", unit_id as "unitId", state, urgent,
       case when due_at is null or end_reason is not null then 0 else ceil(extract(epoch from due_at) / 60)::int end as due,
       end_reason is null and due_at is not null and due_at < now() as "isOverdue",
       to_char(reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "reportedAt",
       private.mercator_x(lng) as mx, private.mercator_y(lat) as my
     from public.hotspots where root_id = $1 order by no`,
    [root],
  )
}

/** Whether a filter lets a hotspot through; `subtree` gives the areas below and with an area. */
export function passes(filter: Filter, subtree: (area: number) => number[]): (spot: Spot) => boolean {
  const { area, campaign, states, categories, from, to, overdue } = filter
  const areas = area ? subtree(area) : []
  return (spot) =>
    (area === undefined || (area === 0 ? spot.areaId === null : spot.areaId !== null && areas.includes(spot.areaId))) &&
    (campaign === undefined || (spot.campaignId ?? 0) === campaign) &&
    (states === undefined || states.includes(spot.state)) &&
    (categories === undefined || categories.includes(spot.categoryId)) &&
    (from === undefined || spot.reportedAt >= from) &&
    (to === undefined || spot.reportedAt < to) &&
    (!overdue || spot.isOverdue)
}

/** Whether a tile, at any zoom up to 30, holds a hotspot. */
export function isIn([z, x, y]: TileAddress): (spot: Spot) => boolean {
  const units = 2 ** (30 - z)
  return (spot) => Math.floor(spot.mx / units) === x && Math.floor(spot.my / units) === y
}

/** Marks of the seven status groups by state: to do, doing, review, done, done per source, paused, ended. */
const GROUP_OF_STATE = [0, 0, 0, 1, 2, 3, 3, 6, 6, 6, 5, 4]

/** Counts by cell (`cx,cy`) and status group in a tile. */
export function cellsOf(spots: Spot[], [z, x, y]: TileAddress, grid: number): Record<string, number[]> {
  const units = 2 ** (30 - z) / grid
  const cells: Record<string, number[]> = {}
  for (const spot of spots) {
    const cell = [Math.floor(spot.mx / units) - x * grid, Math.floor(spot.my / units) - y * grid].join()
    const counts = (cells[cell] ??= [0, 0, 0, 0, 0, 0, 0])
    counts[GROUP_OF_STATE[spot.state]!]! += 1
  }
  return cells
}

/** How many hotspots there are of each state, as the legend has it. */
export function countsOf(spots: Spot[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { state } of spots) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
