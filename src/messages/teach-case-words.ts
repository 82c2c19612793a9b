import { caseWords } from './case-words.ts'
import { LOCALES } from './define-messages.ts'
import { i18n } from './i18n.ts'

/** Adds the sentences of a case's life, which the first load does without: for every part to call that shows one of them. */
export function teachCaseWords(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { case: caseWords[locale] })
}
