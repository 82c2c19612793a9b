import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { curvedThrough, nearestOn, simplified } from '../plane/polyline.ts'
import { easedWay } from './eased-way.ts'
import { latticeLine } from './lattice-line.ts'
import { longestNewStretch } from './longest-new-stretch.ts'
import type { RoadDraft } from './road-draft.ts'
import type { RouteField } from './route-field.ts'
import type { TownLattice } from './town-lattice.ts'

const HIGHWAY: readonly Point[] = [
  [-13_000, -1_250],
  [-9_700, -150],
  [-6_700, -250],
  [-5_000, -1_000],
  [-3_200, -1_620],
  [-900, -1_560],
  [1_300, -1_640],
  [3_800, -2_150],
  [6_800, -1_250],
  [9_900, 250],
  [13_000, 800],
]

/** How far the two main streets run from their crossing, in metres of the lattice: west, east, south, north. */
export const MAIN_STREETS = { westM: -1_000, eastM: 1_020, southM: -1_000, northM: 1_420 } as const

/** Where the county roads leave the country shown or meet the highway, each from an end of a main street. */
const COUNTY_ROADS: readonly {
  readonly key: string
  readonly from: 'west' | 'east' | 'south' | 'north'
  readonly to: Point
}[] = [
  { key: 'county-west', from: 'west', to: [-3_900, -1_390] },
  { key: 'county-north', from: 'north', to: [2_300, 9_500] },
  { key: 'county-north-west', from: 'north', to: [-6_600, 9_500] },
  { key: 'county-east', from: 'east', to: [13_000, 5_300] },
  { key: 'county-south', from: 'south', to: [1_500, -9_500] },
  { key: 'county-south-west', from: 'west', to: [-4_200, -9_500] },
]

/** The highway, the two main streets, and the county roads from the town to its neighbours. Marks them in the field. */
export function mainRoads(lattice: TownLattice, field: RouteField): RoadDraft[] {
  const { westM, eastM, southM, northM } = MAIN_STREETS
  const drafts: RoadDraft[] = [
    { class: 'highway', nameKey: 'highway', line: simplified(curvedThrough(HIGHWAY, 24), 0.8) },
    { class: 'county', nameKey: 'main-street', line: latticeLine(lattice, { upM: 0 }, westM, eastM) },
    { class: 'county', nameKey: 'cross-street', line: latticeLine(lattice, { acrossM: 0 }, southM, northM) },
  ]
  for (const { line } of drafts) field.mark(line)
  const gates = {
    west: lattice.at(westM, 0),
    east: lattice.at(eastM, 0),
    south: lattice.at(0, southM),
    north: lattice.at(0, northM),
  }
  for (const { key, from, to } of COUNTY_ROADS) {
    const way = field.way(gates[from], to, 0.8)
    if (!way) continue
    // What the roads that are there already serve is not built twice.
    const stretch = longestNewStretch(way, field)
    if (!stretch) continue
    const [first, last] = [stretch[0]!, stretch.at(-1)!]
    const end = field.isMarked(last) ? nearestOf(drafts, last, to) : to
    const line = easedWay([nearestOf(drafts, first, gates[from]), ...stretch.slice(1, -1), end], 55)
    drafts.push({ class: 'county', nameKey: key, line })
    field.mark(line)
  }
  return drafts
}

/** The place on those roads that is nearest, or another when that is nearer. */
function nearestOf(drafts: readonly RoadDraft[], p: Point, otherwise: Point): Point {
  let best = { at: otherwise, distanceM: hypot(p[0] - otherwise[0], p[1] - otherwise[1]) }
  for (const { line } of drafts) {
    const near = nearestOn(line, p)
    if (near.distanceM < best.distanceM) best = near
  }
  return best.at
}
