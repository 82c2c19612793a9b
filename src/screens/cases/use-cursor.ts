import { computed, ref } from 'vue'
import type { CaseRow } from '../../domain/case-row.ts'

/** Where the keyboard stands in the list; a case that is open is where it stands. */
export function useCursor(rows: () => readonly CaseRow[], opened: () => number | null, open: (no: number) => void) {
  const at = ref<number | null>(null)
  const cursor = computed(() => opened() ?? at.value)
  const index = computed(() => rows().findIndex(({ no }) => no === cursor.value))
  const row = computed(() => rows()[index.value] ?? null)

  /** Goes one on or back; with a case open, the next one is opened. */
  function move(by: 1 | -1): void {
    const next = rows()[index.value < 0 ? 0 : index.value + by]
    if (!next) return
    at.value = next.no
    if (opened() !== null) open(next.no)
  }

  return { at, cursor, index, row, move }
}
