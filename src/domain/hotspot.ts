import type { AreaName } from './area.ts'
import type { LimitUnit } from './clock.ts'
import type { Photo } from './photo.ts'
import type { Role } from './role.ts'
import type { HotspotSource } from './source.ts'
import type { HotspotState, HotspotStatus } from './status.ts'
import type { EventStep, OfferedStep } from './step.ts'

/** How exact a source's time is: a `day` has no time of day. */
export type TimePrecision = 'second' | 'day'

/** A hotspot with the names of what it refers to; instants are ISO 8601. */
export interface Hotspot {
  id: string
  no: number
  rootId: number
  areaId: number | null
  areaChain: AreaName[]
  campaignId: number | null
  campaignName: string | null
  campaignNameEn: string | null
  categoryId: number
  categoryName: string
  categoryNameEn: string | null
  categoryCode: string
  codeSystem: string
  placeId: number | null
  placeName: string | null
  placeNameEn: string | null
  unitId: number | null
  unitName: string | null
  unitNameEn: string | null
  status: HotspotStatus
  state: HotspotState
  version: number
  closedBySource: boolean
  endReason: 'fixed' | 'rejected' | 'duplicate' | 'transferred' | null
  urgent: boolean
  title: string | null
  description: string | null
  address: string | null
  quantity: number | null
  quantityUnit: string | null
  /** How much of the quantity was found done at the last verification. */
  quantityVerified: number | null
  source: HotspotSource
  lng: number
  lat: number
  shape: GeoJSON.LineString | GeoJSON.Polygon | null
  reportedAt: string
  reportedPrecision: TimePrecision
  closedAt: string | null
  closedPrecision: TimePrecision | null
  createdAt: string
  updatedAt: string
  /** When it has to be closed; null while no clock runs. */
  dueAt: string | null
  firstDueAt: string | null
  limitAmount: number | null
  limitUnit: LimitUnit | null
  /** What was left of the limit when it was suspended, in `limitUnit`; negative when overdue. */
  clockLeft: number | null
  /** Days of an extension that was asked for and not answered yet. */
  extensionDays: number | null
  extendedCount: number
  suspendedFrom: HotspotStatus | null
  handedInAt: string | null
  urgedAt: string | null
  urgedCount: number
  returnedCount: number
  reworkedCount: number
  relapseOf: CaseLink | null
  relapses: CaseLink[]
  duplicateOf: CaseLink | null
  transferredTo: string | null
  /** The unit that the routing of categories proposes; null = nobody answers. */
  proposedUnitId: number | null
  proposedUnitName: string | null
  proposedUnitNameEn: string | null
}

/** Another case that the reader sees too. */
export interface CaseLink {
  id: string
  no: number
}

/** A scheduled look at a closed case: open while `doneAt` is null, called off when `passed` stays null. Days are `yyyy-mm-dd`. */
export interface Revisit {
  dueOn: string
  doneAt: string | null
  passed: boolean | null
}

/** Who told of a case from outside: personal data. */
export interface Reporter {
  name: string | null
  phone: string | null
}

/** An open case near a position, `distanceM` metres away, with its first photo. */
export interface NearbyCase {
  id: string
  no: number
  status: HotspotStatus
  state: HotspotState
  categoryId: number
  categoryName: string
  categoryNameEn: string | null
  title: string | null
  address: string | null
  reportedAt: string
  distanceM: number
  lng: number
  lat: number
  path: string | null
  thumbPath: string | null
}

/** One line of a hotspot's history; `actorName` is null for readers who may not know it. `imported` marks the import. */
export interface HotspotEvent {
  id: number
  at: string
  step: EventStep
  fromStatus: HotspotStatus | null
  toStatus: HotspotStatus
  actorRole: Role | null
  actorUnitName: string | null
  actorUnitNameEn: string | null
  actorName: string | null
  reason: string | null
  note: string | null
  detail: Record<string, unknown> | null
}

/** What the source of an imported hotspot says of it. */
export interface HotspotOrigin {
  source: string
  sourceKey: string
  fields: Record<string, unknown>
  raw: Record<string, unknown> | null
}

/** Everything that the detail drawer shows. */
export interface HotspotDetail {
  hotspot: Hotspot
  events: HotspotEvent[]
  steps: OfferedStep[]
  revisits: Revisit[]
  /** Null for readers who may not know, and where nobody was named. */
  reporter: Reporter | null
  source: HotspotOrigin | null
  /** The oldest first. */
  photos: Photo[]
}
