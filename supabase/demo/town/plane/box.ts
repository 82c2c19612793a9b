import type { Point } from './point.ts'

/** The smallest upright box around something. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The box around points. */
export function boxOf(points: readonly Point[]): Box {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (const p of points) {
    const x = p[0]
    const y = p[1]
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

/** Whether a segment may come nearer than a gap to what a box holds: never false when it does. */
export const mayReach = (box: Box, a: Point, b: Point, gapM: number): boolean =>
  Math.max(a[0], b[0]) >= box[0] - gapM &&
  Math.min(a[0], b[0]) <= box[2] + gapM &&
  Math.max(a[1], b[1]) >= box[1] - gapM &&
  Math.min(a[1], b[1]) <= box[3] + gapM

/** Whether a point lies in a box or on its edge. */
export const isInBox = (box: Box, p: Point): boolean =>
  p[0] >= box[0] && p[0] <= box[2] && p[1] >= box[1] && p[1] <= box[3]
