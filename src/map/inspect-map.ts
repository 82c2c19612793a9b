import type { Map as MapLibreMap } from 'maplibre-gl'
import { AREA_LABEL_LAYERS } from './layers/area-label-layers.ts'
import { CELL_LAYER, OVERDUE_LAYERS, POINT_LAYERS } from './layers/hotspot-layers.ts'
import { PLACE_LAYERS } from './layers/place-layers.ts'

/** What the map draws at this moment: read by browser tests, which cannot ask a canvas. */
export interface MapInspection {
  zoom: number
  /** Drawn single hotspots; `group` is the colour's status group, `shape` the mark's, x and y pixels of the map's box. */
  points: { no: number; group: number; shape: number; x: number; y: number }[]
  /** Numbers of those with the ring of what is overdue. */
  overdue: number[]
  /** Drawn cells with their counts. */
  cells: { n: number }[]
  /** Drawn discs of a replay with their numbers. */
  discs: { found: number; open: number }[]
  /** Names of areas that are drawn. */
  areas: string[]
  /** Source layers of a vector basemap of which something is drawn; ids of its sources that are pictures. */
  basemap: string[]
  /** Drawn places, x and y pixels of the map's box. */
  places: { id: number; kind: string; x: number; y: number }[]
}

/** Reads the frame that is on the screen; the cost grows with what is drawn, so it is nothing for every frame. */
export function inspectMap(map: MapLibreMap): MapInspection {
  if (!map.getLayer(CELL_LAYER))
    return { zoom: map.getZoom(), points: [], overdue: [], cells: [], discs: [], areas: [], places: [], basemap: [] }
  const points = new Map<number, MapInspection['points'][number]>()
  for (const { id, state, properties, geometry } of map.queryRenderedFeatures({ layers: POINT_LAYERS })) {
    if (typeof id !== 'number' || state['gone'] || geometry.type !== 'Point') continue
    const { x, y } = map.project([geometry.coordinates[0]!, geometry.coordinates[1]!])
    points.set(id, { no: id, group: state['group'] ?? properties['group'], shape: properties['group'], x, y })
  }
  const overdue = map
    .queryRenderedFeatures({ layers: OVERDUE_LAYERS })
    .flatMap(({ id, state, properties }) =>
      typeof id === 'number' && !state['gone'] && (state['group'] ?? properties['group']) <= 2 ? id : [],
    )
  const cells = map.queryRenderedFeatures({ layers: [CELL_LAYER] }).map(({ properties }) => ({ n: properties['n'] }))
  const areas = map.queryRenderedFeatures({ layers: AREA_LABEL_LAYERS }).map(({ properties }) => properties['name'])
  const places = new Map<number, MapInspection['places'][number]>()
  for (const { id, properties, geometry } of map.queryRenderedFeatures({ layers: PLACE_LAYERS })) {
    if (typeof id !== 'number' || geometry.type !== 'Point') continue
    const { x, y } = map.project([geometry.coordinates[0]!, geometry.coordinates[1]!])
    places.set(id, { id, kind: properties['kind'], x, y })
  }
  return {
    zoom: map.getZoom(),
    points: [...points.values()],
    overdue: [...new Set(overdue)],
    cells,
    discs: discsOf(map),
    areas,
    places: [...places.values()],
    basemap: basemapOf(map),
  }
}

function discsOf(map: MapLibreMap): MapInspection['discs'] {
  if (!map.getLayer('replay-found')) return []
  const discs = new Map<unknown, MapInspection['discs'][number]>()
  for (const { id, state } of map.queryRenderedFeatures({ layers: ['replay-found'] }))
    if (state['found'] > 0) discs.set(id, { found: state['found'], open: state['open'] })
  return [...discs.values()]
}

function basemapOf(map: MapLibreMap): string[] {
  const layers = map.getLayersOrder().filter((id) => id.startsWith('base-'))
  const pictures = layers.filter((id) => map.getLayer(id)?.type === 'raster')
  const vectors = layers.filter((id) => !pictures.includes(id))
  const features = vectors.length > 0 ? map.queryRenderedFeatures({ layers: vectors }) : []
  return [...new Set([...pictures, ...features.map(({ sourceLayer, source }) => sourceLayer ?? source)])]
}
