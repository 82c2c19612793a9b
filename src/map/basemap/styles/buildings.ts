import type { ExpressionSpecification } from 'maplibre-gl'
import type { BasemapPalette } from '../basemap-palette.ts'
import type { BasemapLayer } from '../drawing.ts'
import { byZoom } from './by-zoom.ts'

/** From here on buildings stand up. */
const RISE_ZOOM = 16

/** Buildings: faint shapes from afar, low blocks under one flat light when near. `height` in metres. */
export function buildingLayers(
  source: string,
  sourceLayer: string,
  colours: BasemapPalette,
  height: ExpressionSpecification,
): BasemapLayer[] {
  const place = { source, 'source-layer': sourceLayer }
  return [
    {
      slot: 'lines',
      layer: {
        id: 'base-building',
        type: 'fill',
        ...place,
        minzoom: 13,
        paint: {
          'fill-color': colours.building,
          'fill-outline-color': colours.buildingEdge,
          'fill-opacity': byZoom([
            [13, 0.2],
            [14.5, 0.6],
            [16, 1],
          ]),
        },
      },
    },
    {
      slot: 'lines',
      layer: {
        id: 'base-building-high',
        type: 'fill-extrusion',
        ...place,
        minzoom: RISE_ZOOM,
        paint: {
          'fill-extrusion-color': colours.buildingSide,
          'fill-extrusion-height': ['interpolate', ['linear'], ['zoom'], RISE_ZOOM, 0, RISE_ZOOM + 0.6, height],
          'fill-extrusion-opacity': 0.55,
          'fill-extrusion-vertical-gradient': true,
        },
      },
    },
  ]
}
