import { valueNoise } from '../chance/noise.ts'
import { randomStream } from '../chance/random.ts'
import { between, distance, type Point } from '../plane/point.ts'
import { nearestOn, shifted, simplified } from '../plane/polyline.ts'
import type { WaterMap } from '../water/water-body.ts'
import type { Watercourse } from '../water/watercourses.ts'
import { latticeLine } from './lattice-line.ts'
import type { RoadDraft } from './road-draft.ts'
import type { TownLattice } from './town-lattice.ts'

const WEST_M = -800
const EAST_M = 840
const SOUTH_M = -690
const QUAY_M = 38
/** This share of the stretches between two corners is left out, so that blocks differ in size. */
const LEFT_OUT = 0.13

/** The streets of the town: the lattice where the town is built, and the quay along the river. */
export function townStreets(seed: number, lattice: TownLattice, river: Watercourse, water: WaterMap): RoadDraft[] {
  const quay = quayOf(lattice, river)
  const isBuilt = builtUp(seed, lattice, quay)
  const random = randomStream(seed, 'town-streets')
  const drafts: RoadDraft[] = [{ class: 'street', nameKey: 'quay', line: quay }]
  const lay = (line: Point[], nameKey: string, isMain: boolean) => {
    const isOut = random.chance(LEFT_OUT)
    if (isMain || isOut || !isBuilt(line[0]!, line.at(-1)!)) return
    if (line.some((p) => water.isNear(p, 14))) return
    drafts.push({ class: 'street', nameKey, line })
  }
  for (const [i, acrossM] of lattice.across.entries())
    for (const [k, upM] of lattice.up.entries()) {
      const east = lattice.across[i + 1]
      const north = lattice.up[k + 1]
      if (north !== undefined) lay(latticeLine(lattice, { acrossM }, upM, north), `across-${i}`, acrossM === 0)
      if (east !== undefined) lay(latticeLine(lattice, { upM }, acrossM, east), `up-${k}`, upM === 0)
    }
  return drafts
}

/** The street on the town's bank of the river. */
function quayOf(lattice: TownLattice, river: Watercourse): Point[] {
  const from = nearestOn(river.middle, lattice.at(WEST_M - 80, 1_000)).index
  const to = nearestOn(river.middle, lattice.at(EAST_M + 90, 800)).index
  const start = Math.min(from, to)
  const bank = shifted(river.middle, (i) => -(river.widths[i]! / 2 + QUAY_M))
  return simplified(bank.slice(start, Math.max(from, to) + 1), 0.8)
}

/** Whether the town is built between two corners of the lattice: within its ragged edge, on its bank of the river. */
function builtUp(seed: number, lattice: TownLattice, quay: readonly Point[]): (a: Point, b: Point) => boolean {
  const ragged = valueNoise(seed + 301, 420)
  const centre = lattice.at(0, 0)
  const isIn = (p: Point) => {
    const [x, y] = [p[0] - centre[0], p[1] - centre[1]]
    const reach = 1 + 0.3 * ragged(...p)
    const across = Math.abs(x > 0 ? x / EAST_M : x / WEST_M)
    const south = y < 0 ? Math.abs(y / SOUTH_M) : 0
    return across ** 2.4 + south ** 2.4 < reach
  }
  // A stretch that crosses the quay is cut there later; one that lies beyond it is not built.
  const isOurs = (p: Point) => {
    const { index } = nearestOn(quay, p)
    const [a, b] = [quay[index]!, quay[index + 1]!]
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) <= 0
  }
  return (a, b) => isIn(between(a, b, 0.5)) && (isOurs(a) || isOurs(b)) && distance(a, b) > 1
}
