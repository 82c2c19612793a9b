import type { FeatureCollection, Geometry, Position } from 'geojson'
import { circleAround } from '../geo/circle-around.ts'

/** A line or an area that is being measured. */
export interface Measured {
  positions: readonly Position[]
  isArea: boolean
}

/** One's own position, known to within so many metres. */
export interface Here {
  lng: number
  lat: number
  accuracyM: number
}

const collection = (geometries: Geometry[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
})

/** What the source `measured` holds: the shape as far as it goes, and its corners. */
export function measuredFeatures(measured: Measured | null): FeatureCollection {
  if (!measured) return collection([])
  const positions = [...measured.positions]
  const first = positions[0]
  const corners = positions.map((coordinates) => ({ type: 'Point' as const, coordinates }))
  if (measured.isArea && first && positions.length > 2) {
    return collection([{ type: 'Polygon', coordinates: [[...positions, first]] }, ...corners])
  }
  return collection([
    ...(positions.length > 1 ? [{ type: 'LineString' as const, coordinates: positions }] : []),
    ...corners,
  ])
}

/** What the source `here` holds: the position and the circle within which it is. */
export function hereFeatures(here: Here | null): FeatureCollection {
  if (!here) return collection([])
  const { lng, lat, accuracyM } = here
  return collection([
    { type: 'Polygon', coordinates: [circleAround([lng, lat], accuracyM)] },
    { type: 'Point', coordinates: [lng, lat] },
  ])
}
