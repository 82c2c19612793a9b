import { distance, type Point, pointKey } from '../plane/point.ts'
import { segmentDistance } from '../plane/segment.ts'

const NEAR_M = 0.02

/** The ring with those points made its corners that lie on its edges, so that neighbours share them. */
export function withCorners(ring: readonly Point[], points: readonly Point[]): Point[] {
  const once = [...new Map(points.map((p) => [pointKey(p), p])).values()]
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length]!
    const on = once.filter(
      (p) => distance(p, a) > NEAR_M && distance(p, b) > NEAR_M && segmentDistance(p, a, b) < NEAR_M,
    )
    return [a, ...on.sort((p, q) => distance(a, p) - distance(a, q))]
  })
}
