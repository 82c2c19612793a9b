import { Map as MapLibreMap, ScaleControl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import { areaSources } from './area-ground.ts'
import { cameraForExtent } from './camera-for-extent.ts'
import { provideImages } from './images.ts'
import type { MapLook } from './layers/look.ts'
import { mapLayers } from './layers/map-layers.ts'
import { MAX_TILE_ZOOM } from './live/live-points.ts'
import { NOTHING } from './nothing.ts'
import type { TownMapOptions } from './town-map-types.ts'
import { useBundledWorker } from './worker-url.ts'

/**
 * A map for paper is small until everything on it has come: each tile that comes draws it anew, and at the size of a sheet one frame takes seconds
 * where the processor draws.
 */
const DRAFT_PIXEL_RATIO = 0.25
const MAX_ZOOM = 21

/** A flat, north-up MapLibre map with the sources and layers of the town, all still empty. */
export function createMapLibreMap(
  container: HTMLElement,
  { start, title, padding, pixelRatio }: TownMapOptions,
  look: MapLook,
  hotspotTiles: string,
): MapLibreMap {
  useBundledWorker()
  const box = { width: container.clientWidth, height: container.clientHeight }
  const { lng, lat, zoom } = Array.isArray(start) ? cameraForExtent(start, box, padding, MAX_ZOOM) : start
  const map = new MapLibreMap({
    container,
    center: { lng, lat },
    zoom,
    style: {
      version: 8,
      sources: {
        ...areaSources,
        places: { type: 'geojson', data: NOTHING },
        hotspots: { type: 'vector', tiles: [hotspotTiles], minzoom: 0, maxzoom: MAX_TILE_ZOOM },
        'fresh-hotspots': { type: 'geojson', data: NOTHING },
        'chosen-hotspot': { type: 'geojson', data: NOTHING },
        mark: { type: 'geojson', data: NOTHING },
        measured: { type: 'geojson', data: NOTHING },
        here: { type: 'geojson', data: NOTHING },
      },
      layers: mapLayers(look),
      // Low and even: buildings are felt, not seen.
      light: { anchor: 'viewport', intensity: 0.18 },
    },
    attributionControl: false,
    ...(pixelRatio !== undefined && { pixelRatio: DRAFT_PIXEL_RATIO }),
    // A wall of three screens and an A3 sheet at 300 dots per inch are wider than the 4096 that MapLibre allows by itself.
    maxCanvasSize: [8192, 8192],
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    maxZoom: MAX_ZOOM,
    // A symbol that fades in is a symbol that is not there yet: changes have to be seen at once.
    fadeDuration: 0,
    // Tiles that left the screen are kept by the provider, which knows what changed in them.
    maxTileCacheSize: 0,
    locale: { 'Map.Title': title },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 96, unit: 'metric' }), 'bottom-left')
  map.setPadding(padding)
  provideImages(map, pixelRatio ?? map.getPixelRatio())
  return map
}
