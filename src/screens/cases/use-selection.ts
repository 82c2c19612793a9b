import { shallowRef, watch } from 'vue'
import type { CaseRow } from '../../domain/case-row.ts'

/** The cases that are ticked, by number; forgotten when the question changes. */
export function useSelection(rows: () => readonly CaseRow[], question: () => unknown) {
  const selection = shallowRef<ReadonlySet<number>>(new Set())

  function toggle(no: number): void {
    const next = new Set(selection.value)
    if (!next.delete(no)) next.add(no)
    selection.value = next
  }
  /** Ticks all that are loaded, or none when all are. */
  function toggleAll(): void {
    const all = rows()
    selection.value = selection.value.size >= all.length ? new Set() : new Set(all.map(({ no }) => no))
  }
  const keep = (nos: Iterable<number>) => (selection.value = new Set(nos))

  watch(question, () => keep([]))
  return { selection, toggle, toggleAll, keep }
}
