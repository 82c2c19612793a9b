/** The eleven states of a hotspot, letter for letter as the database keeps them (domain rules, "Life of a hotspot"). */
export const HOTSPOT_STATUSES = [
  'reported',
  'accepted',
  'assigned',
  'in_progress',
  'handed_in',
  'closed',
  'held',
  'rejected',
  'duplicate',
  'transferred',
  'suspended',
] as const

export type HotspotStatus = (typeof HOTSPOT_STATUSES)[number]

/**
 * What counters, tiles and live messages carry instead of a word: a status is its position in `HOTSPOT_STATUSES`, and
 * 11 is a closed hotspot that only its source calls closed.
 */
export type HotspotState = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11

export const HOTSPOT_STATES: readonly HotspotState[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

export const CLOSED_PER_SOURCE: HotspotState = 11

/** True for one of the eleven words. */
export function isHotspotStatus(value: unknown): value is HotspotStatus {
  return typeof value === 'string' && (HOTSPOT_STATUSES as readonly string[]).includes(value)
}

/** True for an integer from 0 to 11. */
export function isHotspotState(value: unknown): value is HotspotState {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= CLOSED_PER_SOURCE
}

/** The small integer of a status; `closedBySource` only matters for a closed one. */
export function stateOf(status: HotspotStatus, closedBySource = false): HotspotState {
  if (status === 'closed' && closedBySource) return CLOSED_PER_SOURCE
  return HOTSPOT_STATUSES.indexOf(status) as HotspotState
}

/** The word behind a state: 11 is `closed`. */
export function statusOf(state: HotspotState): HotspotStatus {
  return state === CLOSED_PER_SOURCE ? 'closed' : (HOTSPOT_STATUSES as readonly HotspotStatus[])[state]!
}
