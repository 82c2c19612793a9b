import type { Geometry } from 'geojson'
import { firstCrossing } from './crossing.ts'
import { isOnEarth, type LngLat } from './earth.ts'
import { withoutRepeats } from './normalized-boundary.ts'
import { signedArea } from './orientation.ts'
import { sideOfRing } from './point-in-ring.ts'

/** Why a geometry cannot be a boundary. */
export type BoundaryFlawKind =
  | 'not_polygon'
  | 'ring_short'
  | 'ring_open'
  | 'ring_flat'
  | 'not_finite'
  | 'outside_earth'
  | 'ring_crosses'
  | 'hole_outside'
  | 'parts_overlap'

/** A flaw and the position where it shows, `[lng, lat]`, where one can be named. */
export interface BoundaryFlaw {
  readonly kind: BoundaryFlawKind
  readonly at?: LngLat
}

type Ring = readonly (readonly number[])[]

/**
 * The first flaw of a geometry that should be the boundary of an area, or null when it is a sound Polygon or
 * MultiPolygon in degrees. Checks, in this order: kind; every ring (array of finite positions on the earth, at least
 * four, closed, not flat); edges that cross; holes inside their shell; parts that do not overlap. Repeated positions are
 * no flaw. The database's ST_IsValid stays the last word; this says the same sooner and in words.
 */
export function boundaryFlaw(geometry: Geometry | null | undefined): BoundaryFlaw | null {
  const parts = partsOf(geometry)
  if (!parts) return { kind: 'not_polygon' }
  for (const ring of parts.flat()) {
    const flaw = ringFlaw(ring)
    if (flaw) return flaw
  }
  const cleaned = parts.map((part) => part.map(withoutRepeats))
  const crossing = firstCrossing(cleaned.flat())
  if (crossing) return { kind: 'ring_crosses', at: crossing }
  for (const part of cleaned) {
    const at = strayHole(part)
    if (at) return { kind: 'hole_outside', at }
  }
  return overlapOf(cleaned)
}

function partsOf(geometry: Geometry | null | undefined): Ring[][] | null {
  const parts: unknown =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : null
  if (!Array.isArray(parts) || parts.length === 0) return null
  return parts.every((part) => Array.isArray(part) && part.length > 0 && part.every(Array.isArray))
    ? (parts as Ring[][])
    : null
}

function ringFlaw(ring: Ring): BoundaryFlaw | null {
  for (const position of ring) {
    if (!Array.isArray(position)) return { kind: 'not_finite' }
    const [lng, lat] = position as unknown[]
    if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat))
      return { kind: 'not_finite' }
    if (!isOnEarth(lng, lat)) return { kind: 'outside_earth', at: [lng, lat] }
  }
  const [x, y] = ring[0] ?? []
  const last = ring.at(-1)
  if (x === undefined || y === undefined || !last) return { kind: 'ring_short' }
  if (x !== last[0] || y !== last[1]) return { kind: 'ring_open', at: [x, y] }
  if (withoutRepeats(ring).length < 4) return { kind: 'ring_short', at: [x, y] }
  return signedArea(ring) === 0 && isFlat(ring) ? { kind: 'ring_flat', at: [x, y] } : null
}

/** A figure of eight has a signed area of zero too, but its positions are not on one line. */
function isFlat(ring: Ring): boolean {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  const away = ring.find(([x, y]) => x !== x0 || y !== y0)
  if (!away) return true
  return ring.every(([x = 0, y = 0]) => (away[0]! - x0) * (y - y0) === (away[1]! - y0) * (x - x0))
}

function strayHole([shell, ...holes]: readonly Ring[]): LngLat | null {
  for (const [i, hole] of holes.entries()) {
    for (const [x = 0, y = 0] of hole) if (sideOfRing(x, y, shell!) === 'outside') return [x, y]
    const inAnother = holes.find((other, j) => j !== i && firstStrictlyInside(hole, [other]))
    if (inAnother) return [hole[0]![0]!, hole[0]![1]!]
  }
  return null
}

function overlapOf(parts: readonly (readonly Ring[])[]): BoundaryFlaw | null {
  for (const [i, part] of parts.entries())
    for (const [j, other] of parts.entries()) {
      const at = i === j ? null : firstStrictlyInside(part[0]!, other)
      if (at) return { kind: 'parts_overlap', at }
    }
  return null
}

/** The first position of a ring that lies inside a part (inside its shell, in none of its holes, on no edge). */
function firstStrictlyInside(ring: Ring, [shell, ...holes]: readonly Ring[]): LngLat | null {
  for (const [x = 0, y = 0] of ring) {
    const side = sideOfRing(x, y, shell!)
    if (side === 'edge') continue
    // Edges do not cross here, so the first position off the edge answers for the whole ring.
    return side === 'inside' && holes.every((hole) => sideOfRing(x, y, hole) === 'outside') ? [x, y] : null
  }
  return null
}
