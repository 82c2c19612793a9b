import type { HotspotFilter } from './filter.ts'
import type { CaseView } from './case-view.ts'
import type { TimePrecision } from './hotspot.ts'
import type { HotspotSource } from './source.ts'
import type { HotspotState } from './status.ts'

/** A case as a row of the ledger; names are in the catalogue. Instants are ISO 8601. */
export interface CaseRow {
  no: number
  id: string
  state: HotspotState
  version: number
  categoryId: number
  campaignId: number | null
  areaId: number | null
  unitId: number | null
  /** Who would have it by category and area; null for a case that nobody answers for. */
  proposedUnitId: number | null
  title: string | null
  address: string | null
  lng: number
  lat: number
  source: HotspotSource
  urgent: boolean
  isRelapse: boolean
  endReason: 'fixed' | 'rejected' | 'duplicate' | 'transferred' | null
  reportedAt: string
  reportedPrecision: TimePrecision
  updatedAt: string
  dueAt: string | null
  closedAt: string | null
  closedPrecision: TimePrecision | null
  urgedCount: number
  returnedCount: number
  reworkedCount: number
  extendedCount: number
  thumbPath: string | null
}

/** The map's filter and what only the ledger asks; `unit: 0` is "with no unit", `nos` means exactly these cases. */
export interface CaseFilter extends HotspotFilter {
  view?: CaseView
  unit?: number
  text?: string
  nos?: number[]
}

/** `due` lists what has a running clock first. */
export const CASE_SORTS = ['reported', 'due', 'updated'] as const

export type CaseSort = (typeof CASE_SORTS)[number]

/** The order of the ledger. */
export interface CaseOrder {
  sort: CaseSort
  isDescending: boolean
}
