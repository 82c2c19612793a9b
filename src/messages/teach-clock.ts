import { clock } from './clock.ts'
import { LOCALES } from './define-messages.ts'
import { i18n } from './i18n.ts'

/** Adds the sentences of deadlines, which the first load does without: for every part to call that shows one of them. */
export function teachClock(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { clock: clock[locale] })
}
