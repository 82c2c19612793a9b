import type { MapTheme } from '../palette.ts'
import type { MapLocale } from './text.ts'

/** Everything that changes how layers are painted without changing what they show. */
export interface MapLook {
  theme: MapTheme
  locale: MapLocale
  hasChosenHotspot: boolean
  hasChosenArea: boolean
}
