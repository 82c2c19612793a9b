import type { AreaFeatures } from '../../../data/shapes/area-features.ts'
import { extentOfRings } from '../../../geo/extent-of-rings.ts'
import type { Extent } from '../../../geo/extent.ts'

const known = new WeakMap<AreaFeatures, ReadonlyMap<number, Extent>>()

/** The extent of each area that has a boundary; worked out once for a collection. */
export function extentsOfAreas(areas: AreaFeatures): ReadonlyMap<number, Extent> {
  const before = known.get(areas)
  if (before) return before
  const extents = new Map(
    areas.features.flatMap(({ id, geometry }) => {
      const extent = geometry && extentOfRings(geometry)
      return extent ? [[id, extent] as const] : []
    }),
  )
  known.set(areas, extents)
  return extents
}
