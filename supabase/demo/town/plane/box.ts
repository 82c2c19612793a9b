import type { Point } from './point.ts'

/** The smallest upright box around something. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The box around points. */
export function boxOf(points: readonly Point[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

/** Whether a point lies in a box or on its edge. */
export const isInBox = ([west, south, east, north]: Box, [x, y]: Point): boolean =>
  x >= west && x <= east && y >= south && y <= north
