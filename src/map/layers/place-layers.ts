import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { PlaceKind } from '../../domain/place.ts'
import { imageName } from '../images.ts'
import { PALETTES } from '../palette.ts'
import { DIMMED, nameIn } from './expressions.ts'
import { layerOpacity, shownFilter } from './layer-expressions.ts'
import type { MapLook } from './look.ts'
import { TEXT_FONT } from './text.ts'

/** Who comes first as one comes closer: what the township steers by, what people visit, what there is much of. */
const TIERS: readonly { id: string; kinds: readonly PlaceKind[]; icons: number; names: number }[] = [
  { id: 'places-many', kinds: ['bus_stop', 'waste_station', 'other'], icons: 14.6, names: 16 },
  {
    id: 'places-visited',
    kinds: ['school', 'clinic', 'service_station', 'park', 'inspection_site'],
    icons: 13.6,
    names: 15,
  },
  { id: 'places-seats', kinds: ['village_seat', 'market'], icons: 12.6, names: 14.4 },
  { id: 'places-government', kinds: ['government'], icons: 11, names: 13 },
]

/** The layers that can be asked which places are drawn. */
export const PLACE_LAYERS = TIERS.map(({ id }) => id)

/** Places by kind, quiet; each tier appears with its icons, then with its names, and gives way to the one above it. */
export function placeLayers(look: MapLook): LayerSpecification[] {
  const palette = PALETTES[look.theme]
  const opacity: ExpressionSpecification = ['*', layerOpacity(look.layers, 'place'), look.hasChosenHotspot ? DIMMED : 1]
  return TIERS.map(({ id, kinds, icons, names }) => ({
    id,
    type: 'symbol',
    source: 'places',
    minzoom: icons,
    filter: shownFilter(look.layers, 'place', ['in', ['get', 'kind'], ['literal', [...kinds]]]),
    layout: {
      'icon-image': ['concat', imageName.place(look.theme, ''), ['get', 'kind']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 12.5, 0.75, 15, 1],
      'icon-padding': 1,
      // A lane full of icons says nothing: until one stands in it, the few that matter push the others aside.
      'icon-allow-overlap': ['step', ['zoom'], id === 'places-government', 16, true],
      'text-field': ['step', ['zoom'], '', names, nameIn(look.locale)],
      'text-font': TEXT_FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 17, 13],
      'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
      'text-radial-offset': 1.1,
      'text-justify': 'auto',
      'text-optional': true,
      'text-max-width': 9,
    },
    paint: {
      'text-color': palette.ink2,
      'text-halo-color': palette.surface,
      'text-halo-width': 1.3,
      'icon-opacity': opacity,
      'text-opacity': opacity,
    },
  }))
}
