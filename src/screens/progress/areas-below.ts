import type { AreaFeatures } from '../../data/shapes/area-features.ts'
import { extendedBy, type Extent } from '../../geo/extent.ts'

/** Parents by area id; the root has none. */
export type Parents = ReadonlyMap<number, number | null>

/** The parents of all areas of a collection. */
export function parentsIn(areas: AreaFeatures): Parents {
  return new Map(areas.features.map(({ properties }) => [properties.id, properties.parentId]))
}

/** The child of `parentId` that an area is or lies in; null when it is the parent itself or lies elsewhere. */
export function childAbove(parents: Parents, areaId: number, parentId: number): number | null {
  for (let id: number | null | undefined = areaId; id;) {
    const parent: number | null | undefined = parents.get(id)
    if (parent === parentId) return id
    id = parent
  }
  return null
}

/** The extent of an area and all below it; null when none of them has a boundary. */
export function extentBelow(areas: AreaFeatures, areaId: number): Extent | null {
  const parents = parentsIn(areas)
  let extent: Extent | null = null
  for (const { id, geometry } of areas.features) {
    if (!geometry || (id !== areaId && childAbove(parents, id, areaId) === null)) continue
    for (const polygon of geometry.coordinates)
      for (const [lng, lat] of polygon[0] ?? [])
        if (lng !== undefined && lat !== undefined) extent = extendedBy(extent, [lng, lat])
  }
  return extent
}
