import type { AreaName } from './area.ts'
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
}

/** One line of a hotspot's history; `actorName` is null for readers who may not know it. `imported` marks the import. */
export interface HotspotEvent {
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
  source: HotspotOrigin | null
  /** The oldest first. */
  photos: Photo[]
}
