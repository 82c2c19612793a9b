import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { TEXT_FONT } from '../../layers/text.ts'
import type { BasemapPalette } from '../basemap-palette.ts'
import type { BasemapLayer } from '../drawing.ts'

/** What one layer of names says. */
export interface LabelClass {
  id: string
  source: string
  sourceLayer: string
  minzoom: number
  maxzoom?: number
  filter?: FilterSpecification
  name: ExpressionSpecification
  size: ExpressionSpecification | number
  colour: string
  /** Along the line instead of at a point. */
  isAlongLine?: boolean
  isHidden?: boolean
  sortKey?: ExpressionSpecification
  /** Free space asked for around a name, in pixels. */
  padding?: number
}

/** Names of the basemap: second ink, a halo as strong as needed, and no symbol. */
export function labelLayer(label: LabelClass, colours: BasemapPalette): BasemapLayer {
  const layout: SymbolLayerSpecification['layout'] = {
    visibility: label.isHidden ? 'none' : 'visible',
    'text-field': label.name,
    'text-font': TEXT_FONT,
    'text-size': label.size,
    'text-padding': label.padding ?? 4,
    'text-max-width': 7,
    ...(label.sortKey && { 'symbol-sort-key': label.sortKey }),
    ...(label.isAlongLine && {
      'symbol-placement': 'line',
      'symbol-spacing': 360,
      'text-max-angle': 30,
      'text-rotation-alignment': 'map',
    }),
  }
  return {
    slot: 'labels',
    layer: {
      id: `base-${label.id}`,
      type: 'symbol',
      source: label.source,
      'source-layer': label.sourceLayer,
      minzoom: label.minzoom,
      ...(label.maxzoom !== undefined && { maxzoom: label.maxzoom }),
      ...(label.filter && { filter: label.filter }),
      layout,
      paint: {
        'text-color': label.colour,
        'text-halo-color': colours.halo,
        'text-halo-width': 1.2,
        'text-halo-blur': 0.4,
      },
    },
  }
}
