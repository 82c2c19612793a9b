import { readdirSync, readFileSync } from 'node:fs'

const SRC = new URL('../../../src/', import.meta.url)

/** A key as the code writes it; `prefix` of one whose end is only known at run time. */
export interface UsedKey {
  file: string
  key: string
  isPrefix: boolean
}

/** The message keys in the arguments of `t(…)` and `<I18nT keypath>` in a piece of code. */
export function keysIn(code: string, file: string): UsedKey[] {
  const calls = [...code.matchAll(/\bt\(\s*(['"`])([a-z]\w*\.[^'"`]*)\1/gi)].map((match) => match[2] ?? '')
  const paths = [...code.matchAll(/\bkeypath="([^"]+)"/g)].map((match) => match[1] ?? '')
  return [...calls, ...paths].map((text) => {
    const [key = '', ...rest] = text.split('${')
    return { file, key, isPrefix: rest.length > 0 }
  })
}

/** The message keys that the app uses. */
export function usedKeys(): UsedKey[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file))
    .flatMap((file) => keysIn(readFileSync(new URL(file, SRC), 'utf8'), file))
}
