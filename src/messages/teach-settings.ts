import { teach } from './i18n.ts'
import { settings } from './settings.ts'

/** Adds the sentences of the settings: for their screen to call before it shows one. */
export function teachSettings(): void {
  teach('settings', settings)
}
