import { randomStream } from '../chance/random.ts'
import type { Point } from '../plane/point.ts'
import type { TownLattice } from '../roads/town-lattice.ts'
import type { Name } from '../town.ts'
import type { PlaceWish } from './special-buildings.ts'

/** A village or community as a place for places. */
export interface Home {
  readonly key: string
  readonly level: 'village' | 'community'
  readonly name: Name
  /** The name without 村 or 社区. */
  readonly word: Name
  readonly core: Point
}

const two = (i: number) => String(i).padStart(2, '0')

/** All that has a building of its own: government, committees, markets, schools, clinics, parks, waste stations. */
export function placeWishes(seed: number, homes: readonly Home[], lattice: TownLattice): PlaceWish[] {
  const random = randomStream(seed, 'place-wishes')
  const villages = homes.filter(({ level }) => level === 'village')
  const far = random.shuffled(villages)
  const home = (key: string) => homes.find((candidate) => candidate.key === key)!
  const inTown = (key: string, acrossM: number, upM: number) => ({ areaKey: key, near: lattice.at(acrossM, upM) })
  const inVillage = ({ key, core }: Home) => ({ areaKey: key, near: core })
  const wishes: PlaceWish[] = [
    {
      key: 'government',
      kind: 'government',
      name: { zh: '禾溪镇人民政府', en: 'Hexi Town Government' },
      design: 'office',
      ...inTown('c2', 180, 40),
    },
    {
      key: 'service',
      kind: 'service_station',
      name: { zh: '禾溪镇便民服务中心', en: 'Hexi Town Service Centre' },
      design: 'committee',
      ...inTown('c2', 300, 20),
    },
    {
      key: 'school-01',
      kind: 'school',
      name: { zh: '禾溪中学', en: 'Hexi Middle School' },
      design: 'school',
      ...inTown('c4', 560, -420),
    },
    {
      key: 'school-02',
      kind: 'school',
      name: { zh: '禾溪中心小学', en: 'Hexi Central Primary School' },
      design: 'school',
      ...inTown('c1', -420, 260),
    },
    {
      key: 'school-03',
      kind: 'school',
      name: { zh: '禾溪第二小学', en: 'Hexi Second Primary School' },
      design: 'school',
      ...inTown('c3', -520, -380),
    },
    {
      key: 'school-04',
      kind: 'school',
      name: { zh: '禾溪中心幼儿园', en: 'Hexi Central Kindergarten' },
      design: 'village-school',
      ...inTown('c2', 520, 330),
    },
    {
      key: 'market-01',
      kind: 'market',
      name: { zh: '禾溪中心农贸市场', en: 'Hexi Central Market' },
      design: 'market',
      ...inTown('c1', -180, 120),
    },
    {
      key: 'market-02',
      kind: 'market',
      name: { zh: '城南农贸市场', en: 'South Town Market' },
      design: 'market',
      ...inTown('c4', 260, -460),
    },
    {
      key: 'market-03',
      kind: 'market',
      name: { zh: '城西农贸市场', en: 'West Town Market' },
      design: 'market',
      ...inTown('c3', -700, -60),
    },
    {
      key: 'clinic-01',
      kind: 'clinic',
      name: { zh: '禾溪镇中心卫生院', en: 'Hexi Town Hospital' },
      design: 'hospital',
      ...inTown('c3', -240, -260),
    },
    {
      key: 'park-01',
      kind: 'park',
      name: { zh: '禾溪公园', en: 'Hexi Park' },
      design: 'park',
      ...inTown('c2', 380, 520),
    },
    {
      key: 'park-02',
      kind: 'park',
      name: { zh: '滨河公园', en: 'Riverside Park' },
      design: 'park',
      ...inTown('c1', -520, 640),
    },
    {
      key: 'park-03',
      kind: 'park',
      name: { zh: '城南公园', en: 'South Town Park' },
      design: 'park',
      ...inTown('c4', 520, -720),
    },
    {
      key: 'waste-01',
      kind: 'waste_station',
      name: { zh: '城东垃圾中转站', en: 'East Town Transfer Station' },
      design: 'depot',
      ...inTown('c4', 900, -300),
    },
    {
      key: 'waste-02',
      kind: 'waste_station',
      name: { zh: '城西垃圾中转站', en: 'West Town Transfer Station' },
      design: 'depot',
      ...inTown('c3', -900, -420),
    },
  ]
  for (const { key, name, level, core } of homes)
    wishes.push({
      key: `seat-${key}`,
      kind: 'village_seat',
      name:
        level === 'village'
          ? { zh: `${name.zh}村民委员会`, en: `${name.en} Committee` }
          : { zh: `${name.zh}居民委员会`, en: `${name.en} Committee` },
      areaKey: key,
      near: core,
      design: 'committee',
    })
  for (const [i, village] of far.slice(0, 10).entries())
    wishes.push({
      key: `school-${two(i + 5)}`,
      kind: 'school',
      name: { zh: `${village.word.zh}小学`, en: `${village.word.en} Primary School` },
      design: 'village-school',
      ...inVillage(village),
    })
  for (const [i, village] of far.slice(10, 13).entries())
    wishes.push({
      key: `market-${two(i + 4)}`,
      kind: 'market',
      name: { zh: `${village.word.zh}集贸市场`, en: `${village.word.en} Market` },
      design: 'small-market',
      ...inVillage(village),
    })
  for (const [i, village] of far.slice(8, 18).entries())
    wishes.push({
      key: `clinic-${two(i + 2)}`,
      kind: 'clinic',
      name: { zh: `${village.word.zh}卫生室`, en: `${village.word.en} Clinic` },
      design: 'clinic',
      ...inVillage(village),
    })
  for (const [i, village] of far.slice(16, 25).entries())
    wishes.push({
      key: `waste-${two(i + 3)}`,
      kind: 'waste_station',
      name: { zh: `${village.word.zh}垃圾收集站`, en: `${village.word.en} Waste Station` },
      design: 'depot',
      areaKey: village.key,
      near: [village.core[0] + 150, village.core[1] - 120],
    })
  for (const [i, village] of far.slice(24, 26).entries())
    wishes.push({
      key: `park-${two(i + 4)}`,
      kind: 'park',
      name: { zh: `${village.word.zh}文化广场`, en: `${village.word.en} Culture Square` },
      design: 'park',
      ...inVillage(village),
    })
  return wishes.filter(({ areaKey }) => home(areaKey))
}
