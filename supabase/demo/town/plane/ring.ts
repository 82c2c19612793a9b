import type { Point } from './point.ts'
import { segmentDistance } from './segment.ts'

/** Square metres inside an open or closed ring, positive when it runs counter-clockwise. */
export function ringArea(ring: readonly Point[]): number {
  let twice = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    twice += a[0] * b[1] - b[0] * a[1]
  }
  return twice / 2
}

/** Whether a point lies inside a ring (even-odd). */
export function isInside(ring: readonly Point[], p: Point): boolean {
  const x = p[0]
  const y = p[1]
  let inside = false
  let b = ring[ring.length - 1]!
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    b = a
  }
  return inside
}

/** Metres from a point to the edge of a ring. */
export function edgeDistance(ring: readonly Point[], p: Point): number {
  let best = Infinity
  for (let i = 0; i < ring.length; i++)
    best = Math.min(best, segmentDistance(p, ring[i]!, ring[(i + 1) % ring.length]!))
  return best
}

/** The centre of gravity of a ring. */
export function centroidOf(ring: readonly Point[]): Point {
  let x = 0
  let y = 0
  let twice = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    const cross = a[0] * b[1] - b[0] * a[1]
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
    twice += cross
  }
  return [x / (3 * twice), y / (3 * twice)]
}

/** The ring run counter-clockwise. */
export const counterClockwise = (ring: readonly Point[]): Point[] =>
  ringArea(ring) < 0 ? [...ring].reverse() : [...ring]
