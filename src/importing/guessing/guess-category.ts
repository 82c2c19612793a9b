import type { CategoryMapping, CategoryRef } from '../mapping/hotspot-mapping.ts'
import type { KnownCategory } from '../references/references.ts'
import type { ColumnProfile } from './file-profile.ts'

/**
 * How the values of a column become categories: those that are called like one of the catalogue become that one; the
 * rest, when there is a rest, stay categories of the source's own code system `own`.
 */
export function guessCategory(
  column: ColumnProfile,
  catalogue: readonly KnownCategory[],
  own: string,
): Extract<CategoryMapping, { column: string }> {
  const byName = new Map<string, CategoryRef>()
  for (const { codeSystem, code, name, nameEn } of catalogue)
    if (codeSystem !== own)
      for (const word of [code, name, nameEn]) if (word) byName.set(word.toLowerCase(), { codeSystem, code })
  const values: Record<string, CategoryRef> = {}
  for (const { text } of column.values ?? []) {
    const category = byName.get(text.toLowerCase())
    if (category) values[text] = category
  }
  const isComplete = column.values !== null && column.values.every(({ text }) => text in values)
  return { column: column.name, values, ...(!isComplete && { own }) }
}
