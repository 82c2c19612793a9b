import type { Building, Polygon, Position, Road, Town, TownArea, TownPlace } from '../../supabase/demo/town/town.ts'

/** Metres east and north of the town's south-western corner. */
const at = (x: number, y: number): Position => [
  Math.round((117.94 + x / 95_450) * 1e7) / 1e7,
  Math.round((30.97 + y / 110_870) * 1e7) / 1e7,
]
const ring = (...corners: [x: number, y: number][]): Polygon => [
  [...corners, corners[0] as [number, number]].map(([x, y]) => at(x, y)),
]
const box = (x: number, y: number, width: number, height: number): Polygon =>
  ring([x, y], [x + width, y], [x + width, y + height], [x, y + height])

/**
 * The smallest town that has one of everything, 4 × 3 km, drawn by hand:
 *
 *     ┌───────┬──────┬──────┐
 *     │  v01  │ v02  │ g02  │  c1 = g01 + g02
 *     │~~~~~~~│~~~≍~~├──────┤  a river with a bridge
 *     │ lanes │      │ g01  │
 *     └───────┴──────┴──────┘
 */
export const tinyTown: Town = {
  seed: 7,
  name: { zh: '小禾镇', en: 'Xiaohe Town' },
  areas: areas(),
  land: [{ kind: 'field', polygon: box(200, 2200, 400, 300) }],
  water: [{ kind: 'river', name: { zh: '禾溪', en: 'He Stream' }, polygon: box(0, 1600, 2800, 40) }],
  relief: [],
  contours: [],
  hills: [],
  roads: roads(),
  buildings: buildings(),
  places: places(),
  cables: [
    { roadId: 1, line: [at(3000, 700), at(3900, 700)], operatorKeys: ['telecom', 'cable_tv'], areaKey: 'c1-g01' },
    { roadId: 3, line: [at(300, 400), at(300, 1300)], operatorKeys: ['telecom', 'power'], areaKey: 'v01' },
    { roadId: 4, line: [at(2000, 700), at(2000, 1500)], operatorKeys: ['power'], areaKey: 'v02' },
  ],
}

function areas(): TownArea[] {
  const area = (
    key: string,
    parentKey: string | null,
    level: TownArea['level'],
    zh: string,
    boundary: Polygon,
    core: Position,
  ): TownArea => ({ key, parentKey, level, name: { zh, en: key }, boundary, core })
  const township = ring(
    [0, 0],
    [1500, 0],
    [2800, 0],
    [4000, 0],
    [4000, 1500],
    [4000, 3000],
    [2800, 3000],
    [1500, 3000],
    [0, 3000],
  )
  const v02 = ring([1500, 0], [2800, 0], [2800, 1500], [2800, 3000], [1500, 3000])
  const c1 = ring([2800, 0], [4000, 0], [4000, 1500], [4000, 3000], [2800, 3000], [2800, 1500])
  return [
    area('town', null, 'township', '小禾镇', township, at(2000, 1400)),
    area('v01', 'town', 'village', '柳湾村', box(0, 0, 1500, 3000), at(300, 800)),
    area('v02', 'town', 'village', '石桥村', v02, at(2000, 900)),
    area('c1', 'town', 'community', '东街社区', c1, at(3400, 800)),
    area('c1-g01', 'c1', 'grid', '东街第一网格', ring([2800, 0], [4000, 0], [4000, 1500], [2800, 1500]), at(3400, 700)),
    area(
      'c1-g02',
      'c1',
      'grid',
      '东街第二网格',
      ring([2800, 1500], [4000, 1500], [4000, 3000], [2800, 3000]),
      at(3400, 2200),
    ),
  ]
}

function roads(): Road[] {
  const road = (id: number, kind: Road['class'], zh: string | null, line: Position[], isBridge = false): Road => ({
    id,
    class: kind,
    name: zh ? { zh, en: zh } : null,
    line,
    isBridge,
  })
  return [
    road(0, 'county', '禾柳路', [at(300, 700), at(2000, 700), at(3000, 700)]),
    road(1, 'street', '人民路', [at(3000, 700), at(3900, 700)]),
    road(2, 'street', '建设路', [at(3000, 700), at(3000, 2500)]),
    road(3, 'lane', null, [at(300, 400), at(300, 1300)]),
    road(4, 'lane', null, [at(2000, 700), at(2000, 1500)]),
    road(5, 'lane', null, [at(2000, 1500), at(2000, 1700)], true),
    road(6, 'lane', '柳巷', [at(2000, 1700), at(2000, 2600)]),
  ]
}

function buildings(): Building[] {
  return Array.from({ length: 60 }, (_, i): Building => {
    const [x, y] = [(i % 6) * 25, Math.floor(i / 6) * 25]
    if (i < 25) return { polygon: box(340 + x, 420 + y, 12, 9), heightM: 6, kind: 'house', areaKey: 'v01' }
    if (i < 45) return { polygon: box(2040 + x, 400 + y, 12, 9), heightM: 6, kind: 'house', areaKey: 'v02' }
    return { polygon: box(3300 + x * 2, 500 + y, 34, 12), heightM: 18, kind: 'estate', areaKey: 'c1-g01' }
  })
}

function places(): TownPlace[] {
  const place = (
    key: string,
    kind: TownPlace['kind'],
    zh: string,
    x: number,
    y: number,
    areaKey: string,
  ): TownPlace => ({
    key,
    kind,
    name: { zh, en: key },
    position: at(x, y),
    areaKey,
  })
  return [
    place('gov', 'government', '小禾镇人民政府', 3500, 800, 'c1'),
    place('seat-v01', 'village_seat', '柳湾村村民委员会', 260, 720, 'v01'),
    place('seat-v02', 'village_seat', '石桥村村民委员会', 2060, 820, 'v02'),
    place('seat-c1', 'village_seat', '东街社区居民委员会', 3400, 760, 'c1'),
    place('market-1', 'market', '东街农贸市场', 3200, 640, 'c1'),
    place('school-1', 'school', '小禾小学', 3050, 1200, 'c1'),
    place('stop-1', 'bus_stop', '石桥站', 2010, 712, 'v02'),
    place('stop-2', 'bus_stop', '人民路站', 3600, 712, 'c1'),
    place('park-1', 'park', '河滨公园', 1000, 1720, 'v01'),
    place('waste-1', 'waste_station', '小禾垃圾中转站', 2500, 300, 'v02'),
  ]
}
