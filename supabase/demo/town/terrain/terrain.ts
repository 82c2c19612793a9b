import { valueNoise } from '../chance/noise.ts'
import { FRAME } from '../plane/frame.ts'
import type { Point } from '../plane/point.ts'
import { Raster } from '../plane/raster.ts'
import type { Watercourse } from '../water/watercourses.ts'

/** The shape of the land. */
export interface Terrain {
  /** Metres above the sea. */
  readonly elevation: Raster
  /** Metres from the nearest middle of a watercourse or shore of the lake (up to 3,000). */
  readonly fromWater: Raster
}

const STEP_M = 60
const FARTHEST_M = 3_000
const BOTH_WAYS = [
  [0, 1],
  [-1, -1],
] as const

/** Hills in the north-west, the south and far in the north-east; valleys where the water runs; a plain between. */
export function terrainOf(seed: number, courses: readonly Watercourse[], shore: readonly Point[]): Terrain {
  const fromWater = new Raster(FRAME, STEP_M, nearestWater(courses, shore))
  const wide = valueNoise(seed + 101, 3_400, 2)
  const ridges = valueNoise(seed + 102, 1_900, 4)
  const knolls = valueNoise(seed + 103, 900, 3)
  const elevation = new Raster(FRAME, STEP_M, (x, y) => {
    const w = 1_300 * wide(x, y)
    const northWest = ease(1_700, 6_200, -0.62 * x + 0.78 * y + w)
    const south = ease(1_900, 6_200, -0.12 * x - y + w * 0.9 + 300)
    const northEast = ease(5_600, 10_500, 0.45 * x + 0.9 * y + w)
    const hills = Math.min(1, northWest + south + 0.75 * northEast)
    const ridge = Math.max(0, 1 - Math.abs(ridges(x, y)) * 2.1) ** 1.25
    const off = fromWater.at([x, y])
    const valley = 0.07 + 0.93 * ease(40, 1_500, off)
    const rise = hills * valley * (70 + 330 * ridge)
    const knoll = ease(500, 1_700, off) * 34 * Math.max(0, knolls(x, y) + 0.05)
    return 31 - x * 0.0007 + Math.max(0, rise) + knoll + 3 * ease(0, 700, off)
  })
  return { elevation, fromWater }
}

function nearestWater(courses: readonly Watercourse[], shore: readonly Point[]): (x: number, y: number) => number {
  const points = [
    ...courses.flatMap(({ middle }) => middle.filter((_, i) => i % 4 === 0)),
    ...shore.filter((_, i) => i % 2 === 0),
  ]
  points.sort((p, q) => p[1] - q[1])
  const xs = Float64Array.from(points, ([x]) => x)
  const ys = Float64Array.from(points, ([, y]) => y)
  return (x, y) => {
    const from = firstFrom(ys, y)
    let best = FARTHEST_M * FARTHEST_M
    // From this row up, then down, as far as anything nearer may lie.
    for (const [start, step] of BOTH_WAYS)
      for (let i = from + start; i >= 0 && i < ys.length; i += step) {
        const dx = xs[i]! - x
        const dy = ys[i]! - y
        if (dy * dy >= best) break
        const squared = dx * dx + dy * dy
        if (squared < best) best = squared
      }
    return Math.sqrt(best)
  }
}

/** The place of the first of ascending numbers that is as large or larger. */
function firstFrom(ascending: Float64Array, least: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

function ease(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return t * t * (3 - 2 * t)
}
