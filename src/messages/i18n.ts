import { ref } from 'vue'
import { createI18n } from 'vue-i18n'
import type { cases } from './cases.ts'
import { compileMessage } from './compile-message.ts'
import { LOCALES, type Locale, type MessageTree } from './define-messages.ts'
import type { entry } from './entry.ts'
import type { importing } from './importing.ts'
import type { notices } from './notices.ts'
import type { orders } from './orders.ts'
import type { refusal } from './refusal.ts'
import type { settings } from './settings.ts'
import type { zhCN } from './zh-CN.ts'

type Schema = typeof zhCN & {
  cases: (typeof cases)['zh-CN']
  entry: (typeof entry)['zh-CN']
  importing: (typeof importing)['zh-CN']
  notices: (typeof notices)['zh-CN']
  orders: (typeof orders)['zh-CN']
  refusal: (typeof refusal)['zh-CN']
  settings: (typeof settings)['zh-CN']
}

declare module 'vue-i18n' {
  // The keys that `t()` offers: what the Chinese messages hold.
  export interface DefineLocaleMessage extends Schema {}
}

/** Whoever is drawn without a sentence depends on this, and is drawn again with it: a merge alone redraws nothing. */
const hasRefusals = ref(false)

/** The one translator of the app; it knows no sentence before `speak` has loaded a language. */
export const i18n = createI18n<[Schema], Locale, false>({
  legacy: false,
  locale: 'zh-CN',
  messageCompiler: compileMessage,
  // The sentences of refusals are many and seldom seen: the first one that is asked for brings them, and is written when they are here.
  missing(_, key) {
    if (!key.startsWith('refusal.')) return
    if (!hasRefusals.value) void teachRefusals()
    return ''
  },
})

/** Adds a subject that the first load does without, in every language; its teach-….ts calls this before anything shows one of its sentences. */
export function teach(subject: string, words: Record<Locale, MessageTree>): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, { [subject]: words[locale] })
}

/** Adds the sentences of refusals, which the first load does without; asked for by whatever shows one. */
export async function teachRefusals(): Promise<void> {
  const { refusal } = await import('./refusal.ts')
  teach('refusal', refusal)
  hasRefusals.value = true
}
