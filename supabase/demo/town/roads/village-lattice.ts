import { valueNoise } from '../chance/noise.ts'
import type { Random } from '../chance/random.ts'
import type { Point } from '../plane/point.ts'

/** The lanes of one village or hamlet as a small bent lattice, before they are cut at roads and water. */
export interface VillageLattice {
  /** Lanes from corner to corner. */
  readonly lanes: readonly (readonly Point[])[]
  readonly centre: Point
  /** Roughly how far it reaches. */
  readonly radiusM: number
}

/** Long lanes along `along` (the way the land lies), crossed by short ones; its edge is ragged. */
export function villageLattice(
  seed: number,
  random: Random,
  centre: Point,
  along: Point,
  { lengthM, depthM }: { readonly lengthM: number; readonly depthM: number },
): VillageLattice {
  const ragged = valueNoise(seed, 130)
  const bend = random.between(-1, 1) / 900
  const skew = random.between(-0.25, 0.25)
  const us = cuts(random, lengthM, 58, 96)
  const vs = cuts(random, depthM, 38, 54)
  const at = (u: number, v: number): Point => {
    const x = u + skew * v + 9 * ragged(u + 900, v)
    const y = v + bend * u * u + 11 * ragged(u, v + 900)
    return [centre[0] + along[0] * x - along[1] * y, centre[1] + along[1] * x + along[0] * y]
  }
  const isIn = (u: number, v: number) =>
    ((2 * u) / lengthM) ** 2 + ((2 * v) / depthM) ** 2 < 1.15 + 0.6 * ragged(u * 1.3, v * 1.3)
  const lanes: Point[][] = []
  const lane = (u0: number, v0: number, u1: number, v1: number, leaveOut: number) => {
    const isOut = random.chance(leaveOut)
    if (isOut || !isIn((u0 + u1) / 2, (v0 + v1) / 2)) return
    lanes.push([0, 0.25, 0.5, 0.75, 1].map((t) => at(u0 + (u1 - u0) * t, v0 + (v1 - v0) * t)))
  }
  for (const [i, u] of us.entries())
    for (const [k, v] of vs.entries()) {
      if (us[i + 1] !== undefined) lane(u, v, us[i + 1]!, v, v === 0 ? 0 : 0.1)
      if (vs[k + 1] !== undefined) lane(u, v, u, vs[k + 1]!, u === 0 ? 0 : 0.34)
    }
  return { lanes, centre, radiusM: Math.max(lengthM, depthM) / 2 }
}

/** Measures on both sides of 0, which is one of them. */
function cuts(random: Random, extentM: number, low: number, high: number): number[] {
  const result = [0]
  for (let at = random.between(low, high); at <= extentM / 2; at += random.between(low, high)) result.push(at)
  for (let at = -random.between(low, high); at >= -extentM / 2; at -= random.between(low, high)) result.unshift(at)
  return result
}
