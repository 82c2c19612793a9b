import { COLUMN_WORDS, plainName, type ColumnRole } from './column-words.ts'
import type { ColumnProfile, FileProfile } from './file-profile.ts'

/** Short Latin words stand inside others by accident (`no` in `note`); Chinese ones of two signs do not. */
function isTelling(word: string): boolean {
  return /\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 4
}

/** The columns of a file whose names say that they may have a role, the likeliest first; empty columns are left out. */
export function likelyColumns(profile: FileProfile, role: ColumnRole): ColumnProfile[] {
  const words = COLUMN_WORDS[role]
  return profile.columns
    .filter((column) => column.filled > 0)
    .map((column) => ({ column, score: scoreOf(column.name, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ column }) => column)
}

/** Whole names before endings (`nc_id`) before parts; among equals the words that stand first. */
function scoreOf(columnName: string, words: readonly string[]): number {
  const name = plainName(columnName)
  const lastWord = columnName
    .split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)
    .at(-1)
    ?.toLowerCase()
  let best = 0
  for (const [i, word] of words.entries()) {
    const order = 1 - i / words.length
    if (name === word) best = Math.max(best, 4 + order)
    else if (word === lastWord || (isTelling(word) && name.endsWith(word))) best = Math.max(best, 2 + order)
    else if (isTelling(word) && name.includes(word)) best = Math.max(best, 1 + order)
  }
  return best
}

/** Whether at least nine in ten of a column's texts pass. */
export function mostly({ sample }: ColumnProfile, passes: (text: string) => boolean): boolean {
  return sample.length > 0 && sample.filter(passes).length >= sample.length * 0.9
}
