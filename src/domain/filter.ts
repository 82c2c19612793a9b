import type { HotspotState } from './status.ts'

/**
 * Which hotspots a tile, a count or a list is about. A missing key does not restrict; `area: 0` is "in no area",
 * `campaign: 0` "no campaign"; `from`/`to` are ISO instants on the reporting time, `to` exclusive.
 */
export interface HotspotFilter {
  root: number
  area?: number
  campaign?: number
  states?: HotspotState[]
  categories?: number[]
  from?: string
  to?: string
  /** Only what is overdue at this moment. */
  overdue?: boolean
}
