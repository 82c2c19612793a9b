import type { StatusGroup } from '../../domain/status-group.ts'

/** Signed distance in units of the mark's radius from a point to the edge of the ink: negative inside. */
export type Distance = (x: number, y: number) => number

const disc =
  (radius: number): Distance =>
  (x, y) =>
    Math.hypot(x, y) - radius

const ring =
  (radius: number, width: number): Distance =>
  (x, y) =>
    Math.abs(Math.hypot(x, y) - radius) - width / 2

/** A straight stroke with round ends. */
const stroke =
  (fromX: number, fromY: number, toX: number, toY: number, width: number): Distance =>
  (x, y) => {
    const dx = toX - fromX
    const dy = toY - fromY
    const t = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy)))
    return Math.hypot(x - fromX - t * dx, y - fromY - t * dy) - width / 2
  }

const union =
  (...parts: Distance[]): Distance =>
  (x, y) =>
    Math.min(...parts.map((part) => part(x, y)))

const cut =
  (from: Distance, away: Distance): Distance =>
  (x, y) =>
    Math.max(from(x, y), -away(x, y))

const both =
  (one: Distance, other: Distance): Distance =>
  (x, y) =>
    Math.max(one(x, y), other(x, y))

const lowerHalf: Distance = (_x, y) => -y

/** Parallel diagonal stripes. */
const stripes =
  (period: number, width: number): Distance =>
  (x, y) => {
    const along = (x + y) / Math.SQRT2
    return Math.abs(along - period * Math.round(along / period)) - width / 2
  }

const tick = union(stroke(-0.42, 0.04, -0.12, 0.34, 0.22), stroke(-0.12, 0.34, 0.44, -0.3, 0.22))

/**
 * The seven marks, one for each status group, told apart by shape alone: ring, half-filled ring, double ring, disc with a
 * tick, hatched disc, bar in a ring, small cross.
 */
export const MARK_DISTANCE: Readonly<Record<StatusGroup, Distance>> = {
  todo: ring(0.78, 0.36),
  doing: union(ring(0.86, 0.24), both(disc(0.86), lowerHalf)),
  review: union(ring(0.87, 0.22), ring(0.4, 0.24)),
  done: cut(disc(0.98), tick),
  source_done: union(ring(0.89, 0.18), both(disc(0.89), stripes(0.5, 0.2))),
  paused: union(ring(0.89, 0.18), stroke(-0.36, 0, 0.36, 0, 0.36)),
  ended: union(stroke(-0.5, -0.5, 0.5, 0.5, 0.26), stroke(-0.5, 0.5, 0.5, -0.5, 0.26)),
}
