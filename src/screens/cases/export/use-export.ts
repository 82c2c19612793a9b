import { onScopeDispose, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { isAbort, Outage, type OutageReason } from '../../../data/errors.ts'
import type { CaseFilter, CaseOrder } from '../../../domain/case-row.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import { useSessionStore } from '../../../stores/session.ts'
import { dayOf } from '../../../domain/zoned-day.ts'
import type { CaseColumn } from '../case-columns.ts'
import { useCaseWords } from '../use-case-words.ts'
import { cellsOf, headingsOf, type SheetCell, type SheetWords } from './case-sheet.ts'
import { collectCases } from './collect-cases.ts'
import { saveBlob } from './save-blob.ts'

export type ExportState = 'idle' | 'running' | 'done' | 'too_many' | 'refused' | 'failed'

/** Writing what is filtered into a file: how far it is, how it ended, and the way to stop it. */
export function useExport() {
  const { t } = useI18n()
  const session = useSessionStore()
  const caseWords = useCaseWords()
  const state = ref<ExportState>('idle')
  const read = ref(0)
  const refusal = shallowRef<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  let running: AbortController | null = null

  const words: SheetWords = {
    heading: (column) =>
      column === 'no' || column === 'title' || column === 'lng' || column === 'lat'
        ? t(`cases.exportColumn.${column}`)
        : t(`cases.column.${column}`),
    title: caseWords.title,
    text: caseWords.text,
  }

  async function run(
    kind: 'csv' | 'xlsx',
    filter: CaseFilter,
    order: CaseOrder,
    columns: readonly CaseColumn[],
  ): Promise<void> {
    const { root, client } = session
    if (!root) return
    const mine = (running = new AbortController())
    state.value = 'running'
    read.value = 0
    try {
      const headings = headingsOf(columns, words)
      const file = await (kind === 'csv' ? import('./csv-file.ts') : import('./xlsx-file.ts'))
      const sheet = file.begin(t('cases.exportName'), headings)
      const result = await collectCases(
        client,
        filter,
        order,
        (rows) => {
          const lines: SheetCell[][] = rows.map((row) => cellsOf(row, columns, words, root.timeZone))
          read.value += rows.length
          return sheet.add(lines)
        },
        mine.signal,
      )
      refusal.value = result.ok ? null : result.error
      if (!result.ok) {
        state.value = 'refused'
        return
      }
      if (sheet.isFull()) {
        state.value = 'too_many'
        return
      }
      const blob = await sheet.end()
      if (mine.signal.aborted) return
      saveBlob(`${t('cases.exportName')} ${dayOf(new Date(), root.timeZone)}.${kind}`, blob)
      state.value = 'done'
    } catch (error) {
      if (mine.signal.aborted || isAbort(error)) return
      if (!(error instanceof Outage)) throw error
      outage.value = error.reason
      state.value = 'failed'
    }
  }

  function cancel(): void {
    running?.abort()
    state.value = 'idle'
  }

  onScopeDispose(() => running?.abort())
  return { state, read, refusal, outage, run, cancel }
}
