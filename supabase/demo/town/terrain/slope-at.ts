import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import type { Terrain } from './terrain.ts'

/** How steep the land is at a place, metres a metre. */
export function slopeAt({ elevation }: Terrain, p: Point): number {
  const [east, north] = elevation.gradient(p)
  return hypot(east, north)
}
