import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { Raster } from '../plane/raster.ts'
import type { BuildingDraft } from '../buildings/building-draft.ts'

/** Nothing is built beyond. */
const BOX = { west: -8_000, east: 8_000, south: -7_000, north: 7_500 } as const
const STEP_M = 22
const REACH = 3

/** How densely a place is built, smoothed, so that its outline is the shape of a village: see SETTLED. */
export function settledGround(buildings: readonly BuildingDraft[]): Raster {
  const raster = new Raster(BOX, STEP_M, () => 0)
  for (const { ring } of buildings) {
    const [x, y] = ring[0]!
    const [ox, oy] = ring[2]!
    const column = Math.round(((x + ox) / 2 - BOX.west) / STEP_M)
    const row = Math.round(((y + oy) / 2 - BOX.south) / STEP_M)
    const weight = Math.min(4, hypot(ox - x, oy - y) / 14)
    for (let dy = -REACH; dy <= REACH; dy++)
      for (let dx = -REACH; dx <= REACH; dx++) {
        const i = (row + dy) * raster.columns + column + dx
        if (i >= 0 && i < raster.values.length) raster.values[i]! += weight * Math.exp(-(dx * dx + dy * dy) / 3.2)
      }
  }
  return raster
}

/** From this density on a place is settled. */
export const SETTLED = 0.95

/** Whether a place is settled. */
export const isSettled = (ground: Raster, p: Point): boolean => ground.at(p) > SETTLED
