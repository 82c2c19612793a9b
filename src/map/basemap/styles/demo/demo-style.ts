import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import { basemapPalette } from '../../basemap-palette.ts'
import type { BasemapLayer, BasemapLook } from '../../drawing.ts'
import { buildingLayers } from '../buildings.ts'
import { roadLayers } from '../roads.ts'
import { demoGround } from './ground.ts'
import { demoLabels } from './labels.ts'

/** The layers of the demo's own archive, in the schema that supabase/demo/basemap writes. */
export const DEMO_SOURCE_LAYERS = [
  'earth',
  'landuse',
  'relief',
  'contour',
  'water',
  'road',
  'building',
  'veil',
  'boundary',
  'label',
] as const

const isBridge: ExpressionSpecification = ['==', ['coalesce', ['get', 'bridge'], 0], 1]
const classIs = (name: string): FilterSpecification => ['==', ['get', 'class'], name]

/** The demo township, light for desks and dark for the wall: land, water, roads by class, buildings, names. */
export function demoStyle(source: string, look: BasemapLook): BasemapLayer[] {
  const colours = basemapPalette(look.theme)
  const plain = { fill: colours.road, casing: colours.roadCasing }
  const roads = roadLayers(
    source,
    'road',
    [
      {
        id: 'lane',
        filter: classIs('lane'),
        minzoom: 13,
        casedFrom: 15,
        widths: [
          [13, 0.5],
          [15, 1.4],
          [18, 7],
        ],
        ...plain,
      },
      {
        id: 'street',
        filter: classIs('street'),
        minzoom: 12,
        casedFrom: 14,
        widths: [
          [12, 0.6],
          [14, 2],
          [18, 14],
        ],
        ...plain,
      },
      {
        id: 'county',
        filter: classIs('county'),
        minzoom: 9,
        casedFrom: 12,
        widths: [
          [9, 0.8],
          [12, 1.8],
          [14, 3.4],
          [18, 20],
        ],
        ...plain,
      },
      {
        id: 'highway',
        filter: classIs('highway'),
        minzoom: 6,
        casedFrom: 10,
        widths: [
          [6, 0.8],
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
    ...demoGround(source, colours),
    ...roads,
    ...buildingLayers(source, 'building', colours, ['coalesce', ['get', 'height'], 6]),
    {
      slot: 'lines',
      layer: {
        id: 'base-veil',
        type: 'fill',
        source,
        'source-layer': 'veil',
        // Many lie at the edge one upon another, and hide all of it there.
        paint: { 'fill-color': colours.beyond, 'fill-opacity': ['get', 'opacity'], 'fill-antialias': false },
      },
    },
    {
      slot: 'lines',
      layer: {
        id: 'base-boundary',
        type: 'line',
        source,
        'source-layer': 'boundary',
        // Where the product draws its areas it draws their outlines too.
        layout: { visibility: look.areaLabels ? 'visible' : 'none', 'line-join': 'round' },
        paint: {
          'line-color': colours.boundary,
          'line-opacity': 0.4,
          'line-width': ['match', ['get', 'level'], 'township', 1.4, 0.7],
          'line-dasharray': [3, 2],
        },
      },
    },
    ...demoLabels(source, colours, look),
  ]
}
