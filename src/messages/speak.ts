import type { Locale } from './define-messages.ts'
import { i18n } from './i18n.ts'

const LANGUAGES = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  en: async () => (await import('./en.ts')).en,
}

let wanted: Locale | null = null

/** Loads the sentences of a language and speaks it from then on; one that nobody knows is Chinese. Of two calls the later counts. */
export async function speak(asked: Locale): Promise<void> {
  const locale = asked in LANGUAGES ? asked : 'zh-CN'
  wanted = locale
  const messages = await LANGUAGES[locale]()
  if (wanted !== locale) return
  i18n.global.mergeLocaleMessage(locale, messages)
  i18n.global.locale.value = locale
}
