import { AREA_LEVELS, type AreaLevel } from './area.ts'
import { PLACE_KINDS, type PlaceKind } from './place.ts'

/** What can be switched on the map one by one: areas of a level, places of a kind, hotspots. */
export type LayerKey = `area.${AreaLevel}` | `place.${PlaceKind}` | 'hotspots'

/** Every layer, as the tree lists them. */
export const LAYER_KEYS: readonly LayerKey[] = [
  ...AREA_LEVELS.map((level) => `area.${level}` as const),
  ...PLACE_KINDS.map((kind) => `place.${kind}` as const),
  'hotspots',
]

/** How a layer is shown; `opacity` is from 0.1 to 1. */
export interface LayerState {
  visible: boolean
  opacity: number
}

/** The layers that are not shown as usual; a missing one is visible and opaque. */
export type LayerView = Readonly<Partial<Record<LayerKey, LayerState>>>

const USUAL: LayerState = { visible: true, opacity: 1 }

/** How a layer is shown. */
export function layerState(view: LayerView, key: LayerKey): LayerState {
  return view[key] ?? USUAL
}

/** A view with some layers changed alike; what becomes usual is left out. */
export function changeLayers(view: LayerView, keys: readonly LayerKey[], change: Partial<LayerState>): LayerView {
  const next: Partial<Record<LayerKey, LayerState>> = { ...view }
  for (const key of keys) {
    const state = { ...layerState(view, key), ...change }
    if (state.visible && state.opacity === 1) delete next[key]
    else next[key] = state
  }
  return next
}
