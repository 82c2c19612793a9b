import type { LayerSpecification } from 'maplibre-gl'
import { PALETTES } from '../palette.ts'
import type { MapLook } from './look.ts'

/** What a person draws or is: the measured line or area with its corners, and one's own position with its uncertainty. */
export function drawnLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  return [
    {
      id: 'here-around',
      type: 'fill',
      source: 'here',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.status.review, 'fill-opacity': 0.14 },
    },
    {
      id: 'here',
      type: 'circle',
      source: 'here',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 7,
        'circle-color': palette.status.review,
        'circle-stroke-color': palette.surface,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'measured-area',
      type: 'fill',
      source: 'measured',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.jade, 'fill-opacity': 0.16 },
    },
    {
      id: 'measured-casing',
      type: 'line',
      source: 'measured',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.surface, 'line-width': 5 },
    },
    {
      id: 'measured-line',
      type: 'line',
      source: 'measured',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.jade, 'line-width': 2.5 },
    },
    {
      id: 'measured-corner',
      type: 'circle',
      source: 'measured',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4.5,
        'circle-color': palette.surface,
        'circle-stroke-color': palette.jade,
        'circle-stroke-width': 2.5,
      },
    },
  ]
}
