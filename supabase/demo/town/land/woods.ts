import { valueNoise } from '../chance/noise.ts'
import { FRAME } from '../plane/frame.ts'
import { Raster } from '../plane/raster.ts'
import type { Terrain } from '../terrain/terrain.ts'
import { slopeAt } from '../terrain/slope-at.ts'

const STEP_M = 70

/** How much a place is wood (above 0) or open land (below): hills are wooded, levels are not, the edge is ragged. */
export function woodiness(seed: number, terrain: Terrain): Raster {
  const ragged = valueNoise(seed + 601, 620, 3)
  return new Raster(FRAME, STEP_M, (x, y) => {
    const p = [x, y] as const
    const height = (terrain.elevation.at(p) - 66) / 42
    const steep = (slopeAt(terrain, p) - 0.06) * 6
    const bank = Math.max(0, 1 - terrain.fromWater.at(p) / 160)
    return height + steep + 0.75 * ragged(x, y) - 1.6 * bank
  })
}
