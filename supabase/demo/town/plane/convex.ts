import { distance, moved, type Point } from './point.ts'

/** A rectangle by its middle, the direction of its length, its length and its depth; counter-clockwise, not closed. */
export function rectangle(middle: Point, along: Point, lengthM: number, depthM: number): Point[] {
  const l = lengthM / 2
  const d = depthM / 2
  return [
    moved(middle, along, -l, -d),
    moved(middle, along, l, -d),
    moved(middle, along, l, d),
    moved(middle, along, -l, d),
  ]
}

/** Whether two convex rings come nearer than a gap (separating axes; the gap is measured on their edges' normals). */
export function convexMeet(a: readonly Point[], b: readonly Point[], gapM = 0): boolean {
  return !hasSeparation(a, b, gapM) && !hasSeparation(b, a, gapM)
}

function hasSeparation(a: readonly Point[], b: readonly Point[], gapM: number): boolean {
  for (let i = 0; i < a.length; i++) {
    const p = a[i]!
    const q = a[(i + 1) % a.length]!
    const length = distance(p, q)
    const nx = (q[1] - p[1]) / length
    const ny = (p[0] - q[0]) / length
    if (b.every((r) => (r[0] - p[0]) * nx + (r[1] - p[1]) * ny >= gapM)) return true
  }
  return false
}

/** The part of a convex ring on the left of the line through a with a direction; empty when nothing is. */
export function keptLeft(ring: readonly Point[], a: Point, d: Point): Point[] {
  const result: Point[] = []
  for (let i = 0; i < ring.length; i++) {
    const p = ring[i]!
    const q = ring[(i + 1) % ring.length]!
    const sp = d[0] * (p[1] - a[1]) - d[1] * (p[0] - a[0])
    const sq = d[0] * (q[1] - a[1]) - d[1] * (q[0] - a[0])
    if (sp >= 0) result.push(p)
    if (sp > 0 !== sq > 0 && sp !== sq && sp !== 0 && sq !== 0) {
      const t = sp / (sp - sq)
      result.push([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t])
    }
  }
  return result.length < 3 ? [] : result
}

/** A counter-clockwise convex ring with every edge moved inwards; empty when nothing is left. */
export function inset(ring: readonly Point[], byM: number | ((edge: number) => number)): Point[] {
  let result = [...ring]
  for (let i = 0; i < ring.length && result.length > 0; i++) {
    const p = ring[i]!
    const q = ring[(i + 1) % ring.length]!
    const length = distance(p, q)
    if (length < 0.01) continue
    const d: Point = [(q[0] - p[0]) / length, (q[1] - p[1]) / length]
    const by = typeof byM === 'number' ? byM : byM(i)
    result = keptLeft(result, [p[0] - d[1] * by, p[1] + d[0] * by], d)
  }
  return result
}
