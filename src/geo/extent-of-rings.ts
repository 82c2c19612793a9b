import { extendedBy, type Extent } from './extent.ts'

/** The extent of a boundary by its outer rings; null for an empty one. */
export function extentOfRings(boundary: GeoJSON.MultiPolygon): Extent | null {
  let extent: Extent | null = null
  for (const polygon of boundary.coordinates)
    for (const [lng, lat] of polygon[0] ?? [])
      if (lng !== undefined && lat !== undefined) extent = extendedBy(extent, [lng, lat])
  return extent
}
