import type { PlaceKind } from '../../../../src/domain/place.ts'
import { hypot } from '../../town/plane/hypot.ts'
import type { Line, Position, Town } from '../../town/town.ts'
import { Chance, sumsOf } from '../chance.ts'
import { SITE_KINDS, type SiteKind } from '../topics/topic.ts'
import type { Ground } from './ground.ts'
import { alongLine, between, lengthOf, movedBy, partOfLine } from './metres.ts'
import type { Site, Spot, Stretch } from './site.ts'

/** The sites of a kind with the rising sums of their weights. */
export interface SitesOfKind {
  readonly sites: readonly Site[]
  readonly sums: Float64Array
}

const STRETCH_M = 150
const BANK_EVERY_M = 40
const ROAD_KINDS: Partial<Record<string, SiteKind>> = { street: 'street', lane: 'lane', county: 'county_road' }
const PLACE_KINDS: Partial<Record<PlaceKind, [SiteKind, radiusM: number]>> = {
  market: ['market', 34],
  school: ['school', 30],
  bus_stop: ['bus_stop', 7],
  park: ['park', 40],
  waste_station: ['waste_station', 16],
  village_seat: ['office', 18],
  government: ['office', 26],
  service_station: ['office', 18],
  clinic: ['office', 16],
}

/** Goes over the town once and notes where problems may be, by kind. A kind that the town has not is missing. */
export function survey(town: Town, ground: Ground): Map<SiteKind, SitesOfKind> {
  const found: Site[] = [
    ...roadStretches(town, ground),
    ...cableStretches(town, ground),
    ...placeSpots(town, ground),
    ...buildingSpots(town, ground),
    ...bankSpots(town, ground),
    ...fieldSpots(town, ground),
  ]
  // How untidy a village is follows from the seed: without it, roads alone would decide.
  const untidiness = ground.homes.map(({ key }) => new Chance(town.seed, 0, `untidy ${key}`).between(0.55, 1.6))
  const byKind = new Map<SiteKind, SitesOfKind>()
  for (const kind of SITE_KINDS) {
    const sites = found.filter((site) => site.kind === kind)
    if (sites.length === 0) continue
    byKind.set(kind, { sites, sums: sumsOf(sites.map(({ weight, home }) => weight * (untidiness[home] ?? 1))) })
  }
  return byKind
}

/** Bridges are left out: beside them is water. */
function roadStretches(town: Town, ground: Ground): Stretch[] {
  const lengthByName = new Map<string, number>()
  return town.roads.flatMap((road) => {
    const kind = ROAD_KINDS[road.class]
    if (!kind || road.isBridge) return []
    const name = road.name?.zh ?? null
    const startM = lengthByName.get(name ?? '') ?? 0
    if (name) lengthByName.set(name, startM + lengthOf(road.line))
    return stretches(road.line, ground).map((stretch) => ({
      ...stretch,
      kind,
      name,
      startM: startM + stretch.fromM,
      weight: stretch.lengthM,
      operatorKeys: [],
    }))
  })
}

/** Most cables hang in a mess where lanes are old. */
function cableStretches(town: Town, ground: Ground): Stretch[] {
  const roads = new Map(town.roads.map((road) => [road.id, road]))
  return town.cables.flatMap((cable) => {
    const road = roads.get(cable.roadId)
    return stretches(cable.line, ground).map((stretch) => ({
      ...stretch,
      kind: 'cable' as const,
      name: road?.name?.zh ?? null,
      startM: stretch.fromM,
      weight: stretch.lengthM * (road?.class === 'lane' ? 2.5 : 1),
      operatorKeys: cable.operatorKeys,
    }))
  })
}

/** Pieces of a line that lie in one village each, as far as their middles tell. */
function stretches(line: Line, ground: Ground) {
  const wholeM = lengthOf(line)
  const n = Math.max(1, Math.ceil(wholeM / STRETCH_M))
  return Array.from({ length: n }, (_, i) => {
    const fromM = (wholeM * i) / n
    const part = partOfLine(line, fromM, (wholeM * (i + 1)) / n)
    if (!part) return []
    const lengthM = lengthOf(part)
    const home = ground.homeAt(alongLine(part, lengthM / 2).position)
    return home < 0 ? [] : [{ line: part, lengthM, fromM, home }]
  }).flat()
}

function placeSpots(town: Town, ground: Ground): Spot[] {
  return town.places.flatMap((place) => {
    const [kind, radiusM] = PLACE_KINDS[place.kind] ?? []
    const home = ground.homeAt(place.position)
    if (!kind || !radiusM || home < 0) return []
    const weight = kind === 'market' ? 3 : 1
    return [{ kind, weight, home, position: place.position, radiusM, name: place.name.zh, placeKey: place.key }]
  })
}

function buildingSpots(town: Town, ground: Ground): Spot[] {
  const homeByKey = new Map(ground.homes.map(({ key }, i) => [key, i]))
  const parents = new Map(town.areas.map(({ key, parentKey }) => [key, parentKey]))
  return town.buildings.flatMap(({ polygon, kind, areaKey }) => {
    const site = kind === 'house' ? 'house' : kind === 'estate' || kind === 'block' ? 'estate' : null
    const home = homeByKey.get(areaKey) ?? homeByKey.get(parents.get(areaKey) ?? '')
    const ring = polygon[0] ?? []
    const corner = ring[0]
    if (!site || home === undefined || !corner) return []
    const middle = middleOf(ring)
    const radiusM = hypot(...between(middle, corner)) + 2
    return [{ kind: site, weight: 1, home, position: middle, radiusM, name: null, placeKey: null } satisfies Spot]
  })
}

/** Just off the water, on whichever side is land. */
function bankSpots(town: Town, ground: Ground): Spot[] {
  return town.water.flatMap(({ polygon, name, kind }) => {
    const ring = polygon[0] ?? []
    const lengthM = lengthOf(ring)
    const radiusM = 5
    return Array.from({ length: Math.floor(lengthM / BANK_EVERY_M) }, (_, i) => {
      const { position, east, north } = alongLine(ring, (i + 0.5) * BANK_EVERY_M)
      return [-7, 7].flatMap((side): Spot[] => {
        const beside = movedBy(position, -north * side, east * side)
        if (!ground.isDry(beside)) return []
        const weight = kind === 'river' || kind === 'lake' ? 2 : 1
        const called = name?.zh ?? null
        return [
          {
            kind: 'bank',
            weight,
            home: ground.homeAt(beside),
            position: beside,
            radiusM,
            name: called,
            placeKey: null,
          },
        ]
      })
    }).flat()
  })
}

/** At the edges of fields, where paths and ditches are. */
function fieldSpots(town: Town, ground: Ground): Spot[] {
  return town.land.flatMap(({ kind, polygon }) => {
    if (kind !== 'field' && kind !== 'paddy' && kind !== 'orchard') return []
    const ring = polygon[0] ?? []
    return ring
      .filter((_, i) => i % 5 === 0)
      .flatMap((position): Spot[] => {
        if (!ground.isDry(position)) return []
        const home = ground.homeAt(position)
        return [{ kind: 'field', weight: 1, home, position, radiusM: 9, name: null, placeKey: null }]
      })
  })
}

function middleOf(ring: readonly Position[]): Position {
  const corners = ring.slice(0, -1)
  const sum = corners.reduce<Position>(([x, y], [lng, lat]) => [x + lng, y + lat], [0, 0])
  return [sum[0] / corners.length, sum[1] / corners.length]
}

/** How much of what happens at sites of a kind happens in each village or community; adds up to 1. */
export function sharesByHome({ sites, sums }: SitesOfKind, homes: number): number[] {
  const shares = Array.from({ length: homes }, () => 0)
  const total = sums[sums.length - 1] ?? 1
  sites.forEach(({ home }, i) => {
    shares[home] = (shares[home] ?? 0) + ((sums[i] ?? 0) - (sums[i - 1] ?? 0)) / total
  })
  return shares
}
