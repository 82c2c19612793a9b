import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { useRequest } from '../../composables/use-request.ts'
import { fetchCaseCounts } from '../../data/cases.ts'
import type { CaseCounts } from '../../data/shapes/cases.ts'
import type { CaseFilter } from '../../domain/case-row.ts'
import { useLiveStore } from '../../stores/live.ts'
import { useSessionStore } from '../../stores/session.ts'

const CALM_MS = 500
const PATIENCE_MS = 3000
/** Deadlines pass without anybody doing anything. */
const EVERY_MS = 60_000

/** How many cases each view holds under the filter, now and after every change. */
export function useCaseCounts(filter: () => CaseFilter | null) {
  const session = useSessionStore()
  const { value: counts, ask } = useRequest<CaseCounts>()

  async function load(): Promise<void> {
    const asked = filter()
    if (asked) await ask((signal) => fetchCaseCounts(session.client, asked, signal), true)
  }
  /** The view does not count: a walk through the views asks once. */
  const key = () => JSON.stringify({ ...filter(), view: undefined })

  watch(key, load, { immediate: true })
  const loadSoon = useDebounceFn(load, CALM_MS, { maxWait: PATIENCE_MS })
  onScopeDispose(useLiveStore().onChanges(() => void loadSoon()))
  const clock = setInterval(() => void loadSoon(), EVERY_MS)
  onScopeDispose(() => clearInterval(clock))
  return counts
}
