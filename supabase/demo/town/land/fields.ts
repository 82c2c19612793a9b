import { valueNoise } from '../chance/noise.ts'
import { randomStream, type Random } from '../chance/random.ts'
import { inset, keptLeft } from '../plane/convex.ts'
import { FRAME } from '../plane/frame.ts'
import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { centroidOf, counterClockwise, ringArea } from '../plane/ring.ts'
import { triangulation } from '../plane/triangulation.ts'
import { slopeAt } from '../terrain/slope-at.ts'
import type { Terrain } from '../terrain/terrain.ts'
import type { WaterMap } from '../water/water-body.ts'

/** A parcel of farmland: an open ring. */
export interface FieldParcel {
  readonly kind: 'field' | 'paddy' | 'orchard'
  readonly ring: readonly Point[]
}

/** Blocks near the township and in the country around it, where parcels are drawn broader. */
const NEAR_BLOCKS = 820
const FAR_BLOCKS = 480
const NEAR = { west: -7_600, east: 7_600, south: -6_900, north: 7_400 } as const
const BANK_M = 9

/** Farmland in blocks of parallel parcels, each block lying with the slope; paddies low, orchards on the feet of the hills. */
export function fieldParcels(
  seed: number,
  terrain: Terrain,
  water: WaterMap,
  isTaken: (p: Point) => boolean,
): FieldParcel[] {
  const random = randomStream(seed, 'fields')
  const drift = valueNoise(seed + 501, 1_600, 2)
  const taste = valueNoise(seed + 502, 1_100, 2)
  const spot = (box: typeof FRAME | typeof NEAR): Point => [
    random.between(box.west, box.east),
    random.between(box.south, box.north),
  ]
  const isNear = ([x, y]: Point) => x > NEAR.west && x < NEAR.east && y > NEAR.south && y < NEAR.north
  const spots = [
    ...Array.from({ length: NEAR_BLOCKS }, () => spot(NEAR)),
    ...Array.from({ length: FAR_BLOCKS }, () => spot(FRAME)).filter((p) => !isNear(p)),
  ]
  const voronoi = triangulation(spots).voronoi([FRAME.west, FRAME.south, FRAME.east, FRAME.north])
  const parcels: FieldParcel[] = []
  for (const [i, at] of spots.entries()) {
    const cell = voronoi.cellPolygon(i)
    if (!cell) continue
    const ring = inset(counterClockwise(cell.slice(0, -1).map(([x, y]): Point => [x, y])), 1)
    if (ring.length < 3) continue
    const low = terrain.elevation.at(at)
    const t = taste(...at)
    const kind = low > 62 || t > 0.42 ? 'orchard' : t > -0.05 ? 'paddy' : 'field'
    const [gx, gy] = terrain.elevation.gradient(at)
    const angle = hypot(gx, gy) > 0.006 ? Math.atan2(gx, -gy) : drift(...at) * Math.PI
    for (const parcel of strips(ring, angle, isNear(at) ? 1 : 1.9, random)) {
      const centre = centroidOf(parcel)
      if (ringArea(parcel) < 2_500 || slopeAt(terrain, centre) > 0.16 || isTaken(centre)) continue
      if (water.isNear(centre, BANK_M)) continue
      parcels.push({ kind, ring: parcel })
    }
  }
  return parcels
}

/** A convex ring cut into strips along an angle, long strips cut once more across. */
function strips(ring: readonly Point[], angle: number, broad: number, random: Random): Point[][] {
  const d: Point = [Math.cos(angle), Math.sin(angle)]
  const n: Point = [-d[1], d[0]]
  const across = ring.map(([x, y]) => x * n[0] + y * n[1])
  const [low, high] = [Math.min(...across), Math.max(...across)]
  const result: Point[][] = []
  for (let at = low; at < high;) {
    const next = at + random.between(55, 110) * broad
    const end = high - next < 45 ? high : next
    const strip = keptLeft(keptLeft(ring, [n[0] * at, n[1] * at], d), [n[0] * end, n[1] * end], [-d[0], -d[1]])
    at = end
    if (strip.length < 3) continue
    const along = strip.map(([x, y]) => x * d[0] + y * d[1])
    const [from, to] = [Math.min(...along), Math.max(...along)]
    const pieces = Math.max(1, Math.round((to - from) / (random.between(170, 320) * broad)))
    for (let k = 0; k < pieces; k++) {
      const a = from + ((to - from) * k) / pieces
      const b = from + ((to - from) * (k + 1)) / pieces
      const piece = keptLeft(keptLeft(strip, [d[0] * a, d[1] * a], [-n[0], -n[1]]), [d[0] * b, d[1] * b], n)
      const small = piece.length < 3 ? [] : inset(counterClockwise(piece), 1.8)
      if (small.length >= 3) result.push(small)
    }
  }
  return result
}
