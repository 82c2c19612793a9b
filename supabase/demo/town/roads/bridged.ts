import { between, centimetre, distance, type Point } from '../plane/point.ts'
import { lengthOf, pointAlong, stretchOf } from '../plane/polyline.ts'
import { crossingOf } from '../plane/segment.ts'
import type { WaterMap } from '../water/water-body.ts'
import type { RoadDraft } from './road-draft.ts'

/** A stretch of road on land or on a bridge. */
export interface BridgedRoad extends RoadDraft {
  readonly isBridge: boolean
}

/** A bridge reaches this far over the banks, so that the road before it stays dry after rounding. */
const ABUTMENT_M = 4

/** The roads cut where they meet water: what lies over water is a bridge, from bank to bank. */
export function bridged(roads: readonly RoadDraft[], water: WaterMap): BridgedRoad[] {
  return roads.flatMap((road) => {
    const wet = wetStretches(road.line, water)
    if (wet.length === 0) return [{ ...road, isBridge: false }]
    const length = lengthOf(road.line)
    const cuts = [0, ...wet.flat(), length]
    const pieces: BridgedRoad[] = []
    for (let i = 0; i + 1 < cuts.length; i++) {
      const [from, to] = [cuts[i]!, cuts[i + 1]!]
      if (to - from < 0.02) continue
      const line = stretchOf(road.line, from, to).map(centimetre)
      if (from === 0) line[0] = road.line[0]!
      if (to === length) line[line.length - 1] = road.line.at(-1)!
      pieces.push({ ...road, line, isBridge: i % 2 === 1 })
    }
    return pieces
  })
}

/** Where a line lies in water, abutments included, as distances along it: [from, to] in order, apart from each other. */
function wetStretches(line: readonly Point[], water: WaterMap): [number, number][] {
  const length = lengthOf(line)
  const meetings: number[] = [0]
  let passed = 0
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i]!, line[i + 1]!]
    for (const { a: c, b: d } of water.banks.near(a, b, 1)) {
      const cross = crossingOf(a, b, c, d)
      if (cross) meetings.push(passed + distance(a, between(a, b, cross.t)))
    }
    passed += distance(a, b)
  }
  meetings.push(length)
  meetings.sort((p, q) => p - q)
  const wet: [number, number][] = []
  for (let i = 0; i + 1 < meetings.length; i++) {
    const [from, to] = [meetings[i]!, meetings[i + 1]!]
    if (!water.isWet(pointAlong(line, (from + to) / 2).at)) continue
    const start = Math.max(0, from - ABUTMENT_M)
    const end = Math.min(length, to + ABUTMENT_M)
    const last = wet.at(-1)
    if (last && last[1] >= start - 1) last[1] = end
    else wet.push([start, end])
  }
  // No crumbs of land road between a bridge and its junction.
  for (const stretch of wet) {
    if (stretch[0] < 3) stretch[0] = 0
    if (stretch[1] > length - 3) stretch[1] = length
  }
  return wet
}
