import { circle } from '@turf/turf'
import type { Position } from 'geojson'

/** A closed ring of 48 positions at so many metres around `[lng, lat]`. */
export function circleAround(centre: Position, radiusM: number): Position[] {
  return circle(centre, radiusM, { steps: 48, units: 'meters' }).geometry.coordinates[0]!
}
