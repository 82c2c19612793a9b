import { createI18n } from 'vue-i18n'
import type { Locale } from './define-messages.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

type Schema = typeof zhCN

declare module 'vue-i18n' {
  // The keys that `t()` offers: what the Chinese messages hold.
  export interface DefineLocaleMessage extends Schema {}
}

/** The one translator of the app; the locale follows the user's preference. */
export const i18n = createI18n<[Schema], Locale, false>({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en },
})
