import type { Map as MapLibreMap, MapGeoJSONFeature, PointLike } from 'maplibre-gl'
import type { HotspotState } from '../domain/status.ts'
import type { TileAddress } from '../geo/tile-address.ts'
import { CELL_LAYER, POINT_LAYERS } from './layers/hotspot-layers.ts'
import { PLACE_LAYERS } from './layers/place-layers.ts'

/** What lies under a pointer, the topmost kind first. */
export type Hit =
  | { kind: 'hotspot'; no: number; lng: number; lat: number; state: HotspotState }
  | { kind: 'cell'; address: TileAddress; count: number; about: boolean; lng: number; lat: number }
  | { kind: 'place'; id: number }
  | { kind: 'area'; id: number }
  | { kind: 'nothing' }

/** What was clicked and where on earth. */
export interface Click {
  hit: Hit
  at: { lng: number; lat: number }
}

/** A finger or a shaky hand may miss a mark by this many pixels. */
const REACH = 6

function positionOf(feature: MapGeoJSONFeature): [number, number] | null {
  if (feature.geometry.type !== 'Point') return null
  const [lng, lat] = feature.geometry.coordinates
  return lng === undefined || lat === undefined ? null : [lng, lat]
}

/** The nearest feature of some layers around a point of the screen. */
function nearest(map: MapLibreMap, x: number, y: number, layers: string[], reach: number): MapGeoJSONFeature | null {
  const box: [PointLike, PointLike] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ]
  let best: { feature: MapGeoJSONFeature; distance: number } | null = null
  for (const feature of map.queryRenderedFeatures(box, { layers })) {
    const position = positionOf(feature)
    if (!position || feature.state['gone']) continue
    const at = map.project(position)
    const distance = Math.hypot(at.x - x, at.y - y)
    if (!best || distance < best.distance) best = { feature, distance }
  }
  return best?.feature ?? null
}

/** Half the side of the icon of a place, in pixels. */
const ICON_REACH = 12

function isOnIcon(map: MapLibreMap, feature: MapGeoJSONFeature, x: number, y: number): boolean {
  const position = positionOf(feature)
  if (!position) return false
  const at = map.project(position)
  return Math.max(Math.abs(at.x - x), Math.abs(at.y - y)) <= ICON_REACH
}

/** Tells what a click or a hover at a point of the screen is about. */
export function hitAt(map: MapLibreMap, x: number, y: number): Hit {
  if (!map.getLayer(CELL_LAYER)) return { kind: 'nothing' }
  const point = nearest(map, x, y, POINT_LAYERS, REACH)
  const position = point && positionOf(point)
  if (point && position && typeof point.id === 'number') {
    const state: HotspotState = point.properties['state']
    return { kind: 'hotspot', no: point.id, lng: position[0], lat: position[1], state }
  }
  const cell = nearest(map, x, y, [CELL_LAYER], 0)
  const centre = cell && positionOf(cell)
  if (cell && centre) {
    const { z, column, row, n, about } = cell.properties
    return { kind: 'cell', address: { z, x: column, y: row }, count: n, about, lng: centre[0], lat: centre[1] }
  }
  // Their icons, not their names: a name may lie over something else.
  const place = nearest(map, x, y, PLACE_LAYERS, REACH)
  if (place && typeof place.id === 'number' && isOnIcon(map, place, x, y)) return { kind: 'place', id: place.id }
  const areas = map.queryRenderedFeatures([x, y], { layers: ['area-fill'] })
  const deepest = areas.reduce<MapGeoJSONFeature | null>(
    (best, each) => (best && best.properties['depth'] >= each.properties['depth'] ? best : each),
    null,
  )
  return typeof deepest?.id === 'number' ? { kind: 'area', id: deepest.id } : { kind: 'nothing' }
}

/** Listens to the pointer: `onClick` for what is clicked, `onRest` when the pointer rests on something else than before. */
export function watchPointer(
  map: MapLibreMap,
  { onClick, onRest }: { onClick(click: Click): void; onRest(hit: Hit): void },
): void {
  let resting: Hit = { kind: 'nothing' }
  const identity = (hit: Hit) => `${hit.kind}${'no' in hit ? hit.no : 'id' in hit ? hit.id : ''}`

  function rest(hit: Hit) {
    map.getCanvas().style.cursor = hit.kind === 'nothing' ? '' : 'pointer'
    const isOther = identity(hit) !== identity(resting)
    resting = hit
    if (isOther) onRest(hit)
  }

  map.on('click', ({ point, lngLat }) => {
    onClick({ hit: hitAt(map, point.x, point.y), at: { lng: lngLat.lng, lat: lngLat.lat } })
  })
  map.on('mousemove', ({ point }) => rest(hitAt(map, point.x, point.y)))
  map.on('mouseout', () => rest({ kind: 'nothing' }))
}
