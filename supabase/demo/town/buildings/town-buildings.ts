import { type Random, randomStream } from '../chance/random.ts'
import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import type { RoadNetwork } from '../roads/road-network.ts'
import type { TownLattice } from '../roads/town-lattice.ts'
import type { BuildingDraft } from './building-draft.ts'
import type { Ground } from './ground.ts'
import { housesAlong, type RowStyle } from './houses-along.ts'
import { onPlot, takePlot } from './plot.ts'
import { fillBlock, townBlocks } from './town-blocks.ts'

/** Farmhouses of the south of Anhui: two or three storeys, narrow gaps, close to the lane. */
const FARMHOUSES: RowStyle = {
  kind: 'house',
  frontM: [9.5, 14],
  depthM: [8.5, 11.5],
  setbackM: [1.4, 4.5],
  gapM: [1.2, 7],
  heightM: [6, 9.5],
  empty: 0.28,
}
/** Houses with a shop below, at the roads into town. */
const ROADSIDE: RowStyle = {
  kind: 'house',
  frontM: [10, 13],
  depthM: [10.5, 13],
  setbackM: [3, 6],
  gapM: [0.9, 4],
  heightM: [8, 11.5],
  empty: 0.22,
}
const ROADSIDE_REACH_M = 1_500
const WORKS = 15
const LEAST_HOUSES = 62
const LATE_REACH_M = 800

/** Everything that is not a public building: works at the big roads, the town's blocks, the houses of the villages. */
export function townBuildings(
  seed: number,
  network: RoadNetwork,
  lattice: TownLattice,
  ground: Ground,
): BuildingDraft[] {
  const random = randomStream(seed, 'town-buildings')
  const built = works(seed, network, ground)
  for (const block of townBlocks(seed, lattice, ground)) built.push(...fillBlock(block, random, ground))
  for (const road of network.roads) {
    if (road.isBridge) continue
    const reach = network.settlements
    const isInVillage = (p: Point) =>
      reach.some(
        ({ at, radiusM }) => hypot(at[0] - p[0], at[1] - p[1]) < radiusM * (road.class === 'lane' ? 1.6 : 0.85),
      )
    if (road.class === 'lane') built.push(...housesAlong(road, FARMHOUSES, random, ground, () => true))
    else if (road.class !== 'highway') {
      const isNearTown = (p: Point) =>
        hypot(p[0], p[1]) < ROADSIDE_REACH_M && (ground.areaAt(p)?.startsWith('c') ?? false)
      built.push(
        ...housesAlong(
          road,
          road.class === 'county' ? ROADSIDE : FARMHOUSES,
          random,
          ground,
          (p) => isInVillage(p) || isNearTown(p),
        ),
      )
    }
  }
  return [...built, ...late(network, built, random, ground)]
}

/** Houses further out along the roads of villages that found little room at their lanes. */
function late(
  { roads, settlements }: RoadNetwork,
  built: readonly BuildingDraft[],
  random: Random,
  ground: Ground,
): BuildingDraft[] {
  const counts = new Map<string, number>()
  for (const { areaKey } of built) counts.set(areaKey, (counts.get(areaKey) ?? 0) + 1)
  return settlements
    .filter(({ kind, areaKey }) => kind === 'village' && (counts.get(areaKey) ?? 0) < LEAST_HOUSES)
    .flatMap(({ areaKey, at }) => {
      const isNear = (p: Point) => hypot(p[0] - at[0], p[1] - at[1]) < LATE_REACH_M && ground.areaAt(p) === areaKey
      return roads
        .filter(({ class: kind, isBridge, line }) => kind !== 'highway' && !isBridge && line.some(isNear))
        .flatMap((road) => housesAlong(road, FARMHOUSES, random, ground, isNear))
    })
}

/** Sheds on plots at the highway and the county roads near the town. */
function works(seed: number, { roads }: RoadNetwork, ground: Ground): BuildingDraft[] {
  const random = randomStream(seed, 'works')
  const large = roads.filter(({ class: kind }) => kind === 'highway' || kind === 'county')
  const built: BuildingDraft[] = []
  for (let i = 0; i < WORKS * 3 && built.length < WORKS * 3; i++) {
    const angle = random.between(0, 2 * Math.PI)
    const reachM = random.between(1_350, 3_600)
    const near: Point = [reachM * Math.cos(angle), -600 + reachM * Math.sin(angle) * 0.8]
    const areaKey = ground.areaAt(near)
    const plot = areaKey && takePlot(ground, large, near, areaKey, random.between(80, 130), random.between(62, 92), 320)
    if (!plot) continue
    const half = plot.frontM / 2
    const bodies = [
      onPlot(plot, -half * 0.42, plot.depthM * 0.12, plot.frontM * 0.48, plot.depthM * 0.52),
      onPlot(plot, half * 0.52, plot.depthM * 0.16, plot.frontM * 0.34, plot.depthM * 0.4),
      onPlot(plot, -half * 0.4, -plot.depthM * 0.34, plot.frontM * 0.36, 11),
    ]
    for (const ring of bodies)
      built.push({ ring, heightM: random.pick([8, 9, 10, 12]), kind: 'factory', areaKey: plot.areaKey })
  }
  return built
}
