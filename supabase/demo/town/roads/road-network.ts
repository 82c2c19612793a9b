import type { AreasPlan } from '../borders/areas-plan.ts'
import { villageCore } from '../borders/village-core.ts'
import { direction, type Point, pointKey } from '../plane/point.ts'

import { isInside } from '../plane/ring.ts'
import { SegmentIndex } from '../plane/segment-index.ts'
import type { Terrain } from '../terrain/terrain.ts'
import type { WaterMap } from '../water/water-body.ts'
import type { Watercourse } from '../water/watercourses.ts'
import { bridged, type BridgedRoad } from './bridged.ts'
import { connected } from './connected.ts'
import { mainRoads } from './main-roads.ts'
import { noded } from './noded.ts'
import type { RoadDraft } from './road-draft.ts'
import { RouteField } from './route-field.ts'
import type { TownLattice } from './town-lattice.ts'
import { townStreets } from './town-streets.ts'
import { hamletPlaces, type Settlement, villageLanes } from './village-lanes.ts'
import { type Hearth, villageRoads } from './village-roads.ts'

/** All roads, cut at junctions and banks, and the places where people live along them. */
export interface RoadNetwork {
  readonly roads: readonly BridgedRoad[]
  readonly settlements: readonly Settlement[]
  /** The middle of each village, in the order of the plan. */
  readonly cores: readonly Point[]
}

const STUB_M = 26
const HAMLETS_APART_M = 430

/** Builds the roads from the large to the small; each looks for those that are there before it. */
export function roadNetwork(
  seed: number,
  plan: AreasPlan,
  lattice: TownLattice,
  terrain: Terrain,
  water: WaterMap,
  river: Watercourse,
): RoadNetwork {
  const field = new RouteField(seed, terrain, water)
  const drafts: RoadDraft[] = [...mainRoads(lattice, field), ...townStreets(seed, lattice, river, water)]
  for (const { line } of drafts) field.mark(line)
  const index = new SegmentIndex<RoadDraft>(150)
  for (const draft of drafts) index.addLine(draft.line, draft)

  const hearths: Hearth[] = []
  for (const [i, ring] of plan.villages.entries()) {
    const areaKey = villageKey(i)
    hearths.push({
      areaKey,
      at: villageCore(
        seed,
        areaKey,
        ring,
        terrain,
        water,
        hearths.map(({ at }) => at),
      ),
    })
  }
  const ways = villageRoads(hearths, neighboursOf(plan, hearths), field, index)
  drafts.push(...ways)

  const settlements: Settlement[] = []
  const settle = (
    areaKey: string,
    at: Point,
    kind: Settlement['kind'],
    ring: readonly Point[],
    heading: Point | null,
  ) => {
    const { settlement, lanes } = villageLanes(seed, { areaKey, ring }, at, kind, heading, terrain, water, index)
    settlements.push(settlement)
    for (const lane of lanes) {
      drafts.push(lane)
      index.addLine(lane.line, lane)
    }
  }
  for (const [i, { areaKey, at }] of hearths.entries()) settle(areaKey, at, 'village', plan.villages[i]!, null)
  for (const { areaKey } of hearths)
    for (const way of ways.filter(({ nameKey }) => nameKey === `road/${areaKey}`)) {
      const taken = settlements.map(({ at }) => at)
      for (const at of hamletPlaces(seed, areaKey, way.line, terrain, water, taken, HAMLETS_APART_M)) {
        const home = plan.villages.findIndex((ring) => isInside(ring, at))
        if (home < 0) continue
        const near = index.nearest(at, 80)
        settle(
          villageKey(home),
          at,
          'hamlet',
          plan.villages[home]!,
          near ? direction(near.segment.a, near.segment.b) : null,
        )
      }
    }
  const roads = bridged(connected(noded(drafts), STUB_M), water)
  return { roads, settlements, cores: hearths.map(({ at }) => at) }
}

/** `v01` … of a village by its place in the plan. */
export const villageKey = (i: number): string => `v${String(i + 1).padStart(2, '0')}`

/** Villages with a common border, those with the longest first. */
function neighboursOf(plan: AreasPlan, hearths: readonly Hearth[]): [Hearth, Hearth][] {
  const corners = plan.villages.map((ring) => new Set(ring.map(pointKey)))
  const pairs: { readonly pair: [Hearth, Hearth]; readonly common: number }[] = []
  for (let i = 0; i < corners.length; i++)
    for (let j = i + 1; j < corners.length; j++) {
      const common = [...corners[i]!].filter((key) => corners[j]!.has(key)).length
      if (common > 2) pairs.push({ pair: [hearths[i]!, hearths[j]!], common })
    }
  return pairs.sort((a, b) => b.common - a.common).map(({ pair }) => pair)
}
