import { valueNoise } from '../chance/noise.ts'
import { direction, distance, type Point } from '../plane/point.ts'
import type { Watercourse } from './watercourses.ts'

const LONG_M = 560
const BROAD_M = 270
const CORNERS = 96

/** The reservoir in the valley of a stream: long along the valley, with arms where side valleys come in; an open ring. */
export function lakeOutline(seed: number, stream: Watercourse, shareOfWay: number): Point[] {
  const at = Math.round((stream.middle.length - 1) * shareOfWay)
  const centre = stream.middle[at]!
  const [dx, dy] = direction(
    stream.middle[Math.max(0, at - 12)]!,
    stream.middle[Math.min(stream.middle.length - 1, at + 12)]!,
  )
  const arms = valueNoise(seed + 31, 0.62, 2)
  return Array.from({ length: CORNERS }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / CORNERS
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const reach = 1 + 0.62 * arms(c + 9, s + 9)
    // The dam: the lower end is cut off straight.
    const along = Math.min(c * LONG_M * reach, LONG_M * 0.72)
    const left = s * BROAD_M * reach
    return [centre[0] + dx * along - dy * left, centre[1] + dy * along + dx * left]
  }).filter((p, i, ring) => i === 0 || distance(p, ring[i - 1]!) > 1)
}
