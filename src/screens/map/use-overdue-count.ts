import { useDebounceFn, useIntervalFn } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { fetchOverdueCount, type OverdueCount } from '../../data/overdue.ts'
import { useLiveStore } from '../../stores/live.ts'
import { useMapViewStore } from '../../stores/map-view.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useRequest } from '../../composables/use-request.ts'

/** A case becomes overdue without anybody doing anything. */
const EVERY_MS = 60_000

/** How many cases are overdue under the filters of the map: asked anew each minute and when something changes. */
export function useOverdueCount() {
  const session = useSessionStore()
  const view = useMapViewStore()
  const request = useRequest<OverdueCount>()

  async function load(): Promise<void> {
    const filter = view.filterOfAllStates
    if (filter) await request.ask((signal) => fetchOverdueCount(session.client, filter, signal), true)
  }

  const loadSoon = useDebounceFn(load, 250, { maxWait: 800 })
  watch(() => view.filterOfAllStates, load, { immediate: true })
  useIntervalFn(load, EVERY_MS)
  onScopeDispose(useLiveStore().onChanges(() => void loadSoon()))
  return request.value
}
