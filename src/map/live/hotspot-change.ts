import type { HotspotFilter } from '../../domain/filter.ts'
import type { HotspotState } from '../../domain/status.ts'

/** One changed hotspot of a live message; `areaId` and `campaignId` are 0 for none. */
export interface HotspotChange {
  no: number
  state: HotspotState
  lng: number
  lat: number
  areaId: number
  campaignId: number
  categoryId: number
  isNew: boolean
}

/** Handed in: the last of the states whose clock runs. */
const LAST_RUNNING_STATE = 4

/**
 * True when a changed hotspot belongs on a map with this filter, as far as the message tells: it does not carry the
 * reporting time, so only a new one is held against the time range, as reported now. `isWithin` answers for the area tree.
 */
export function matchesFilter(
  change: HotspotChange,
  filter: HotspotFilter,
  isWithin: (areaId: number, ancestorId: number) => boolean,
  now: Date,
): boolean {
  if (filter.states && !filter.states.includes(change.state)) return false
  if (filter.categories && !filter.categories.includes(change.categoryId)) return false
  if (filter.campaign !== undefined && filter.campaign !== change.campaignId) return false
  if (filter.area === 0 && change.areaId !== 0) return false
  if (filter.area && !isWithin(change.areaId, filter.area)) return false
  // A new case has no deadline yet, and one that has ended or waits has none any more.
  if (filter.overdue && (change.isNew || change.state > LAST_RUNNING_STATE)) return false
  if (!change.isNew) return true
  if (filter.from && now < new Date(filter.from)) return false
  return !(filter.to && now >= new Date(filter.to))
}
