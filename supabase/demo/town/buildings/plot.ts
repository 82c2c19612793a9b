import { type Box, boxOf, mayReach } from '../plane/box.ts'
import { rectangle } from '../plane/convex.ts'
import { distance, moved, type Point } from '../plane/point.ts'
import { lengthOf, placeAlong, pointAlong, stepsOf } from '../plane/polyline.ts'
import type { BridgedRoad } from '../roads/bridged.ts'
import { roadWidthM } from '../roads/road-width.ts'
import type { Ground } from './ground.ts'

/** A piece of ground at a road that something is built on. */
export interface Plot {
  readonly ring: readonly Point[]
  readonly middle: Point
  /** Along the road. */
  readonly heading: Point
  /** From the road into the plot: 1 to the left of the heading, -1 to its right. */
  readonly side: 1 | -1
  readonly frontM: number
  readonly depthM: number
  readonly areaKey: string
}

const STEP_M = 9
const SETBACK_M = 3

/** The free plot of a size at a road that lies nearest to a place, within one area; takes it. Null when there is none. */
export function takePlot(
  ground: Ground,
  roads: readonly BridgedRoad[],
  near: Point,
  areaKey: string,
  frontM: number,
  depthM: number,
  withinM: number,
): Plot | null {
  const spots: { readonly road: BridgedRoad; readonly alongM: number; readonly awayM: number }[] = []
  for (const road of roads) {
    if (road.isBridge) continue
    const { box, lengthM, steps } = measured(road)
    if (!mayReach(box, near, near, withinM)) continue
    if (Math.min(distance(near, road.line[0]!), distance(near, road.line.at(-1)!)) > withinM + lengthM / 2) continue
    for (let alongM = STEP_M / 2; alongM < lengthM; alongM += STEP_M) {
      const awayM = distance(near, placeAlong(road.line, steps, alongM))
      if (awayM < withinM) spots.push({ road, alongM, awayM })
    }
  }
  spots.sort((p, q) => p.awayM - q.awayM)
  for (const { road, alongM } of spots) {
    const { at, heading } = pointAlong(road.line, alongM)
    for (const side of [1, -1] as const) {
      const middle = moved(at, heading, 0, side * (roadWidthM(road.class) / 2 + SETBACK_M + depthM / 2))
      const ring = rectangle(middle, heading, frontM, depthM)
      if (ground.siteOf(ring, 2) !== areaKey) continue
      ground.take(ring)
      return { ring, middle, heading, side, frontM, depthM, areaKey }
    }
  }
  return null
}

interface Measured {
  readonly box: Box
  readonly lengthM: number
  readonly steps: Float64Array
}

/** Roads are looked at for one plot after the other, and measured once. */
const known = new WeakMap<BridgedRoad, Measured>()

function measured(road: BridgedRoad): Measured {
  const before = known.get(road)
  if (before) return before
  const { line } = road
  const made = { box: boxOf(line), lengthM: lengthOf(line), steps: stepsOf(line) }
  known.set(road, made)
  return made
}

/** A rectangle on a plot: `along` and `inward` metres from its middle, `inward` away from the road. */
export const onPlot = (plot: Plot, along: number, inward: number, lengthM: number, depthM: number): Point[] =>
  rectangle(moved(plot.middle, plot.heading, along, plot.side * inward), plot.heading, lengthM, depthM)
