import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { layerState } from '../../domain/layer-view.ts'
import { STATUS_GROUPS } from '../../domain/status-group.ts'
import { imageName, MARK_RADIUS } from '../images.ts'
import { PALETTES } from '../palette.ts'
import { countLabel, DIMMED, groupColour } from './expressions.ts'
import type { MapLook } from './look.ts'
import { isOverdueAt, overdueLayer } from './overdue-layer.ts'
import { TEXT_FONT } from './text.ts'

/** Where points come from: the tiles, the few that are newer than their tile, and the chosen one, above all others. */
const POINT_SOURCES = [
  { suffix: '', source: 'hotspots', layer: { 'source-layer': 'points' } },
  { suffix: '-fresh', source: 'fresh-hotspots', layer: {} },
  { suffix: '-chosen', source: 'chosen-hotspot', layer: {} },
] as const

/** The layers that can be asked which hotspots are drawn. */
export const POINT_LAYERS = ['point-ground', 'point-ground-fresh']
/** The rings around those of them that are overdue. */
export const OVERDUE_LAYERS = ['point-overdue', 'point-overdue-fresh', 'point-overdue-chosen']
export const CELL_LAYER = 'cells'

const SCALE: [number, number][] = [
  [8, 0.5],
  [12, 0.62],
  [15, 0.85],
  [18, 1.15],
]

const byZoom = (factor: number, add: number) =>
  [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...SCALE.flatMap(([zoom, scale]) => [zoom, scale * factor + add]),
  ] as unknown as ExpressionSpecification

const IS_GONE: ExpressionSpecification = ['boolean', ['feature-state', 'gone'], false]
const IS_CHOSEN: ExpressionSpecification = ['boolean', ['feature-state', 'chosen'], false]

/** The shape is drawn from the tile (layout cannot follow feature state); the colour follows at once. */
const MARK = ['match', ['get', 'group'], ...STATUS_GROUPS.flatMap((_, i) => [i, imageName.mark(i)]), imageName.mark(0)]

/** Open before done, overdue before these, urgent before all, so that what matters lies on top. */
function order(now: number): ExpressionSpecification {
  return ['-', ['+', ['case', ['get', 'urgent'], 20, 0], ['case', isOverdueAt(now), 10, 0]], ['get', 'group']]
}

/** Cells below, points above; each point is a disc of surface with its mark on it. */
export function hotspotLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  const { visible, opacity: shown } = layerState(look.layers, 'hotspots')
  const visibility = visible ? 'visible' : 'none'
  const loud: ExpressionSpecification = look.hasChosenHotspot
    ? ['case', IS_CHOSEN, 1, DIMMED * shown]
    : ['literal', shown]
  const cellOpacity = look.hasChosenHotspot ? DIMMED * shown : shown
  const onTop = order(look.now)
  const points = POINT_SOURCES.flatMap(({ suffix, source, layer }): LayerSpecification[] => {
    const opacity: ExpressionSpecification = suffix === '-chosen' ? ['literal', 1] : ['case', IS_GONE, 0, loud]
    const visibilityHere = suffix === '-chosen' ? 'visible' : visibility
    return [
      overdueLayer(
        { id: `point-overdue${suffix}`, source, ...layer },
        palette,
        look.now,
        byZoom(MARK_RADIUS * 1.2, 2.5),
        { visibility: visibilityHere, opacity },
      ),
      {
        id: `point-ground${suffix}`,
        type: 'circle',
        source,
        ...layer,
        layout: { visibility: visibilityHere, 'circle-sort-key': onTop },
        paint: {
          'circle-radius': byZoom(MARK_RADIUS, 1),
          'circle-color': palette.surface,
          'circle-opacity': opacity,
          'circle-stroke-width': ['case', ['get', 'urgent'], 1.5, 0.75],
          'circle-stroke-color': ['case', ['get', 'urgent'], palette.status.todo, palette.ink2],
          'circle-stroke-opacity': ['*', opacity, ['case', ['get', 'urgent'], 1, 0.4]],
        },
      },
      {
        id: `point-mark${suffix}`,
        type: 'symbol',
        source,
        ...layer,
        layout: {
          visibility: visibilityHere,
          'icon-image': MARK as unknown as ExpressionSpecification,
          'icon-size': byZoom(1, 0),
          'icon-allow-overlap': true,
          // In the way of names, which look for a free side.
          'icon-ignore-placement': false,
          'icon-padding': 2,
          'symbol-sort-key': onTop,
        },
        paint: { 'icon-color': groupColour(palette), 'icon-opacity': opacity },
      },
    ]
  })
  return [
    {
      id: CELL_LAYER,
      type: 'symbol',
      source: 'hotspots',
      'source-layer': 'cells',
      layout: {
        visibility,
        'icon-image': ['concat', imageName.discPrefix(look.theme), ['get', 'ring']],
        'icon-allow-overlap': true,
        // In the way of the names of places.
        'icon-ignore-placement': false,
        'symbol-sort-key': ['get', 'n'],
      },
      paint: { 'icon-opacity': cellOpacity },
    },
    ...points,
  ]
}

/**
 * The numbers of the cells, apart from their discs: placed before the names of villages, which look for a free side, and
 * never in the way of the disc beside them.
 */
export function cellCountLayers(look: MapLook): LayerSpecification[] {
  const { visible, opacity } = layerState(look.layers, 'hotspots')
  return [
    {
      id: 'cells-count',
      type: 'symbol',
      source: 'hotspots',
      'source-layer': 'cells',
      layout: {
        visibility: visible ? 'visible' : 'none',
        'text-field': countLabel(look.locale),
        'text-font': TEXT_FONT,
        'text-size': ['interpolate', ['linear'], ['get', 'n'], 1, 9, 400, 10, 5000, 12],
        'text-padding': 0,
        'text-max-width': 20,
        'symbol-sort-key': ['-', 0, ['get', 'n']],
      },
      paint: {
        'text-color': PALETTES[look.theme].ink,
        'text-opacity': look.hasChosenHotspot ? DIMMED * opacity : opacity,
      },
    },
  ]
}
