import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { ringArea } from '../plane/ring.ts'
import { latticeLine } from '../roads/lattice-line.ts'
import type { TownLattice } from '../roads/town-lattice.ts'
import type { Terrain } from '../terrain/terrain.ts'
import { borderLines } from './border-lines.ts'
import { joinedRing } from './joined-ring.ts'
import { seatsOf } from './seats.ts'
import { splitRing } from './split-ring.ts'
import { voronoiEdges } from './voronoi-edges.ts'
import { withCorners } from './with-corners.ts'

/** The borders of everything, as open rings, counter-clockwise, that share their corners. */
export interface AreasPlan {
  readonly township: readonly Point[]
  readonly villages: readonly (readonly Point[])[]
  /** North-west, north-east, south-west, south-east. */
  readonly communities: readonly CommunityPlan[]
}

/** A community and the grids that it is cut into. */
export interface CommunityPlan {
  readonly ring: readonly Point[]
  readonly grids: readonly (readonly Point[])[]
}

const GRIDS = [6, 5, 4, 5] as const
const FAR_M = 4_000
const LEAST_SHARE = 0.3

/** The township and how it is divided: villages by neighbourhood, the town along its streets. */
export function areasPlan(seed: number, terrain: Terrain, river: readonly Point[], lattice: TownLattice): AreasPlan {
  const { points, townCount, villageCount } = seatsOf(seed, terrain)
  const ours = townCount + villageCount
  const group = (seat: number) => (seat < townCount ? 0 : seat < ours ? seat - townCount + 1 : -1)
  const diagram = voronoiEdges(points)
  const lines = borderLines(seed, points, diagram, river, ({ seats: [a, b] }) => group(a) !== group(b))
  const ringOf = (wanted: number) =>
    joinedRing(lines.filter(({ edge }) => edge.seats.some((seat) => group(seat) === wanted)))
  const township = joinedRing(lines.filter(({ edge }) => edge.seats.filter((seat) => group(seat) >= 0).length === 1))
  const cuts: Point[] = []
  const communities = communitiesOf(ringOf(0), lattice, cuts)
  const whole = (ring: readonly Point[]) => withCorners(ring, cuts)
  return {
    township: whole(township),
    villages: Array.from({ length: villageCount }, (_, i) => whole(ringOf(i + 1))),
    communities: communities.map(({ ring, grids }) => ({ ring: whole(ring), grids: grids.map(whole) })),
  }
}

function communitiesOf(town: readonly Point[], lattice: TownLattice, cuts: Point[]): CommunityPlan[] {
  const cut = (ring: readonly Point[], line: readonly Point[]) => {
    const split = splitRing(ring, line)
    if (!split) throw new Error('A main street does not divide the town in two.')
    cuts.push(...split.ends)
    return split.parts
  }
  const mainStreet = latticeLine(lattice, { upM: 0 }, -FAR_M, FAR_M)
  const crossStreet = latticeLine(lattice, { acrossM: 0 }, -FAR_M, FAR_M)
  const quarters = cut(town, mainStreet).flatMap((half) => cut(half, crossStreet))
  const order = (ring: readonly Point[]) => {
    const [x, y] = middleOf(ring)
    return (y > -90 ? 0 : 2) + (x > 40 ? 1 : 0)
  }
  return [...quarters]
    .sort((a, b) => order(a) - order(b))
    .map((ring, i) => ({ ring, grids: gridsOf(ring, GRIDS[i]!, lattice, cuts) }))
}

/** The largest piece is cut again and again, each time along the street that halves it best. */
function gridsOf(ring: readonly Point[], count: number, lattice: TownLattice, cuts: Point[]): Point[][] {
  const streets = [
    ...lattice.across.map((acrossM) => latticeLine(lattice, { acrossM }, -FAR_M, FAR_M)),
    ...lattice.up.map((upM) => latticeLine(lattice, { upM }, -FAR_M, FAR_M)),
  ]
  const pieces: Point[][] = [[...ring]]
  while (pieces.length < count) {
    pieces.sort((a, b) => ringArea(b) - ringArea(a))
    const largest = pieces.shift()!
    const size = ringArea(largest)
    const halves = streets
      .map((street) => splitRing(largest, street))
      .filter((split) => split !== null)
      .map((split) => ({ split, share: Math.min(...split.parts.map(ringArea)) / size }))
      .filter(({ share }) => share > LEAST_SHARE)
      .sort((a, b) => roundness(b.split.parts) - roundness(a.split.parts))
    const best = halves[0]
    if (!best) throw new Error('No street divides a community into grids.')
    cuts.push(...best.split.ends)
    pieces.push(...best.split.parts)
  }
  return pieces
}

/** The least area over squared girth among some rings: thin slivers have little. */
function roundness(rings: readonly (readonly Point[])[]): number {
  return Math.min(
    ...rings.map((ring) => {
      const girth = ring.reduce((sum, [x, y], i) => {
        const [nx, ny] = ring[(i + 1) % ring.length]!
        return sum + hypot(nx - x, ny - y)
      }, 0)
      return ringArea(ring) / (girth * girth)
    }),
  )
}

function middleOf(ring: readonly Point[]): Point {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
}
