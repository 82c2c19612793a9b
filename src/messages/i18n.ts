import { createI18n } from 'vue-i18n'
import type { cases } from './cases.ts'
import { compileMessage } from './compile-message.ts'
import type { Locale } from './define-messages.ts'
import type { importing } from './importing.ts'
import type { zhCN } from './zh-CN.ts'

type Schema = typeof zhCN & { cases: (typeof cases)['zh-CN']; importing: (typeof importing)['zh-CN'] }

declare module 'vue-i18n' {
  // The keys that `t()` offers: what the Chinese messages hold.
  export interface DefineLocaleMessage extends Schema {}
}

/** The one translator of the app; it knows no sentence before `speak` has loaded a language. */
export const i18n = createI18n<[Schema], Locale, false>({
  legacy: false,
  locale: 'zh-CN',
  messageCompiler: compileMessage,
})
