import { valueNoise } from '../chance/noise.ts'
import { randomStream } from '../chance/random.ts'
import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { triangulation } from '../plane/triangulation.ts'
import type { Terrain } from '../terrain/terrain.ts'

/** Points whose neighbourhoods become areas. */
export interface Seats {
  /** First those of the town, then the villages', then those of the country around. */
  readonly points: readonly Point[]
  readonly townCount: number
  readonly villageCount: number
}

const TOWN_SEATS: readonly Point[] = [
  [-560, -620],
  [620, -680],
  [-620, 320],
  [560, 300],
  [0, -760],
  [0, 260],
]
const VILLAGES = 31
const WEST_EAST_M = 8_600
const SOUTH_NORTH_M = 7_700
const ALL = 82
const ROUNDS = 14
const SAMPLES = 7_000

/** Seats spread evenly, denser round the town and on low land (Lloyd's relaxation with weights). */
export function seatsOf(seed: number, terrain: Terrain): Seats {
  const random = randomStream(seed, 'seats')
  const scatter = (): Point => [
    random.between(-WEST_EAST_M, WEST_EAST_M),
    random.between(-SOUTH_NORTH_M, SOUTH_NORTH_M),
  ]
  const samples = Array.from({ length: SAMPLES }, scatter)
  const weights = samples.map((p) => weightAt(terrain, p))
  let free = Array.from({ length: ALL }, scatter)
  for (let round = 0; round < ROUNDS; round++)
    free = relaxed([...TOWN_SEATS, ...free], samples, weights).slice(TOWN_SEATS.length)
  const outline = valueNoise(seed + 201, 3_800, 2)
  const reach = ([x, y]: Point) => hypot(x / 1.16, y) * (1 + 0.13 * outline(x, y))
  const inward = [...free].sort((p, q) => reach(p) - reach(q))
  return { points: [...TOWN_SEATS, ...inward], townCount: TOWN_SEATS.length, villageCount: VILLAGES }
}

function weightAt({ elevation }: Terrain, p: Point): number {
  const fromTown = hypot(p[0], p[1])
  return (1 + 2.2 * Math.exp(-((fromTown / 2_600) ** 2))) * (elevation.at(p) > 110 ? 0.72 : 1)
}

function relaxed(points: readonly Point[], samples: readonly Point[], weights: readonly number[]): Point[] {
  const delaunay = triangulation(points)
  const sums = points.map(() => [0, 0, 0] as [number, number, number])
  let found = 0
  for (const [i, [x, y]] of samples.entries()) {
    found = delaunay.find(x, y, found)
    const sum = sums[found]!
    sum[0] += x * weights[i]!
    sum[1] += y * weights[i]!
    sum[2] += weights[i]!
  }
  return sums.map(([x, y, weight], i) => (weight === 0 ? points[i]! : [x / weight, y / weight]))
}
