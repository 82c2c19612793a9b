import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { imageName } from '../images.ts'
import { PALETTES } from '../palette.ts'
import { DIMMED } from './expressions.ts'
import { layerOpacity, shownFilter } from './layer-expressions.ts'
import type { MapLook } from './look.ts'

/** Feature state of an area: its class of progress, -1 for "no data", nothing when it takes no part. */
const CLASS: ExpressionSpecification = ['coalesce', ['feature-state', 'class'], -2]
const IS_CHOSEN: ExpressionSpecification = ['boolean', ['feature-state', 'chosen'], false]
const IS_HOVERED: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false]

/** The ground: outlines, progress as fills, hatches where there is no data. */
export function areaLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  const [first, ...rest] = palette.ramp
  const fill = [
    'match',
    CLASS,
    0,
    first,
    ...rest.flatMap((colour, index) => [index + 1, colour]),
    palette.surface,
  ] as unknown as ExpressionSpecification
  const shown = layerOpacity(look.layers, 'area')
  const quiet: ExpressionSpecification = look.hasChosenArea ? ['*', shown, ['case', IS_CHOSEN, 1, DIMMED]] : shown
  return [
    {
      id: 'area-ground',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'depth'], 1],
      paint: { 'fill-color': palette.surface, 'fill-antialias': false },
    },
    {
      id: 'area-fill',
      type: 'fill',
      source: 'areas',
      filter: shownFilter(look.layers, 'area'),
      paint: {
        'fill-color': fill,
        // From street zoom on the colour of the whole area says little and drowns what stands on it.
        'fill-opacity': [
          'interpolate',
          ['linear'],
          ['zoom'],
          12,
          ['case', ['>=', CLASS, 0], ['*', quiet, 0.7], 0],
          14.5,
          ['case', ['>=', CLASS, 0], ['*', quiet, 0.4], 0],
          16,
          ['case', ['>=', CLASS, 0], ['*', quiet, 0.18], 0],
        ],
        'fill-antialias': false,
      },
    },
    {
      id: 'area-hatch',
      type: 'fill',
      source: 'areas',
      filter: shownFilter(look.layers, 'area'),
      paint: {
        'fill-pattern': imageName.hatch(look.theme),
        'fill-opacity': ['case', ['==', CLASS, -1], quiet, 0],
      },
    },
    {
      // A basemap goes on beyond the township, more quietly.
      id: 'area-outside',
      type: 'fill',
      source: 'area-outside',
      paint: {
        'fill-color': palette.paper,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 10.5, 0.85, 12, 0.45],
        'fill-antialias': false,
      },
    },
    {
      id: 'area-line',
      type: 'line',
      source: 'areas',
      filter: shownFilter(look.layers, 'area', ['>', ['get', 'depth'], 1]),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink2,
        'line-opacity': ['*', shown, ['case', IS_HOVERED, 0.9, ['==', ['get', 'level'], 'grid'], 0.2, 0.35]],
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 13, 1, 17, 1.6],
      },
    },
    {
      id: 'area-root-line',
      type: 'line',
      source: 'areas',
      filter: shownFilter(look.layers, 'area', ['==', ['get', 'depth'], 1]),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink2,
        'line-opacity': ['*', shown, 0.75],
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.2, 14, 2.2],
      },
    },
  ]
}

/** The outline of the chosen area, above the fills and below the hotspots. */
export function chosenAreaLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 8, 2, 14, 3]
  return [
    {
      id: 'area-chosen-casing',
      type: 'line',
      source: 'areas',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.surface,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 4, 14, 6],
        'line-opacity': ['case', IS_CHOSEN, 0.9, 0],
      },
    },
    {
      id: 'area-chosen',
      type: 'line',
      source: 'areas',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.ink, 'line-width': width, 'line-opacity': ['case', IS_CHOSEN, 1, 0] },
    },
  ]
}
