import { between, direction, distance, moved, type Point } from './point.ts'
import { nearestShare, segmentDistance } from './segment.ts'

/** Metres along a line. */
export function lengthOf(line: readonly Point[]): number {
  let length = 0
  for (let i = 1; i < line.length; i++) length += distance(line[i - 1]!, line[i]!)
  return length
}

/** Metres between each point of a line and the next. */
export const stepsOf = (line: readonly Point[]): Float64Array =>
  Float64Array.from({ length: line.length - 1 }, (_, i) => distance(line[i]!, line[i + 1]!))

/** The point that `pointAlong` gives, for a line whose steps are known. */
export function placeAlong(line: readonly Point[], steps: Float64Array, alongM: number): Point {
  let left = Math.max(0, alongM)
  let i = 0
  for (; i < steps.length - 1 && left > steps[i]!; i++) left -= steps[i]!
  const step = steps[i]!
  return step === 0 ? line[i]! : between(line[i]!, line[i + 1]!, Math.min(1, left / step))
}

/** The point that many metres along a line (its ends beyond it), and the direction there. */
export function pointAlong(line: readonly Point[], alongM: number): { readonly at: Point; readonly heading: Point } {
  let left = Math.max(0, alongM)
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!
    const b = line[i]!
    const step = distance(a, b)
    if (left <= step || i === line.length - 1)
      return { at: step === 0 ? a : between(a, b, Math.min(1, left / step)), heading: direction(a, b) }
    left -= step
  }
  return { at: line[0]!, heading: [1, 0] }
}

/** The line with a point about every `stepM` metres, its ends kept. */
export function resampled(line: readonly Point[], stepM: number): Point[] {
  const length = lengthOf(line)
  const count = Math.max(1, Math.round(length / stepM))
  const result: Point[] = [line[0]!]
  let i = 1
  let passed = 0
  for (let k = 1; k < count; k++) {
    const target = (length * k) / count
    while (i < line.length - 1 && passed + distance(line[i - 1]!, line[i]!) < target) {
      passed += distance(line[i - 1]!, line[i]!)
      i++
    }
    const step = distance(line[i - 1]!, line[i]!)
    result.push(between(line[i - 1]!, line[i]!, step === 0 ? 0 : (target - passed) / step))
  }
  result.push(line.at(-1)!)
  return result
}

/** A smooth curve through all points (Catmull-Rom), with `pieces` pieces between two of them. */
export function curvedThrough(points: readonly Point[], pieces = 8): Point[] {
  const result: Point[] = []
  for (let i = 0; i + 1 < points.length; i++) {
    const b = points[i]!
    const c = points[i + 1]!
    const a = points[i - 1] ?? between(b, c, -1)
    const d = points[i + 2] ?? between(b, c, 2)
    for (let k = 0; k < pieces; k++)
      result.push([bend(k / pieces, a[0], b[0], c[0], d[0]), bend(k / pieces, a[1], b[1], c[1], d[1])])
  }
  result.push(points.at(-1)!)
  return result
}

const bend = (t: number, p: number, q: number, r: number, s: number): number =>
  q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)))

/** The line without the points that lie within `toleranceM` of what is left (Douglas–Peucker), ends kept. */
export function simplified(line: readonly Point[], toleranceM: number): Point[] {
  const isKept = new Uint8Array(line.length)
  isKept[0] = isKept[line.length - 1] = 1
  const stretches: [number, number][] = [[0, line.length - 1]]
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch
    let worst = toleranceM
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const off = segmentDistance(line[i]!, line[from]!, line[to]!)
      if (off > worst) {
        worst = off
        at = i
      }
    }
    if (at < 0) continue
    isKept[at] = 1
    stretches.push([from, at], [at, to])
  }
  return line.filter((_, i) => isKept[i] === 1)
}

/** The corners cut off `times` times (Chaikin), ends kept. */
export function rounded(line: readonly Point[], times = 2): Point[] {
  let result = [...line]
  for (let k = 0; k < times; k++) {
    const next: Point[] = [result[0]!]
    for (let i = 0; i + 1 < result.length; i++)
      next.push(between(result[i]!, result[i + 1]!, 0.25), between(result[i]!, result[i + 1]!, 0.75))
    next.push(result.at(-1)!)
    result = next
  }
  return result
}

/** The direction of a line at one of its points: the mean of what comes and what goes. */
export const headingAt = (line: readonly Point[], i: number): Point =>
  direction(line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!)

/** The line moved to its left, by one distance or one for each point; only for lines that bend wider than that. */
export const shifted = (line: readonly Point[], leftM: number | ((i: number) => number)): Point[] =>
  line.map((p, i) => moved(p, headingAt(line, i), 0, typeof leftM === 'number' ? leftM : leftM(i)))

/** The place on a line that is nearest to a point. */
export function nearestOn(
  line: readonly Point[],
  p: Point,
): { readonly at: Point; readonly distanceM: number; readonly index: number; readonly alongM: number } {
  let best = { at: line[0]!, distanceM: Infinity, index: 0, alongM: 0 }
  let passed = 0
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!
    const b = line[i + 1]!
    const share = nearestShare(p, a, b)
    const at = between(a, b, share)
    const distanceM = distance(at, p)
    const step = distance(a, b)
    if (distanceM < best.distanceM) best = { at, distanceM, index: i, alongM: passed + step * share }
    passed += step
  }
  return best
}

/** The stretch of a line between two distances along it. */
export function stretchOf(line: readonly Point[], fromM: number, toM: number): Point[] {
  const result: Point[] = [pointAlong(line, fromM).at]
  let passed = 0
  for (let i = 1; i < line.length; i++) {
    passed += distance(line[i - 1]!, line[i]!)
    if (passed > fromM + 0.01 && passed < toM - 0.01) result.push(line[i]!)
  }
  result.push(pointAlong(line, toM).at)
  return result
}
