import { counterClockwise } from '../plane/ring.ts'
import type { Point } from '../plane/point.ts'
import type { BorderLine } from './border-lines.ts'

/** The border lines of one area linked at their corners to an open ring, counter-clockwise. */
export function joinedRing(borders: readonly BorderLine[]): Point[] {
  const left = new Set(borders)
  const first = borders[0]!
  const ring: Point[] = first.line.slice(0, -1)
  left.delete(first)
  let corner = first.edge.to
  while (left.size > 0) {
    const next = [...left].find(({ edge }) => edge.from === corner || edge.to === corner)
    if (!next) throw new Error('The borders of an area do not close.')
    left.delete(next)
    const isForward = next.edge.from === corner
    ring.push(...(isForward ? next.line : [...next.line].reverse()).slice(0, -1))
    corner = isForward ? next.edge.to : next.edge.from
  }
  return counterClockwise(ring)
}
