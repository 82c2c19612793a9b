import { LOCALES } from './define-messages.ts'
import { entry } from './entry.ts'
import { i18n } from './i18n.ts'

/** Adds the sentences of the way in: for its screens to call before they show one. */
export function teachEntry(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { entry: entry[locale] })
}
