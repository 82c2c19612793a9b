import { pinyinMatch } from './pinyin-match.ts'
import type { Readings } from './readings.ts'

/** Something that has a name in Chinese and perhaps in English. */
export interface Named {
  name: string
  nameEn: string | null
}

/**
 * How well a name fits what was typed, the lower the better; null when it does not. The name itself comes before its
 * English one and that before its sound; within each a match at the beginning comes first.
 *
 * @param readings how the name sounds; null while that is not known yet
 */
export function matchName(named: Named, typed: string, readings: Readings | null): number | null {
  const text = typed.trim().toLowerCase()
  if (text === '') return null
  const name = named.name.toLowerCase()
  if (name === text) return 0
  const inName = name.indexOf(text)
  if (inName >= 0) return inName === 0 ? 1 : 2
  const inEnglish = wordAt(named.nameEn?.toLowerCase() ?? '', text)
  if (inEnglish !== null) return inEnglish === 0 ? 3 : 4
  const letters = text.replaceAll('ü', 'v').replace(/[\s'’·-]+/g, '')
  if (!readings || !/^[a-z0-9]+$/.test(letters)) return null
  const sound = pinyinMatch(readings, letters)
  return sound && 5 + sound.rank * 2 + (sound.start === 0 ? 0 : 1)
}

/** Where a word of a text begins with what was typed; null when none does. */
function wordAt(text: string, typed: string): number | null {
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1))
    if (at === 0 || /[^a-z0-9]/.test(text[at - 1]!)) return at
  return null
}

/**
 * The best fitting of some things, best first, those that fit alike in their own order.
 *
 * @param limit at most so many
 */
export function bestMatches<T extends Named>(
  all: readonly T[],
  typed: string,
  readingsOf: (thing: T) => Readings | null,
  limit: number,
): T[] {
  return all
    .flatMap((thing, place) => {
      const rank = matchName(thing, typed, readingsOf(thing))
      return rank === null ? [] : [{ thing, rank, place }]
    })
    .toSorted((a, b) => a.rank - b.rank || a.thing.name.length - b.thing.name.length || a.place - b.place)
    .slice(0, limit)
    .map(({ thing }) => thing)
}
