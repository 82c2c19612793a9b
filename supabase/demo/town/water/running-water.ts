import { WATER_NAMES } from '../names/word-lists.ts'
import type { Point } from '../plane/point.ts'
import { isInside } from '../plane/ring.ts'
import { bankPolygon } from './bank-polygon.ts'
import type { WaterBody } from './water-body.ts'
import type { Watercourse } from './watercourses.ts'

/** The surfaces of the watercourses; a stream that feeds the lake ends at its shore and begins again behind the dam. */
export function runningWater(courses: readonly Watercourse[], lake: readonly Point[]): WaterBody[] {
  return courses.flatMap((course) =>
    partsOutside(course, lake).map((part): WaterBody => ({
      kind: course.kind,
      name: WATER_NAMES[course.key] ?? null,
      ring: bankPolygon(part),
    })),
  )
}

/** The stretches of a course outside a ring, each with one more point inside it. */
function partsOutside(course: Watercourse, ring: readonly Point[]): Watercourse[] {
  const { middle, widths } = course
  const isIn = middle.map((p) => course.kind === 'stream' && isInside(ring, p))
  const parts: Watercourse[] = []
  for (let from = 0; from < middle.length;) {
    if (isIn[from]) {
      from++
      continue
    }
    let to = from
    while (to + 1 < middle.length && !isIn[to + 1]) to++
    const [start, end] = [Math.max(0, from - 1), Math.min(middle.length, to + 2)]
    if (to > from) parts.push({ ...course, middle: middle.slice(start, end), widths: widths.slice(start, end) })
    from = to + 1
  }
  return parts
}
