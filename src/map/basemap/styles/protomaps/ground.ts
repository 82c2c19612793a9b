import type { FilterSpecification } from 'maplibre-gl'
import type { BasemapPalette } from '../../basemap-palette.ts'
import type { BasemapLayer } from '../../drawing.ts'
import { byValue, byZoom } from '../by-zoom.ts'

/** Water that is drawn as a line; everything else in the layer is a surface. */
const IS_WATER_LINE: FilterSpecification = ['in', ['get', 'kind'], ['literal', ['river', 'stream', 'canal', 'ditch']]]

/** Earth, what grows and what is built on it, water. */
export function protomapsGround(source: string, colours: BasemapPalette): BasemapLayer[] {
  const ground = (layer: BasemapLayer['layer']): BasemapLayer => ({ slot: 'ground', layer })
  // Above the fills of areas: a township is known by its river.
  const water = (layer: BasemapLayer['layer']): BasemapLayer => ({ slot: 'lines', layer })
  const { wood, field, paddy, park, village, town, square, earth } = colours
  return [
    ground({
      id: 'base-earth',
      type: 'fill',
      source,
      'source-layer': 'earth',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': earth, 'fill-antialias': false },
    }),
    ground({
      id: 'base-landcover',
      type: 'fill',
      source,
      'source-layer': 'landcover',
      paint: {
        'fill-color': byValue(
          'kind',
          { forest: wood, farmland: field, grassland: park, scrub: park, urban_area: village },
          earth,
        ),
        'fill-opacity': byZoom([
          [5, 1],
          [8, 0.4],
        ]),
        'fill-antialias': false,
      },
    }),
    ground({
      id: 'base-landuse',
      type: 'fill',
      source,
      'source-layer': 'landuse',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: {
        'fill-color': [
          'match',
          ['get', 'kind'],
          ['forest', 'wood', 'nature_reserve', 'national_park', 'protected_area'],
          wood,
          [
            'park',
            'grass',
            'grassland',
            'meadow',
            'garden',
            'golf_course',
            'cemetery',
            'recreation_ground',
            'village_green',
            'scrub',
          ],
          park,
          ['farmland', 'orchard', 'vineyard', 'farmyard'],
          field,
          ['wetland'],
          paddy,
          ['residential'],
          village,
          ['commercial', 'retail', 'industrial', 'railway', 'aerodrome', 'military'],
          town,
          ['school', 'university', 'college', 'hospital', 'pedestrian', 'pitch', 'platform', 'parking'],
          square,
          earth,
        ],
        'fill-antialias': false,
      },
    }),
    water({
      id: 'base-water',
      type: 'fill',
      source,
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colours.water },
    }),
    water({
      id: 'base-water-line',
      type: 'line',
      source,
      'source-layer': 'water',
      minzoom: 9,
      filter: ['all', ['==', ['geometry-type'], 'LineString'], IS_WATER_LINE] as FilterSpecification,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': colours.water,
        'line-width': byZoom(
          [
            [9, 0.6],
            [14, 2],
            [18, 10],
          ],
          1.4,
        ),
      },
    }),
  ]
}
