import type { LngLat } from './earth.ts'
import { meetingOf } from './segment-meeting.ts'

type Rings = readonly (readonly (readonly number[])[])[]

/** The edges of some rings from west to east, one value an edge. */
interface Edges {
  readonly west: Float64Array
  readonly east: Float64Array
  readonly south: Float64Array
  readonly north: Float64Array
  /** Which ring the edge belongs to, and its place in it. */
  readonly ring: Uint32Array
  readonly place: Uint32Array
}

/**
 * The first place where the edges of closed rings meet as the edges of a valid boundary may not: a ring that crosses,
 * touches or retraces itself, or two rings that cross or share a stretch of edge. Two rings may touch in a point.
 * Null when there is none. Takes rings without repeated positions. Sorts the edges by their west end and compares only
 * those whose boxes overlap: a ring of 100,000 vertices takes well under a second.
 */
export function firstCrossing(rings: Rings): LngLat | null {
  const { west, east, south, north, ring, place } = edgesOf(rings)
  for (let s = 0; s < west.length; s++) {
    const eastEnd = east[s]!
    const southEnd = south[s]!
    const northEnd = north[s]!
    for (let t = s + 1; t < west.length && west[t]! <= eastEnd; t++) {
      if (south[t]! > northEnd || north[t]! < southEnd) continue
      const at = flawBetween(rings, ring[s]!, place[s]!, ring[t]!, place[t]!)
      if (at) return at
    }
  }
  return null
}

function edgesOf(rings: Rings): Edges {
  const all = rings.flatMap((positions, ring) =>
    positions.slice(0, -1).map(([x = NaN], place) => ({ ring, place, west: Math.min(x, positions[place + 1]![0]!) })),
  )
  all.sort((a, b) => a.west - b.west)
  const ends = (axis: 0 | 1, pick: (a: number, b: number) => number) =>
    Float64Array.from(all, ({ ring, place }) => pick(rings[ring]![place]![axis]!, rings[ring]![place + 1]![axis]!))
  return {
    west: ends(0, Math.min),
    east: ends(0, Math.max),
    south: ends(1, Math.min),
    north: ends(1, Math.max),
    ring: Uint32Array.from(all, ({ ring }) => ring),
    place: Uint32Array.from(all, ({ place }) => place),
  }
}

function flawBetween(rings: Rings, ringA: number, placeA: number, ringB: number, placeB: number): LngLat | null {
  const [ax = NaN, ay = NaN] = rings[ringA]![placeA]!
  const [bx = NaN, by = NaN] = rings[ringA]![placeA + 1]!
  const [cx = NaN, cy = NaN] = rings[ringB]![placeB]!
  const [dx = NaN, dy = NaN] = rings[ringB]![placeB + 1]!
  const meeting = meetingOf(ax, ay, bx, by, cx, cy, dx, dy)
  if (meeting === 'apart') return null
  if (meeting === 'touch') {
    if (ringA !== ringB) return null
    const steps = Math.abs(placeA - placeB)
    if (steps === 1 || steps === rings[ringA]!.length - 2) return null
  }
  return [cx, cy]
}
