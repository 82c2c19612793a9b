import { LOCALES } from './define-messages.ts'
import { i18n } from './i18n.ts'
import { printing } from './printing.ts'

/** Adds the sentences of printing, which the first load does without: for its dialog to call before it shows one. */
export function teachPrinting(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { printing: printing[locale] })
}
