import { cases } from './cases.ts'
import { LOCALES } from './define-messages.ts'
import { i18n } from './i18n.ts'

/** Adds the sentences of the ledger: for its screen to call before it shows one. */
export function teachCases(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { cases: cases[locale] })
}
