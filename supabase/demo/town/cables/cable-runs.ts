import { randomStream } from '../chance/random.ts'
import type { Ground } from '../buildings/ground.ts'
import { centimetre, type Point } from '../plane/point.ts'
import { lengthOf, resampled, shifted, simplified } from '../plane/polyline.ts'
import type { BridgedRoad } from '../roads/bridged.ts'
import { roadWidthM } from '../roads/road-width.ts'

/** A cable run in local metres, by the index of its road. */
export interface CableDraft {
  readonly roadId: number
  readonly line: readonly Point[]
  readonly operatorKeys: readonly string[]
  readonly areaKey: string
}

const LEAST_M = 45
const POLE_M = 1.2

/** Overhead cables along streets and lanes, at the kerb, cut where they come into another area. */
export function cableRuns(seed: number, roads: readonly BridgedRoad[], ground: Ground): CableDraft[] {
  const random = randomStream(seed, 'cables')
  const runs: CableDraft[] = []
  for (const [roadId, road] of roads.entries()) {
    const share = { highway: 0, county: 0.4, street: 0.75, lane: 0.85 }[road.class]
    const isWired = random.chance(share)
    const side = random.chance(0.5) ? 1 : -1
    const operatorKeys = operatorsOf(random.next())
    if (!isWired || road.isBridge || lengthOf(road.line) < LEAST_M) continue
    const kerb = simplified(shifted(resampled(road.line, 12), side * (roadWidthM(road.class) / 2 + POLE_M)), 0.4)
    for (const { line, areaKey } of withinAreas(resampled(kerb, 25), ground))
      if (lengthOf(line) >= LEAST_M)
        runs.push({ roadId, line: simplified(line, 0.4).map(centimetre), operatorKeys, areaKey })
  }
  return runs
}

function operatorsOf(chance: number): string[] {
  if (chance < 0.3) return ['power']
  if (chance < 0.62) return ['telecom', 'power']
  if (chance < 0.85) return ['telecom', 'power', 'cable_tv']
  return ['telecom', 'cable_tv']
}

function withinAreas(line: readonly Point[], ground: Ground): { line: Point[]; areaKey: string }[] {
  const pieces: { line: Point[]; areaKey: string }[] = []
  let before: string | null = null
  for (const p of line) {
    const areaKey = ground.water.isNear(p, 1) ? null : ground.areaAt(p)
    if (areaKey !== null && areaKey === before) pieces.at(-1)!.line.push(p)
    else if (areaKey !== null) pieces.push({ line: [p], areaKey })
    before = areaKey
  }
  return pieces.filter((piece) => piece.line.length >= 2)
}
