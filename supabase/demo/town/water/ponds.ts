import { valueNoise } from '../chance/noise.ts'
import { randomStream } from '../chance/random.ts'
import type { Point } from '../plane/point.ts'
import type { BridgedRoad } from '../roads/bridged.ts'
import { roadWidthM } from '../roads/road-width.ts'
import { SegmentIndex } from '../plane/segment-index.ts'
import { slopeAt } from '../terrain/slope-at.ts'
import type { Terrain } from '../terrain/terrain.ts'
import type { WaterBody, WaterMap } from './water-body.ts'

/** Ponds at the foot of villages and in the fields, clear of roads, other water and borders; adds them to the water. */
export function ponds(
  seed: number,
  cores: readonly Point[],
  roads: readonly BridgedRoad[],
  borders: readonly (readonly Point[])[],
  terrain: Terrain,
  water: WaterMap,
): WaterBody[] {
  const random = randomStream(seed, 'ponds')
  const ways = new SegmentIndex<number>(120)
  for (const { line, class: kind } of roads) ways.addLine(line, roadWidthM(kind) / 2)
  for (const ring of borders) ways.addRing(ring, 0)
  const result: WaterBody[] = []
  for (const core of cores)
    for (let wanted = random.whole(1, 3), tries = 0; wanted > 0 && tries < 26; tries++) {
      const isFar = tries > 12
      const reachM = random.between(isFar ? 200 : 40, isFar ? 560 : 240)
      const angle = random.between(0, 2 * Math.PI)
      const radiusM = random.between(17, isFar ? 46 : 34)
      const at: Point = [core[0] + reachM * Math.cos(angle), core[1] + reachM * Math.sin(angle)]
      if (slopeAt(terrain, at) > 0.1 || water.isNear(at, radiusM * 1.5 + 16)) continue
      if (ways.nearest(at, radiusM * 1.45 + 7)) continue
      const ring = pondOutline(
        seed + random.whole(0, 9_999),
        at,
        radiusM,
        random.between(0, Math.PI),
        random.between(1, 1.5),
      )
      const pond: WaterBody = { kind: 'pond', name: null, ring }
      water.add(pond)
      result.push(pond)
      wanted--
    }
  return result
}

function pondOutline(seed: number, [x, y]: Point, radiusM: number, turn: number, stretch: number): Point[] {
  const shore = valueNoise(seed, 0.9, 2)
  return Array.from({ length: 28 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / 28
    const reach = radiusM * (0.82 + 0.24 * shore(Math.cos(angle) + 5, Math.sin(angle) + 5))
    const along = Math.cos(angle) * reach * stretch
    const left = (Math.sin(angle) * reach) / stretch
    return [x + along * Math.cos(turn) - left * Math.sin(turn), y + along * Math.sin(turn) + left * Math.cos(turn)]
  })
}
