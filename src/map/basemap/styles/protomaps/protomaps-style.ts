import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import { basemapPalette } from '../../basemap-palette.ts'
import type { BasemapLayer, BasemapLook } from '../../drawing.ts'
import { buildingLayers } from '../buildings.ts'
import { byZoom } from '../by-zoom.ts'
import { roadLayers } from '../roads.ts'
import { protomapsGround } from './ground.ts'
import { protomapsLabels } from './labels.ts'

/** The layers of the Protomaps basemap schema (version 4) that are drawn; points of interest are not: the map has its own places. */
export const PROTOMAPS_SOURCE_LAYERS = [
  'earth',
  'landcover',
  'landuse',
  'water',
  'roads',
  'buildings',
  'boundaries',
  'places',
] as const

const isBridge: ExpressionSpecification = ['to-boolean', ['get', 'is_bridge']]
const kindIs = (...kinds: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]]

/** An archive in the Protomaps schema, in the same quiet look as the demo's own. */
export function protomapsStyle(source: string, look: BasemapLook): BasemapLayer[] {
  const colours = basemapPalette(look.theme)
  const plain = { fill: colours.road, casing: colours.roadCasing }
  const roads = roadLayers(
    source,
    'roads',
    [
      {
        id: 'path',
        filter: kindIs('path'),
        minzoom: 14,
        casedFrom: 17,
        widths: [
          [14, 0.4],
          [18, 2.5],
        ],
        ...plain,
      },
      {
        id: 'minor-road',
        filter: kindIs('minor_road'),
        minzoom: 12,
        casedFrom: 14,
        widths: [
          [12, 0.5],
          [14, 1.6],
          [18, 12],
        ],
        ...plain,
      },
      {
        id: 'major-road',
        filter: kindIs('major_road'),
        minzoom: 7,
        casedFrom: 11,
        widths: [
          [7, 0.6],
          [12, 1.8],
          [14, 3.4],
          [18, 20],
        ],
        ...plain,
      },
      {
        id: 'highway',
        filter: kindIs('highway'),
        minzoom: 5,
        casedFrom: 9,
        widths: [
          [5, 0.6],
          [10, 1.8],
          [14, 5],
          [18, 28],
        ],
        fill: colours.highway,
        casing: colours.highwayCasing,
      },
    ],
    isBridge,
  )
  return [
    ...protomapsGround(source, colours),
    ...roads,
    {
      slot: 'lines',
      layer: {
        id: 'base-rail',
        type: 'line',
        source,
        'source-layer': 'roads',
        minzoom: 11,
        filter: kindIs('rail'),
        paint: {
          'line-color': colours.rail,
          'line-width': byZoom([
            [11, 0.6],
            [16, 1.6],
          ]),
          'line-dasharray': [6, 2],
        },
      },
    },
    ...buildingLayers(source, 'buildings', colours, ['coalesce', ['get', 'height'], 6]),
    {
      slot: 'lines',
      layer: {
        id: 'base-boundary',
        type: 'line',
        source,
        'source-layer': 'boundaries',
        // Disputed lines are for those to draw who may: a published map follows the official drawings.
        filter: ['all', ['!', ['to-boolean', ['get', 'disputed']]], kindIs('region', 'county')] as FilterSpecification,
        paint: { 'line-color': colours.boundary, 'line-opacity': 0.35, 'line-width': 0.8, 'line-dasharray': [4, 3] },
      },
    },
    ...protomapsLabels(source, colours, look),
  ]
}
