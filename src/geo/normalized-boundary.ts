import type { MultiPolygon, Polygon, Position } from 'geojson'
import { signedArea } from './orientation.ts'

/** A ring without positions that repeat the one before them; heights are dropped. Makes a new ring. */
export function withoutRepeats(ring: readonly (readonly number[])[]): Position[] {
  const kept: Position[] = []
  for (const [x = NaN, y = NaN] of ring) {
    const last = kept.at(-1)
    if (!last || last[0] !== x || last[1] !== y) kept.push([x, y])
  }
  return kept
}

/**
 * A sound boundary as the database keeps it: a MultiPolygon of two-dimensional positions without repeats, shells
 * counter-clockwise and holes clockwise (RFC 7946). Makes new geometry; takes only what `boundaryFlaw` passes.
 */
export function normalizedBoundary(geometry: Polygon | MultiPolygon): MultiPolygon {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return {
    type: 'MultiPolygon',
    coordinates: parts.map((part) =>
      part.map((ring, i) => {
        const clean = withoutRepeats(ring)
        return signedArea(clean) > 0 === (i === 0) ? clean : clean.reverse()
      }),
    ),
  }
}
