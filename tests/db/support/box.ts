import type { Polygon } from 'geojson'

/** A rectangle as GeoJSON, counter-clockwise from its south-west corner; degrees. */
export function box(west: number, south: number, east: number, north: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}
