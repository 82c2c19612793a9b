/** The languages of the product; the first one is the default. */
export const LOCALES = ['zh-CN', 'en'] as const

export type Locale = (typeof LOCALES)[number]

/** Sentences by key, nested as deep as reads well. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree
}

/** The same keys with any sentences. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

/** One subject in every language. */
export type Messages<T> = Record<Locale, SameKeys<T>>

/**
 * Takes one subject in both languages; a key that only one of them has does not compile. Sentences use the format of
 * vue-i18n: `{name}` for a value, `one | many` for a plural.
 */
export function defineMessages<T extends MessageTree>(messages: {
  'zh-CN': T & SameKeys<T>
  en: NoInfer<SameKeys<T>>
}): Messages<T> {
  return messages
}
