import type { BasemapPalette } from '../../basemap-palette.ts'
import type { BasemapLayer } from '../../drawing.ts'
import { byValue, byZoom } from '../by-zoom.ts'

/** What lies on the ground of the demo township: land by its use, the breath of the relief, water. */
export function demoGround(source: string, colours: BasemapPalette): BasemapLayer[] {
  const ground = (layer: BasemapLayer['layer']): BasemapLayer => ({ slot: 'ground', layer })
  // Above the fills of areas: a township is known by its river.
  const water = (layer: BasemapLayer['layer']): BasemapLayer => ({ slot: 'lines', layer })
  const { wood, orchard, field, paddy, park, village, town, square, earth } = colours
  return [
    ground({
      id: 'base-earth',
      type: 'fill',
      source,
      'source-layer': 'earth',
      paint: { 'fill-color': earth, 'fill-antialias': false },
    }),
    ground({
      id: 'base-landuse',
      type: 'fill',
      source,
      'source-layer': 'landuse',
      paint: {
        'fill-color': byValue(
          'kind',
          { wood, orchard, field, paddy, park, village, town, square, yard: village },
          earth,
        ),
        'fill-antialias': false,
      },
    }),
    ground({
      id: 'base-relief',
      type: 'fill',
      source,
      'source-layer': 'relief',
      filter: ['>', ['get', 'band'], 0],
      paint: {
        'fill-color': colours.relief,
        'fill-opacity': byZoom([
          [10, 0.03],
          [16, 0.015],
        ]),
        'fill-antialias': false,
      },
    }),
    ground({
      id: 'base-contour',
      type: 'line',
      source,
      'source-layer': 'contour',
      minzoom: 12,
      paint: {
        'line-color': colours.contour,
        'line-width': ['case', ['==', ['%', ['get', 'ele'], 100], 0], 0.9, 0.5],
        'line-opacity': byZoom([
          [12, 0.35],
          [14, 0.8],
        ]),
      },
    }),
    water({
      id: 'base-water',
      type: 'fill',
      source,
      'source-layer': 'water',
      paint: { 'fill-color': colours.water },
    }),
    water({
      id: 'base-water-edge',
      type: 'line',
      source,
      'source-layer': 'water',
      minzoom: 12,
      paint: {
        'line-color': colours.waterEdge,
        'line-width': byZoom([
          [12, 0.3],
          [16, 0.9],
        ]),
      },
    }),
  ]
}
