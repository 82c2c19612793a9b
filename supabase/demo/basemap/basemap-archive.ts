import { FRAME, toPosition } from '../town/plane/frame.ts'
import type { Town } from '../town/town.ts'
import { basemapTiles, type Bounds, MAX_ZOOM } from './basemap-tiles.ts'
import { archiveBytes } from './pmtiles/archive-bytes.ts'

const FIELDS: Readonly<Record<string, Readonly<Record<string, 'String' | 'Number'>>>> = {
  earth: { kind: 'String' },
  landuse: { kind: 'String' },
  relief: { band: 'Number' },
  contour: { ele: 'Number' },
  water: { kind: 'String', name: 'String', name_en: 'String' },
  road: { class: 'String', name: 'String', name_en: 'String', bridge: 'Number' },
  building: { height: 'Number', kind: 'String' },
  veil: {},
  boundary: { level: 'String' },
  label: { kind: 'String', name: 'String', name_en: 'String', rank: 'Number' },
}

/** The basemap of a town as a PMTiles archive; the same town always gives the same bytes. */
export function basemapArchive(town: Town): Uint8Array {
  const [west, south] = toPosition([FRAME.west, FRAME.south])
  const [east, north] = toPosition([FRAME.east, FRAME.north])
  const bounds: Bounds = [west, south, east, north]
  const [lng, lat] = toPosition([0, 0])
  return archiveBytes(basemapTiles(town, bounds), {
    minZoom: 0,
    maxZoom: MAX_ZOOM,
    bounds,
    centre: [lng, lat, 12],
    metadata: {
      name: `${town.name.zh} ${town.name.en}`,
      description: '虚构的演示乡镇 · An invented township for demonstration',
      attribution: '虚构 · Invented',
      type: 'baselayer',
      vector_layers: Object.entries(FIELDS).map(([id, fields]) => ({ id, fields, minzoom: 0, maxzoom: MAX_ZOOM })),
    },
  })
}
