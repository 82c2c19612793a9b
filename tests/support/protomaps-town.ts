import { pmtilesArchive } from './pmtiles-archive.ts'

const BOUNDS = [117.86, 30.9, 118.02, 31.04] as const
const METRE_LNG = 1 / 95_450
const METRE_LAT = 1 / 110_870
const CENTRE = [117.94, 30.97] as const

type Point = readonly [eastM: number, northM: number]

const at = ([east, north]: Point): [number, number] => [CENTRE[0] + east * METRE_LNG, CENTRE[1] + north * METRE_LAT]

function surface(points: readonly Point[], properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature {
  const ring = [...points, points[0]!].map(at)
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
}

function line(points: readonly Point[], properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: points.map(at) } }
}

function point(position: Point, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: at(position) } }
}

const box = (east: number, north: number, width: number, height: number): Point[] => [
  [east, north],
  [east + width, north],
  [east + width, north + height],
  [east, north + height],
]

/** Where the river runs: its bank at a distance east of the centre. */
const bank = (east: number) => -700 + 260 * Math.sin(east / 1400)
const reaches = Array.from({ length: 61 }, (_, i) => -6000 + i * 200)

const blocks = Array.from({ length: 12 }, (_, i) => [(i % 4) * 220 - 440, Math.floor(i / 4) * 200] as const)

/** An invented place in the Protomaps schema (version 4) where the demo township lies: every layer that the map draws has something in it. */
export function protomapsTown(): Buffer {
  const road = (points: readonly Point[], kind: string, name: string | null, more = {}) =>
    line(points, { kind, ...(name && { name, 'name:zh-Hans': name, 'name:en': `${kind} in English` }), ...more })
  return pmtilesArchive(
    {
      earth: [surface(box(-7000, -7000, 14_000, 14_000), { kind: 'earth' })],
      landcover: [surface(box(-7000, 1500, 14_000, 5500), { kind: 'forest' })],
      landuse: [
        surface(box(-6000, 2400, 5200, 3000), { kind: 'forest' }),
        surface(box(-5200, -400, 3600, 1800), { kind: 'farmland' }),
        surface(box(1400, -300, 3200, 2000), { kind: 'farmland' }),
        surface(box(-560, -120, 1100, 900), { kind: 'residential' }),
        surface(box(560, 100, 320, 260), { kind: 'park' }),
        surface(box(-560, 800, 300, 220), { kind: 'school' }),
      ],
      water: [
        surface(
          [
            ...reaches.map((east) => [east, bank(east) + 60] as const),
            ...reaches.toReversed().map((east) => [east, bank(east) - 60] as const),
          ],
          { kind: 'river' },
        ),
        line(
          [
            [-1800, 3200],
            [-1500, 1400],
            [-1700, bank(-1700)],
          ],
          { kind: 'stream' },
        ),
        point([-2600, bank(-2600)], { kind: 'river', name: '样河', 'name:en': 'Sample River' }),
      ],
      roads: [
        road(
          [
            [-6500, 1900],
            [6500, 1300],
          ],
          'highway',
          '样州高速',
        ),
        road(
          [
            [-6000, -60],
            [6000, -60],
          ],
          'major_road',
          '人民路',
        ),
        road(
          [
            [0, 3000],
            [0, bank(0) + 90],
          ],
          'major_road',
          '中山路',
        ),
        road(
          [
            [0, bank(0) + 90],
            [0, bank(0) - 90],
          ],
          'major_road',
          '中山路',
          { is_bridge: true },
        ),
        road(
          [
            [0, bank(0) - 90],
            [0, -4000],
          ],
          'major_road',
          '中山路',
        ),
        ...[-440, -220, 220, 440].map((east) =>
          road(
            [
              [east, -60],
              [east, 760],
            ],
            'minor_road',
            null,
          ),
        ),
        ...[160, 360, 560, 760].map((north) =>
          road(
            [
              [-500, north],
              [500, north],
            ],
            'minor_road',
            `第${north / 20}街`,
          ),
        ),
        road(
          [
            [-500, 760],
            [-1600, 2600],
          ],
          'path',
          null,
        ),
        road(
          [
            [-6500, 1000],
            [6500, 700],
          ],
          'rail',
          null,
        ),
      ],
      buildings: blocks.flatMap(([east, north]) =>
        [0, 60, 120].map((shift) =>
          surface(box(east + 20 + shift, north - 20, 42, 60), { kind: 'building', height: 6 + shift / 6 }),
        ),
      ),
      boundaries: [
        line(
          [
            [-5000, -5000],
            [-5200, 1000],
            [-4400, 5000],
          ],
          { kind: 'county', kind_detail: 6 },
        ),
      ],
      places: [
        point([0, 300], {
          kind: 'locality',
          kind_detail: 'town',
          name: '样镇',
          'name:zh-Hans': '样镇',
          'name:en': 'Sample Town',
          population_rank: 5,
        }),
        point([-3400, 400], {
          kind: 'locality',
          kind_detail: 'village',
          name: '东村',
          'name:en': 'East Village',
          population_rank: 2,
        }),
      ],
    },
    { bounds: BOUNDS, minZoom: 0, maxZoom: 14 },
  )
}
