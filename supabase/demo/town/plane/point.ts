import { hypot } from './hypot.ts'
/** A place in local metres, east and north of the town's centre. */
export type Point = readonly [x: number, y: number]

/** Metres between two points. */
export const distance = (a: Point, b: Point): number => hypot(b[0] - a[0], b[1] - a[1])

/** The point a share of the way from a to b. */
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

/** The unit vector from a to b; east when they are the same. */
export function direction(a: Point, b: Point): Point {
  const length = distance(a, b)
  return length === 0 ? [1, 0] : [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}

/** a moved by `along` metres in a direction and `left` metres to the left of it. */
export const moved = (a: Point, d: Point, along: number, left = 0): Point => [
  a[0] + d[0] * along - d[1] * left,
  a[1] + d[1] * along + d[0] * left,
]

/** Rounded to the centimetre, so that points that should meet do. */
export const centimetre = ([x, y]: Point): Point => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]

/** A key for maps: equal for points that are equal to the centimetre. */
export const pointKey = ([x, y]: Point): string => `${Math.round(x * 100)},${Math.round(y * 100)}`
