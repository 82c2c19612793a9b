import type { LngLat } from './earth.ts'

/** `[west, south, east, north]` in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number]

/** The smallest extent that holds `extent` (null: nothing yet) and the position; mutates neither. */
export function extendedBy(extent: Extent | null, [lng, lat]: LngLat): Extent {
  if (!extent) return [lng, lat, lng, lat]
  const [west, south, east, north] = extent
  return [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)]
}

/** Whether the position lies in the extent, its edge included. */
export function extentHolds([west, south, east, north]: Extent, [lng, lat]: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}
