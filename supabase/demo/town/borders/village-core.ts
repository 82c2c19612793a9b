import { randomStream } from '../chance/random.ts'
import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { centroidOf, edgeDistance, isInside } from '../plane/ring.ts'
import { slopeAt } from '../terrain/slope-at.ts'
import type { Terrain } from '../terrain/terrain.ts'
import type { WaterMap } from '../water/water-body.ts'

const TRIES = 160
const FROM_BORDER_M = 300
const BANK_M = 130

/** Where a village would have been founded: dry, level, not far from water, away from its borders. */
export function villageCore(
  seed: number,
  key: string,
  ring: readonly Point[],
  terrain: Terrain,
  water: WaterMap,
  taken: readonly Point[],
): Point {
  const random = randomStream(seed, `core/${key}`)
  const centre = centroidOf(ring)
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  let best: { readonly at: Point; readonly score: number } | null = null
  for (let i = 0; i < TRIES; i++) {
    const at: Point = [
      random.between(Math.min(...xs), Math.max(...xs)),
      random.between(Math.min(...ys), Math.max(...ys)),
    ]
    if (!isInside(ring, at) || water.isNear(at, BANK_M)) continue
    const roomM = Math.min(
      FROM_BORDER_M,
      edgeDistance(ring, at),
      ...taken.map((p) => hypot(p[0] - at[0], p[1] - at[1]) / 3),
    )
    const score =
      roomM / FROM_BORDER_M -
      9 * slopeAt(terrain, at) -
      terrain.elevation.at(at) / 320 -
      hypot(at[0] - centre[0], at[1] - centre[1]) / 2_600 -
      Math.max(0, terrain.fromWater.at(at) - 350) / 2_200
    if (!best || score > best.score) best = { at, score }
  }
  return best?.at ?? centre
}
