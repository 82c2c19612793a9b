import { LOCALES } from './define-messages.ts'
import { i18n } from './i18n.ts'
import { settings } from './settings.ts'

/** Adds the sentences of the settings: for their screen to call before it shows one. */
export function teachSettings(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { settings: settings[locale] })
}
