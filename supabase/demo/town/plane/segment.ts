import { hypot } from './hypot.ts'
import type { Point } from './point.ts'

/**
 * Where two segments cross: shares of the way along each, or null. Touching at an end counts as crossing; parallels never
 * cross.
 */
export function crossingOf(a: Point, b: Point, c: Point, d: Point): { readonly t: number; readonly s: number } | null {
  const rx = b[0] - a[0]
  const ry = b[1] - a[1]
  const qx = d[0] - c[0]
  const qy = d[1] - c[1]
  const cross = rx * qy - ry * qx
  if (cross === 0) return null
  const t = ((c[0] - a[0]) * qy - (c[1] - a[1]) * qx) / cross
  const s = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? { t, s } : null
}

/** The share of the way along a segment where it comes nearest to a point. */
export function nearestShare(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const squared = dx * dx + dy * dy
  if (squared === 0) return 0
  return Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared))
}

/** Metres from a point to a segment. */
export function segmentDistance(p: Point, a: Point, b: Point): number {
  const share = nearestShare(p, a, b)
  return hypot(a[0] + (b[0] - a[0]) * share - p[0], a[1] + (b[1] - a[1]) * share - p[1])
}

/** Metres between two segments, 0 when they cross. */
export function segmentGap(a: Point, b: Point, c: Point, d: Point): number {
  if (crossingOf(a, b, c, d)) return 0
  return Math.min(
    segmentDistance(a, c, d),
    segmentDistance(b, c, d),
    segmentDistance(c, a, b),
    segmentDistance(d, a, b),
  )
}
