import type { LayerSpecification } from 'maplibre-gl'
import { imageName } from '../images.ts'
import { PALETTES } from '../palette.ts'
import { DIMMED, nameIn } from './expressions.ts'
import type { MapLook } from './look.ts'
import { TEXT_FONT } from './text.ts'

/** Places by kind: quiet icons from township zoom on, with names from street zoom on. */
export function placeLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  return [
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      minzoom: 12.5,
      layout: {
        'icon-image': ['concat', imageName.place(look.theme, ''), ['get', 'kind']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 12.5, 0.75, 15, 1],
        'icon-padding': 0,
        'icon-allow-overlap': true,
        'text-field': ['step', ['zoom'], '', 14, nameIn(look.locale)],
        'text-font': TEXT_FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 17, 13],
        'text-variable-anchor': ['left', 'right', 'bottom'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'text-optional': true,
        'text-max-width': 9,
        'symbol-sort-key': ['match', ['get', 'kind'], 'government', 0, 'village_seat', 1, 'market', 2, 'school', 3, 5],
      },
      paint: {
        'text-color': palette.ink2,
        'text-halo-color': palette.surface,
        'text-halo-width': 1.3,
        'icon-opacity': look.hasChosenHotspot ? DIMMED : 1,
        'text-opacity': look.hasChosenHotspot ? DIMMED : 1,
      },
    },
  ]
}
