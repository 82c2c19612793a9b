import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import type { BasemapPalette } from '../../basemap-palette.ts'
import type { BasemapLayer, BasemapLook } from '../../drawing.ts'
import { byZoom } from '../by-zoom.ts'
import { labelLayer } from '../labels.ts'

const kindIs = (...kinds: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]]

/** Names of the demo township, the last ones first in line: streets give way to hills and water, all of them to villages. */
export function demoLabels(
  source: string,
  colours: BasemapPalette,
  { locale, areaLabels }: BasemapLook,
): BasemapLayer[] {
  const name: ExpressionSpecification =
    locale === 'en' ? ['coalesce', ['get', 'name_en'], ['get', 'name']] : ['get', 'name']
  const rank: ExpressionSpecification = ['coalesce', ['get', 'rank'], 0]
  const street = (id: string, classes: string[], minzoom: number, size: number): BasemapLayer =>
    labelLayer(
      {
        id,
        source,
        sourceLayer: 'road',
        minzoom,
        filter: ['in', ['get', 'class'], ['literal', classes]],
        name,
        size: byZoom([
          [minzoom, size],
          [18, size + 2],
        ]),
        colour: colours.quietText,
        isAlongLine: true,
        padding: 8,
      },
      colours,
    )
  const places = (id: string, kinds: string[], minzoom: number, sizes: readonly [number, number][], more = {}) =>
    labelLayer(
      {
        id,
        source,
        sourceLayer: 'label',
        minzoom,
        filter: kindIs(...kinds),
        name,
        size: byZoom(sizes),
        colour: colours.text,
        sortKey: rank,
        ...more,
      },
      colours,
    )
  return [
    street('lane-name', ['lane'], 16, 10.5),
    street('street-name', ['street'], 14.5, 10.5),
    street('county-name', ['county'], 13, 10.5),
    street('highway-name', ['highway'], 12, 11),
    places(
      'road-shield',
      ['road-shield'],
      11.5,
      [
        [11, 10],
        [16, 11],
      ],
      { padding: 24 },
    ),
    places(
      'hill-name',
      ['hill'],
      12.5,
      [
        [12, 10.5],
        [16, 12.5],
      ],
      { colour: colours.quietText },
    ),
    places(
      'water-name',
      ['water'],
      11,
      [
        [11, 11],
        [16, 14],
      ],
      { colour: colours.waterText },
    ),
    places(
      'village-name',
      ['village', 'community'],
      11.5,
      [
        [11, 11],
        [16, 15],
      ],
      { isHidden: !areaLabels },
    ),
    places(
      'town-name',
      ['town'],
      8,
      [
        [8, 12],
        [14, 18],
      ],
      { isHidden: !areaLabels, maxzoom: 15 },
    ),
  ]
}
