import { valueNoise } from '../chance/noise.ts'
import { type Random, randomStream } from '../chance/random.ts'
import { hypot } from '../plane/hypot.ts'
import { direction, type Point } from '../plane/point.ts'
import { headingAt, lengthOf, pointAlong } from '../plane/polyline.ts'
import { isInside } from '../plane/ring.ts'
import type { SegmentIndex } from '../plane/segment-index.ts'
import { slopeAt } from '../terrain/slope-at.ts'
import type { Terrain } from '../terrain/terrain.ts'
import type { WaterMap } from '../water/water-body.ts'
import type { RoadDraft } from './road-draft.ts'
import { villageLattice } from './village-lattice.ts'

/** A place where people live, by its middle. */
export interface Settlement {
  readonly areaKey: string
  readonly at: Point
  readonly kind: 'village' | 'hamlet'
  readonly radiusM: number
}

/** The lanes of a settlement, and what it is. */
export interface SettlementLanes {
  readonly settlement: Settlement
  readonly lanes: readonly RoadDraft[]
}

const SHALLOW = 0.72
/** A village with less finds another way to lie; the longest of some tries is built. */
const VILLAGE_LANES_M = 1_500
const TRIES = 5

/** Lanes round a place: along the slope or the stream, none in water, none beside a road that already runs there. */
export function villageLanes(
  seed: number,
  { areaKey, ring }: { readonly areaKey: string; readonly ring: readonly Point[] },
  at: Point,
  kind: Settlement['kind'],
  heading: Point | null,
  terrain: Terrain,
  water: WaterMap,
  roads: SegmentIndex<RoadDraft>,
): SettlementLanes {
  let best: SettlementLanes | null = null
  let bestM = 0
  for (let attempt = 0; attempt < TRIES && bestM < (kind === 'village' ? VILLAGE_LANES_M : 1); attempt++) {
    const random = randomStream(seed, `lanes/${areaKey}/${kind}/${Math.round(at[0])}/${attempt}`)
    const found = laidOut(seed, areaKey, at, kind, attempt === 0 ? heading : null, terrain, random)
    const lanes = found.lanes
      .filter(({ line }) => line.every((p) => isInside(ring, p)))
      .filter(({ line }) => !line.some((p) => water.isNear(p, 12) || slopeAt(terrain, p) > 0.3))
      .filter(({ line }) => !isBeside(roads, line))
    const lengthM = lanes.reduce((sum, { line }) => sum + lengthOf(line), 0)
    if (best && lengthM <= bestM) continue
    best = { ...found, lanes }
    bestM = lengthM
  }
  return best!
}

function laidOut(
  seed: number,
  areaKey: string,
  at: Point,
  kind: Settlement['kind'],
  heading: Point | null,
  terrain: Terrain,
  random: Random,
): SettlementLanes {
  const isVillage = kind === 'village'
  const shape = random.pick(['long', 'round', 'broad'] as const)
  const lengthM = (isVillage ? 330 : 165) * { long: 1.3, round: 0.95, broad: 1.05 }[shape] * random.between(0.9, 1.12)
  const depthM = (isVillage ? 205 : 84) * { long: 0.72, round: 1.15, broad: 0.9 }[shape] * random.between(0.9, 1.12)
  const along = heading ?? lieOfTheLand(terrain, at, random.between(0, Math.PI))
  const lattice = villageLattice(seed + random.whole(0, 1e6), random, at, along, { lengthM, depthM })
  const lanes = lattice.lanes.map((line): RoadDraft => ({ class: 'lane', nameKey: `lane/${areaKey}`, line }))
  return { settlement: { areaKey, at, kind, radiusM: lattice.radiusM }, lanes }
}

/** Along the contour where the land slopes, any way where it is level. */
function lieOfTheLand(terrain: Terrain, at: Point, otherwise: number): Point {
  const [gx, gy] = terrain.elevation.gradient(at)
  const steep = hypot(gx, gy)
  return steep > 0.012 ? [-gy / steep, gx / steep] : [Math.cos(otherwise), Math.sin(otherwise)]
}

function isBeside(roads: SegmentIndex<RoadDraft>, lane: readonly Point[]): boolean {
  const heading = direction(lane[0]!, lane.at(-1)!)
  const lengthM = lengthOf(lane)
  const along = [0.1, 0.5, 0.9].filter((share) => {
    const near = roads.nearest(pointAlong(lane, share * lengthM).at, 24)
    if (!near) return false
    const d = headingAt([near.segment.a, near.segment.b], 0)
    return Math.abs(d[0] * heading[0] + d[1] * heading[1]) > SHALLOW
  })
  return along.length >= 2
}

/** Small natural villages along the road to a village, `apartM` from it and from each other. */
export function hamletPlaces(
  seed: number,
  areaKey: string,
  road: readonly Point[],
  terrain: Terrain,
  water: WaterMap,
  taken: readonly Point[],
  apartM: number,
): Point[] {
  const random = randomStream(seed, `hamlets/${areaKey}`)
  const wiggle = valueNoise(seed + 55, 300)
  const lengthM = lengthOf(road)
  const places: Point[] = []
  for (let alongM = apartM * 0.8; alongM < lengthM - 150; alongM += 80) {
    const { at, heading } = pointAlong(road, alongM)
    const side = wiggle(...at) > 0 ? 1 : -1
    const p: Point = [at[0] - heading[1] * side * 25, at[1] + heading[0] * side * 25]
    const isFree = [...taken, ...places].every((q) => hypot(p[0] - q[0], p[1] - q[1]) > apartM)
    if (!isFree || water.isNear(p, 70) || slopeAt(terrain, p) > 0.13 || random.chance(0.55)) continue
    places.push(p)
  }
  return places
}
