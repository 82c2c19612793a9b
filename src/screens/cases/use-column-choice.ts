import { useStorage } from '@vueuse/core'
import { computed } from 'vue'
import { COLUMNS_AT_FIRST, columnsFrom, type CaseColumn } from './case-columns.ts'

/** The columns and density of the table that this browser remembers. */
export function useColumnChoice() {
  const remembered = useStorage<string[]>('case-columns', [...COLUMNS_AT_FIRST])
  const isDense = useStorage('case-dense', false)
  const columns = computed<CaseColumn[]>({
    get: () => columnsFrom(remembered.value),
    set: (chosen) => (remembered.value = chosen),
  })
  return { columns, isDense }
}
