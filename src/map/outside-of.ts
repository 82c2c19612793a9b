import type { AreaCollection } from './area-collection.ts'
import { NOTHING } from './nothing.ts'

/** The whole of Web Mercator. */
const WORLD: GeoJSON.Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
]

/** Everything that lies beyond the roots of the areas, as one surface with holes; nothing where no root has a boundary. */
export function outsideOf(areas: AreaCollection): GeoJSON.GeoJSON {
  const holes = areas.features.flatMap(({ geometry, properties }) => {
    if (properties.depth !== 1 || !geometry) return []
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return parts.flatMap(([outer]) => (outer ? [outer] : []))
  })
  if (holes.length === 0) return NOTHING
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [WORLD, ...holes] } }
}
