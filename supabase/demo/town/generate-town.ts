import { areasPlan } from './borders/areas-plan.ts'
import { Ground } from './buildings/ground.ts'
import { townBuildings } from './buildings/town-buildings.ts'
import { cableRuns } from './cables/cable-runs.ts'
import { townAreas, townHomes } from './borders/town-areas.ts'
import { landPatches } from './land/land-patches.ts'
import { contourLines, reliefBands } from './land/relief.ts'
import { hillTops } from './land/hills.ts'
import { roadName } from './names/road-name.ts'
import { WATER_NAMES } from './names/word-lists.ts'
import { toPosition } from './plane/frame.ts'
import { hypot } from './plane/hypot.ts'
import type { Point } from './plane/point.ts'
import { busStops } from './places/bus-stops.ts'
import { inspectionSites } from './places/inspection-sites.ts'
import { placeWishes } from './places/place-wishes.ts'
import { specialBuildings } from './places/special-buildings.ts'
import { roadNetwork } from './roads/road-network.ts'
import { townLattice } from './roads/town-lattice.ts'
import { terrainOf } from './terrain/terrain.ts'
import type { Town } from './town.ts'
import { lakeOutline } from './water/lake-outline.ts'
import { ponds } from './water/ponds.ts'
import { runningWater } from './water/running-water.ts'
import { type WaterBody, WaterMap } from './water/water-body.ts'
import { watercoursesOf } from './water/watercourses.ts'

/** How far down the southern stream the reservoir lies. */
const LAKE_AT = 0.5

/** The invented township of a seed (1 or more), complete; the same seed always gives the same town. */
export function generateTown(seed = 1): Town {
  const courses = watercoursesOf(seed)
  const [river] = courses
  const southern = courses.find(({ key }) => key === 'south')
  if (!river || !southern) throw new Error('The town has lost its waters.')
  const lake: WaterBody = {
    kind: 'lake',
    name: WATER_NAMES['lake'] ?? null,
    ring: lakeOutline(seed, southern, LAKE_AT),
  }
  const running = runningWater(courses, lake.ring)
  const terrain = terrainOf(seed, courses, lake.ring)
  const water = new WaterMap([...running, lake])

  const lattice = townLattice(seed)
  const plan = areasPlan(seed, terrain, river.middle, lattice)
  const network = roadNetwork(seed, plan, lattice, terrain, water, river)
  const homes = townHomes(seed, plan, network.cores, lattice)
  const inner = [...plan.villages, ...plan.communities.map(({ ring }) => ring)]
  const borders = [...inner, ...plan.communities.flatMap(({ grids }) => grids)]
  const still = ponds(
    seed,
    network.settlements.map(({ at }) => at),
    network.roads,
    borders,
    terrain,
    water,
  )

  const ground = new Ground(
    network.roads,
    water,
    homes.map(({ key }, i) => ({ key, ring: inner[i]! })),
    borders,
  )
  const special = specialBuildings(seed, placeWishes(seed, homes, lattice), network.roads, ground)
  const buildings = [...special.flatMap((built) => built.buildings), ...townBuildings(seed, network, lattice, ground)]
  const places = [
    ...special.map(({ place }) => place),
    ...inspectionSites(seed, homes, buildings, ground),
    ...busStops(homes, network.roads, ground),
  ]
  const villageNames = new Map(homes.map(({ key, word }) => [key, word]))
  return {
    seed,
    name: { zh: '禾溪镇', en: 'Hexi Town' },
    areas: townAreas(plan, homes),
    land: landPatches(seed, terrain, water, buildings, special),
    relief: reliefBands(terrain.elevation).map(({ band, rings }) => ({ band, polygon: rings.map(closed) })),
    contours: contourLines(terrain.elevation).map(({ elevationM, line }) => ({
      elevationM,
      line: line.map(toPosition),
    })),
    hills: hillTops(terrain.elevation, (p) => hypot(p[0], p[1]) < 8_500).map(({ name, at, elevationM }) => ({
      name,
      elevationM,
      position: toPosition(at),
    })),
    water: [...running, lake, ...still].map(({ kind, name, ring }) => ({ kind, name, polygon: [closed(ring)] })),
    roads: network.roads.map((road, id) => ({
      id,
      class: road.class,
      name: roadName(road.nameKey, villageNames),
      line: road.line.map(toPosition),
      isBridge: road.isBridge,
    })),
    buildings: buildings.map(({ ring, heightM, kind, areaKey }) => ({
      polygon: [closed(ring)],
      heightM,
      kind,
      areaKey,
    })),
    places: places.map(({ at, ...place }) => ({ ...place, position: toPosition(at) })),
    cables: cableRuns(seed, network.roads, ground).map((run) => ({ ...run, line: run.line.map(toPosition) })),
  }
}

const closed = (ring: readonly Point[]) => [...ring, ring[0]!].map(toPosition)
