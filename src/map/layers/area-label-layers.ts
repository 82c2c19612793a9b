import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { PALETTES } from '../palette.ts'
import { nameIn } from './expressions.ts'
import { layerOpacity, shownFilter } from './layer-expressions.ts'
import type { MapLook } from './look.ts'
import { TEXT_FONT } from './text.ts'

/** From this zoom on a name steps back behind the hotspots: one is in its village, and looks at what is wrong there. */
const NEAR = 15.5

/** The layers that can be asked which names of areas are drawn. */
export const AREA_LABEL_LAYERS = ['area-label', 'area-label-near']

const LARGE_FIRST: ExpressionSpecification = ['-', 0, ['coalesce', ['get', 'sizeM2'], 0]]
const isLevel = (...levels: string[]): FilterSpecification => ['in', ['get', 'level'], ['literal', levels]]
const isRoot: FilterSpecification = ['==', ['get', 'depth'], 1]

interface Naming {
  id: string
  minzoom?: number
  maxzoom?: number
  filter: FilterSpecification
  size: number | ExpressionSpecification
  opacity?: number | ExpressionSpecification
  halo?: number
  layout?: SymbolLayerSpecification['layout']
}

function nameLayer(
  look: MapLook,
  { id, filter, size, opacity = 1, halo = 1.6, layout, ...zooms }: Naming,
): LayerSpecification {
  const palette = PALETTES[look.theme]
  return {
    id,
    type: 'symbol',
    source: 'area-labels',
    ...zooms,
    filter: shownFilter(look.layers, 'area', filter),
    layout: {
      'text-field': nameIn(look.locale),
      'text-font': TEXT_FONT,
      'text-size': size,
      'text-max-width': 8,
      'text-padding': 2,
      'symbol-sort-key': LARGE_FIRST,
      ...layout,
    },
    paint: {
      'text-color': palette.ink,
      'text-opacity': ['*', opacity, layerOpacity(look.layers, 'area')] as unknown as ExpressionSpecification,
      'text-halo-color': palette.surface,
      'text-halo-width': halo,
    },
  }
}

/** Names that lie above the hotspots and are placed before everything else: villages from afar, what is above them. */
export function areaLabelLayers(look: MapLook): LayerSpecification[] {
  return [
    nameLayer(look, {
      id: 'area-label',
      maxzoom: NEAR,
      filter: isLevel('village', 'community'),
      size: ['interpolate', ['linear'], ['zoom'], 9, 10, 12, 12.5, 15, 15],
      halo: 1.8,
      layout: {
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.3,
        // From where a village is a village on, none goes without its name: it looks for a free side first.
        'text-allow-overlap': ['step', ['zoom'], false, 11.2, true],
      },
    }),
    nameLayer(look, {
      id: 'area-township-label',
      maxzoom: 11.5,
      filter: ['all', isLevel('township'), ['>', ['get', 'depth'], 1]] as FilterSpecification,
      size: 14,
    }),
    nameLayer(look, { id: 'area-root-label', maxzoom: 10, filter: isRoot, size: 16 }),
  ]
}

/** Names that lie below the hotspots and keep out of their way: of the village that one stands in, and of grids. */
export function nearAreaLabelLayers(look: MapLook): LayerSpecification[] {
  return [
    nameLayer(look, {
      id: 'area-label-grid',
      minzoom: 14,
      filter: isLevel('grid'),
      size: ['interpolate', ['linear'], ['zoom'], 14, 10.5, 17, 13],
      opacity: 0.8,
      halo: 1.2,
    }),
    nameLayer(look, {
      id: 'area-label-near',
      minzoom: NEAR,
      filter: isLevel('village', 'community'),
      size: ['interpolate', ['linear'], ['zoom'], 15, 15, 17, 18],
      opacity: 0.75,
      layout: {
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
        'text-radial-offset': 1,
      },
    }),
  ]
}
