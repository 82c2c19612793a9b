import { area, distance } from '@turf/turf'
import type { Position } from 'geojson'

/** Great-circle metres along positions `[lng, lat]`; 0 for fewer than two. */
export function lengthM(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, to, index) => sum + distance(line[index]!, to, { units: 'meters' }), 0)
}

/** Square metres within a ring of positions `[lng, lat]`, open or closed, turning either way; 0 for fewer than three. */
export function areaM2(ring: readonly Position[]): number {
  if (ring.length < 3) return 0
  return area({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] })
}
