import { counterClockwise } from '../plane/ring.ts'
import { shifted } from '../plane/polyline.ts'
import type { Point } from '../plane/point.ts'
import type { Watercourse } from './watercourses.ts'

/** The surface of a watercourse between its banks: an open ring, counter-clockwise. */
export function bankPolygon({ middle, widths }: Watercourse): Point[] {
  const left = shifted(middle, (i) => widths[i]! / 2)
  const right = shifted(middle, (i) => -widths[i]! / 2)
  return counterClockwise([...left, ...right.reverse()])
}
