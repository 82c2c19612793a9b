import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { fetchCasePage } from '../../data/cases.ts'
import { isAbort, Outage, type OutageReason } from '../../data/errors.ts'
import type { CaseCursor } from '../../data/shapes/cases.ts'
import type { CaseFilter, CaseOrder, CaseRow } from '../../domain/case-row.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { useLiveStore } from '../../stores/live.ts'
import { useSessionStore } from '../../stores/session.ts'

const PAGE = 100
/** A burst of changes is one question. */
const CALM_MS = 300
const PATIENCE_MS = 1500
/** So many changed cases are looked at one by one; for more the list says that it is old. */
const MOST_CHANGED = 500

export type CaseListState = 'loading' | 'ready' | 'refused' | 'failed'

/**
 * The cases of a filter in an order, page after page. What changes is changed in its place, also when it no longer belongs to the
 * filter (`gone`); what is new is counted (`news`) and comes when it is asked for, so that no row jumps away from under a hand.
 */
export function useCaseList(filter: () => CaseFilter | null, order: () => CaseOrder) {
  const session = useSessionStore()
  const live = useLiveStore()
  const state = ref<CaseListState>('loading')
  const rows = shallowRef<readonly CaseRow[]>([])
  const next = shallowRef<CaseCursor | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const outage = ref<OutageReason | null>(null)
  const isLoadingMore = ref(false)
  const gone = shallowRef<ReadonlySet<number>>(new Set())
  const news = shallowRef<ReadonlySet<number>>(new Set())
  const isOld = ref(false)
  const changed = new Set<number>()
  let running: AbortController | null = null

  /** Reads from the beginning; `quietly` keeps what is shown until the answer is there. */
  async function load(quietly = false): Promise<void> {
    const asked = filter()
    if (!asked) return
    running?.abort()
    const mine = (running = new AbortController())
    if (!quietly) {
      state.value = 'loading'
      rows.value = []
    }
    isLoadingMore.value = false
    try {
      const result = await fetchCasePage(session.client, asked, order(), null, PAGE, mine.signal)
      if (mine.signal.aborted) return
      outage.value = null
      refusal.value = result.ok ? null : result.error
      state.value = result.ok ? 'ready' : 'refused'
      if (!result.ok) return
      rows.value = result.value.rows
      next.value = result.value.next
      gone.value = new Set()
      news.value = new Set()
      isOld.value = false
      changed.clear()
    } catch (error) {
      fail(error, mine.signal)
      if (!quietly && !mine.signal.aborted) state.value = 'failed'
    }
  }

  /** Reads the following page, unless one is being read or there is none. */
  async function more(): Promise<void> {
    const asked = filter()
    const signal = running?.signal
    if (!asked || !signal || !next.value || isLoadingMore.value || outage.value) return
    isLoadingMore.value = true
    try {
      const result = await fetchCasePage(session.client, asked, order(), next.value, PAGE, signal)
      if (signal.aborted) return
      if (result.ok) {
        const known = new Set(rows.value.map(({ no }) => no))
        rows.value = [...rows.value, ...result.value.rows.filter(({ no }) => !known.has(no))]
        next.value = result.value.next
      } else {
        refusal.value = result.error
      }
    } catch (error) {
      fail(error, signal)
    } finally {
      if (!signal.aborted) isLoadingMore.value = false
    }
  }

  function fail(error: unknown, signal: AbortSignal): void {
    if (signal.aborted || isAbort(error)) return
    if (!(error instanceof Outage)) throw error
    outage.value = error.reason
  }

  /** Tries again what an outage has kept. */
  async function retry(): Promise<void> {
    outage.value = null
    await (state.value === 'ready' ? more() : load())
  }

  /** Reads cases anew that have changed, by their numbers. */
  async function refresh(nos: readonly number[]): Promise<void> {
    const asked = filter()
    const signal = running?.signal
    if (!asked || !signal || nos.length === 0) return
    try {
      const ask = (one: CaseFilter) => fetchCasePage(session.client, one, order(), null, MOST_CHANGED, signal)
      const [now, matching] = await Promise.all([
        ask({ root: asked.root, nos: [...nos] }),
        ask({ ...asked, nos: [...nos] }),
      ])
      if (signal.aborted || !now.ok || !matching.ok) return
      const byNo = new Map(now.value.rows.map((row) => [row.no, row]))
      const belongs = new Set(matching.value.rows.map(({ no }) => no))
      const known = new Set(rows.value.map(({ no }) => no))
      rows.value = rows.value.map((row) => byNo.get(row.no) ?? row)
      const isAsked = new Set(nos)
      gone.value = new Set([
        ...[...gone.value].filter((no) => !isAsked.has(no)),
        ...nos.filter((no) => known.has(no) && !belongs.has(no)),
      ])
      news.value = new Set([...news.value, ...[...belongs].filter((no) => !known.has(no))])
    } catch (error) {
      fail(error, signal)
    }
  }

  const refreshSoon = useDebounceFn(
    () => {
      const nos = [...changed]
      changed.clear()
      return refresh(nos)
    },
    CALM_MS,
    { maxWait: PATIENCE_MS },
  )

  watch([filter, order], () => load(), { immediate: true })
  onScopeDispose(() => running?.abort())
  onScopeDispose(
    live.onChanges((change) => {
      if (change.kind !== 'hotspots' || change.rows.length === 0 || changed.size > MOST_CHANGED) {
        isOld.value = true
        return
      }
      for (const { no } of change.rows) changed.add(no)
      void refreshSoon()
    }),
  )

  return { state, rows, next, refusal, outage, isLoadingMore, gone, news, isOld, load, more, retry, refresh }
}
