import { LOCALES } from './define-messages.ts'
import { i18n } from './i18n.ts'
import { notices } from './notices.ts'

/** Adds the sentences of notices: for their panel to call before it shows one. */
export function teachNotices(): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { notices: notices[locale] })
}
