import { lookup } from '../mapping/choice.ts'
import type { CategoryMapping, CategoryRef } from '../mapping/hotspot-mapping.ts'
import type { SourceRow } from '../files/source-row.ts'
import { no, type RefusedRow } from './judgement.ts'

/** A category that is said to be there already, or one of the source's own that the import makes. */
export interface ChosenCategory {
  readonly ok: true
  readonly category: CategoryRef
  readonly own: boolean
}

/** Reads the category of a row as the mapping says. */
export function categoryReader(mapping: CategoryMapping): (row: SourceRow) => ChosenCategory | RefusedRow {
  if ('constant' in mapping) return () => ({ ok: true, category: mapping.constant, own: false })
  const listed = lookup(mapping.values ?? {})
  return (row) => {
    const text = row.value(mapping.column)
    const category = text === '' ? undefined : listed(text)
    if (category) return { ok: true, category, own: false }
    if (text !== '' && mapping.own) return { ok: true, category: { codeSystem: mapping.own, code: text }, own: true }
    if (mapping.otherwise) return { ok: true, category: mapping.otherwise, own: false }
    return text === '' ? no('category_required') : no('category_unknown', text)
  }
}
