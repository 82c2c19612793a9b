import { Map as MapLibreMap, ScaleControl, type LayerSpecification } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { StatusGroup } from '../domain/status-group.ts'
import { fillSource } from './fill-source.ts'
import { NOTHING } from './nothing.ts'
import { PALETTES, type MapPalette, type MapTheme } from './palette.ts'
import { createWhenReady } from './when-ready.ts'
import { useBundledWorker } from './worker-url.ts'

/** A hotspot that is about to come in, as little of it as a dot needs. */
export interface PreviewPoint {
  readonly lng: number
  readonly lat: number
  readonly group: StatusGroup
}

/** A plain map of what an import would bring, over what is here already. */
export interface PreviewMap {
  /** Areas that are here, for orientation. */
  setKnown(areas: GeoJSON.FeatureCollection): void
  /** Boundaries of the file. */
  setBoundaries(areas: GeoJSON.FeatureCollection): void
  setPoints(points: readonly PreviewPoint[]): void
  show(extent: readonly [number, number, number, number]): void
  setTheme(theme: MapTheme): void
  destroy(): void
}

/** Builds the map in a container that has a size; `destroy` gives its WebGL context back. */
export function createPreviewMap(
  container: HTMLElement,
  options: { theme: MapTheme; title: string; onDefect: (error: unknown) => void },
): PreviewMap {
  useBundledWorker()
  const map = new MapLibreMap({
    container,
    style: {
      version: 8,
      sources: {
        known: { type: 'geojson', data: NOTHING },
        boundaries: { type: 'geojson', data: NOTHING },
        points: { type: 'geojson', data: NOTHING },
      },
      layers: layersOf(PALETTES[options.theme]),
    },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: { 'Map.Title': options.title },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 96, unit: 'metric' }), 'bottom-left')
  map.on('error', (event) => options.onDefect(event.error))
  const whenReady = createWhenReady(map)

  return {
    setKnown: (areas) => whenReady(() => fillSource(map, 'known', areas)),
    setBoundaries: (areas) => whenReady(() => fillSource(map, 'boundaries', areas)),
    setPoints: (points) => whenReady(() => fillSource(map, 'points', collectionOf(points))),
    show: ([west, south, east, north]) =>
      map.fitBounds([west, south, east, north], { padding: 24, maxZoom: 16, duration: 0 }),
    setTheme: (theme) =>
      whenReady(() => {
        for (const { id, paint = {} } of layersOf(PALETTES[theme]))
          for (const [property, value] of Object.entries(paint))
            map.setPaintProperty(id, property as Parameters<typeof map.setPaintProperty>[1], value as never)
      }),
    destroy: () => map.remove(),
  }
}

function collectionOf(points: readonly PreviewPoint[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map(({ lng, lat, group }) => ({
      type: 'Feature',
      properties: { group },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  }
}

function layersOf(palette: MapPalette): LayerSpecification[] {
  const groups = Object.entries(palette.status).flat()
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': palette.paper } },
    { id: 'known-fill', type: 'fill', source: 'known', paint: { 'fill-color': palette.surface } },
    {
      id: 'known-line',
      type: 'line',
      source: 'known',
      paint: { 'line-color': palette.ink2, 'line-opacity': 0.45, 'line-width': 0.8 },
    },
    {
      id: 'boundary-fill',
      type: 'fill',
      source: 'boundaries',
      paint: { 'fill-color': palette.jade, 'fill-opacity': 0.1 },
    },
    {
      id: 'boundary-line',
      type: 'line',
      source: 'boundaries',
      paint: { 'line-color': palette.jade, 'line-width': 1.2 },
    },
    {
      id: 'points',
      type: 'circle',
      source: 'points',
      paint: {
        'circle-color': ['match', ['get', 'group'], ...groups, palette.ink2] as unknown as string,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 1.8, 13, 4, 17, 6],
        'circle-opacity': 0.75,
        'circle-stroke-color': palette.surface,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 0, 13, 1],
      },
    },
  ]
}
