import { rectangle } from '../plane/convex.ts'
import { moved, type Point } from '../plane/point.ts'
import { lengthOf, pointAlong } from '../plane/polyline.ts'
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
    const lengthM = lengthOf(road.line)
    const fromEnds = Math.min(
      ...[road.line[0]!, road.line.at(-1)!].map(([x, y]) => Math.hypot(x - near[0], y - near[1])),
    )
    if (road.isBridge || fromEnds > withinM + lengthM / 2) continue
    for (let alongM = STEP_M / 2; alongM < lengthM; alongM += STEP_M) {
      const { at } = pointAlong(road.line, alongM)
      const awayM = Math.hypot(at[0] - near[0], at[1] - near[1])
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

/** A rectangle on a plot: `along` and `inward` metres from its middle, `inward` away from the road. */
export const onPlot = (plot: Plot, along: number, inward: number, lengthM: number, depthM: number): Point[] =>
  rectangle(moved(plot.middle, plot.heading, along, plot.side * inward), plot.heading, lengthM, depthM)
