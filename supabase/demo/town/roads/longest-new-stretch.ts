import type { Point } from '../plane/point.ts'
import type { RouteField } from './route-field.ts'

/** The longest stretch of a way off the roads that exist, with the marked place before it and, unless it runs out, after it. */
export function longestNewStretch(way: readonly Point[], field: RouteField): Point[] | null {
  let best: Point[] = []
  let from = 0
  for (let i = 1; i < way.length; i++) {
    if (!field.isMarked(way[i]!)) continue
    if (i - from > 2 && i - from + 1 > best.length) best = way.slice(from, i + 1)
    from = i
  }
  if (way.length - from > Math.max(2, best.length)) best = way.slice(from)
  return best.length > 0 ? best : null
}
