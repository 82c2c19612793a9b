import type { TimePrecision } from './hotspot.ts'
import type { HotspotStatus } from './status.ts'

/** The outcomes that a row of an import can have. */
export const ROW_OUTCOMES = ['new', 'updated', 'unchanged', 'refused', 'conflict'] as const

export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/**
 * A hotspot of a file as the database takes it; `i` is its place in the batch. For a line or a polygon (`geometry`) the
 * database finds the point itself. Instants are ISO 8601 in UTC.
 */
export interface HotspotImportRow {
  i: number
  key: string
  lng: number
  lat: number
  geometry?: GeoJSON.LineString | GeoJSON.Polygon
  categoryId: number
  status: HotspotStatus
  sourceStatus?: string
  reportedAt: string
  reportedPrecision: TimePrecision
  closedAt?: string
  closedPrecision?: TimePrecision
  campaignId?: number
  unitId?: number
  title?: string
  description?: string
  address?: string
  quantity?: number
  quantityUnit?: string
  raw?: Record<string, unknown>
}

/** An area of a file as the database takes it; `i` is its place in the batch. */
export interface AreaImportRow {
  i: number
  key: string
  name: string
  nameEn?: string
  geometry: GeoJSON.MultiPolygon
}
