import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { MARK_RADIUS } from '../images.ts'
import { PALETTES } from '../palette.ts'
import type { MapLook } from './look.ts'

const radius = (add: number) =>
  [
    'interpolate',
    ['linear'],
    ['zoom'],
    8,
    MARK_RADIUS * 0.5 + add,
    15,
    MARK_RADIUS * 0.85 + add,
    18,
    MARK_RADIUS * 1.15 + add,
  ] as unknown as ExpressionSpecification

/** The one clear outline around the chosen hotspot, and the spot where a new one is being reported. */
export function chosenHotspotLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  return [
    {
      id: 'chosen-hotspot-casing',
      type: 'circle',
      source: 'chosen-hotspot',
      paint: {
        'circle-radius': radius(6),
        'circle-opacity': 0,
        'circle-stroke-color': palette.surface,
        'circle-stroke-width': 5,
      },
    },
    {
      id: 'chosen-hotspot',
      type: 'circle',
      source: 'chosen-hotspot',
      paint: {
        'circle-radius': radius(6),
        'circle-opacity': 0,
        'circle-stroke-color': palette.ink,
        'circle-stroke-width': 2.5,
      },
    },
  ]
}

/** What is asked about besides hotspots: a ring around a place, a pin at a bare position. */
export function markLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  const isPlace: ExpressionSpecification = ['==', ['get', 'kind'], 'place']
  return [
    {
      id: 'mark-casing',
      type: 'circle',
      source: 'mark',
      paint: {
        'circle-radius': ['case', isPlace, 17, 10],
        'circle-color': palette.ink,
        'circle-opacity': ['case', isPlace, 0, 0.12],
        'circle-stroke-color': palette.surface,
        'circle-stroke-width': 5,
        'circle-stroke-opacity': 0.9,
      },
    },
    {
      id: 'mark',
      type: 'circle',
      source: 'mark',
      paint: {
        'circle-radius': ['case', isPlace, 17, 10],
        'circle-opacity': 0,
        'circle-stroke-color': palette.ink,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'mark-dot',
      type: 'circle',
      source: 'mark',
      filter: ['!', isPlace],
      paint: { 'circle-radius': 3, 'circle-color': palette.ink },
    },
  ]
}
