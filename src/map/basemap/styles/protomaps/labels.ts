import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import type { BasemapPalette } from '../../basemap-palette.ts'
import type { BasemapLayer, BasemapLook } from '../../drawing.ts'
import { byZoom } from '../by-zoom.ts'
import { labelLayer } from '../labels.ts'

/** Names in the reader's language; simplified Chinese where the archive has it, else what the place itself says. */
function nameOf(locale: BasemapLook['locale']): ExpressionSpecification {
  return locale === 'en'
    ? ['coalesce', ['get', 'name:en'], ['get', 'name']]
    : ['coalesce', ['get', 'name:zh-Hans'], ['get', 'name:zh'], ['get', 'name']]
}

const detailIs = (...details: string[]): FilterSpecification => [
  'in',
  ['coalesce', ['get', 'kind_detail'], ['get', 'kind']],
  ['literal', details],
]

/** Names from streets up to towns; villages and towns are silent where the product's own names stand. */
export function protomapsLabels(
  source: string,
  colours: BasemapPalette,
  { locale, areaLabels }: BasemapLook,
): BasemapLayer[] {
  const name = nameOf(locale)
  const street = (id: string, kinds: string[], minzoom: number) =>
    labelLayer(
      {
        id,
        source,
        sourceLayer: 'roads',
        minzoom,
        filter: ['in', ['get', 'kind'], ['literal', kinds]],
        name,
        size: byZoom([
          [minzoom, 10.5],
          [18, 12.5],
        ]),
        colour: colours.quietText,
        isAlongLine: true,
        padding: 8,
      },
      colours,
    )
  const place = (id: string, filter: FilterSpecification, minzoom: number, size: number, more = {}) =>
    labelLayer(
      {
        id,
        source,
        sourceLayer: 'places',
        minzoom,
        filter,
        name,
        size: byZoom([
          [minzoom, size],
          [16, size + 4],
        ]),
        colour: colours.text,
        sortKey: ['-', 0, ['coalesce', ['get', 'population_rank'], 0]],
        ...more,
      },
      colours,
    )
  return [
    street('minor-road-name', ['minor_road', 'path'], 15),
    street('major-road-name', ['major_road', 'highway'], 12),
    labelLayer(
      {
        id: 'water-name',
        source,
        sourceLayer: 'water',
        minzoom: 11,
        filter: ['==', ['geometry-type'], 'Point'],
        name,
        size: 12,
        colour: colours.waterText,
      },
      colours,
    ),
    place('neighbourhood-name', detailIs('neighbourhood', 'suburb', 'quarter', 'hamlet', 'locality'), 13, 11, {
      isHidden: !areaLabels,
    }),
    place('village-name', detailIs('village'), 11, 11, { isHidden: !areaLabels }),
    place('town-name', detailIs('town'), 8, 12, { maxzoom: 15 }),
    place('city-name', detailIs('city'), 4, 13, { maxzoom: 13 }),
    place('region-name', ['in', ['get', 'kind'], ['literal', ['region', 'country']]], 2, 12, {
      maxzoom: 8,
      colour: colours.quietText,
    }),
  ]
}
