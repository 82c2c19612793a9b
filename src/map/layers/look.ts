import type { LayerView } from '../../domain/layer-view.ts'
import type { MapTheme } from '../palette.ts'
import type { MapLocale } from './text.ts'

/** Everything that changes how layers are painted without other data. */
export interface MapLook {
  theme: MapTheme
  locale: MapLocale
  hasChosenHotspot: boolean
  hasChosenArea: boolean
  /** Whole minutes since 1970: what was due before it is overdue. */
  now: number
  /** Which layers are shown, and how opaque. */
  layers: LayerView
}
