import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { imageName } from '../images.ts'
import { PALETTES } from '../palette.ts'
import { DIMMED, nameIn } from './expressions.ts'
import type { MapLook } from './look.ts'
import { TEXT_FONT } from './text.ts'

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
  const quiet: ExpressionSpecification = look.hasChosenArea ? ['case', IS_CHOSEN, 1, DIMMED] : ['literal', 1]
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
      paint: {
        'fill-color': fill,
        // From street zoom on the colour of the whole area says little and drowns what stands on it.
        'fill-opacity': [
          'interpolate',
          ['linear'],
          ['zoom'],
          12,
          ['case', ['>=', CLASS, 0], ['*', quiet, 0.78], 0],
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
      paint: { 'fill-color': palette.paper, 'fill-opacity': 0.5, 'fill-antialias': false },
    },
    {
      id: 'area-line',
      type: 'line',
      source: 'areas',
      filter: ['>', ['get', 'depth'], 1],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink2,
        'line-opacity': ['case', IS_HOVERED, 0.9, 0.35],
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 13, 1, 17, 1.6],
      },
    },
    {
      id: 'area-root-line',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'depth'], 1],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink2,
        'line-opacity': 0.75,
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

/** Names of areas; the ones that are divided further fade out as one comes closer. */
export function areaLabelLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  return [
    {
      id: 'area-label',
      type: 'symbol',
      source: 'area-labels',
      filter: ['get', 'leaf'],
      layout: {
        'text-field': nameIn(look.locale),
        'text-font': TEXT_FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 12, 13, 16, 17],
        'text-max-width': 8,
        'text-padding': 2,
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
        'text-radial-offset': 0.6,
        'text-allow-overlap': true,
        'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'sizeM2'], 0]],
      },
      paint: {
        'text-color': palette.ink,
        'text-opacity': ['interpolate', ['linear'], ['zoom'], 16, 0.86, 18, 0.6],
        'text-halo-color': palette.surface,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'area-root-label',
      type: 'symbol',
      source: 'area-labels',
      maxzoom: 10,
      filter: ['==', ['get', 'depth'], 1],
      layout: {
        'text-field': nameIn(look.locale),
        'text-font': TEXT_FONT,
        'text-size': 16,
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.surface, 'text-halo-width': 1.6 },
    },
  ]
}
