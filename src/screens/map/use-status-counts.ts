import { useDebounceFn, useIntervalFn } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'
import { fetchHotspotCounts } from '../../data/hotspots.ts'
import { useLiveStore } from '../../stores/live.ts'
import { useMapViewStore } from '../../stores/map-view.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useRequest } from '../../composables/use-request.ts'
import type { HotspotCounts } from '../../data/shapes/hotspot.ts'

const EVERY_MS = 60_000

/** The numbers of the legend under the filters of the map, kept fresh by live changes. */
export function useStatusCounts() {
  const session = useSessionStore()
  const view = useMapViewStore()
  const request = useRequest<HotspotCounts>()

  async function load(quietly: boolean): Promise<void> {
    const filter = view.filterOfAllStates
    if (filter) await request.ask((signal) => fetchHotspotCounts(session.client, filter, signal), quietly)
  }

  const loadSoon = useDebounceFn(() => load(true), 250, { maxWait: 800 })
  watch(
    () => view.filterOfAllStates,
    () => load(true),
    { immediate: true, deep: true },
  )
  // What is overdue grows by itself.
  useIntervalFn(() => void (view.view.overdue && load(true)), EVERY_MS)
  onScopeDispose(useLiveStore().onChanges(() => void loadSoon()))
  return { counts: request.value, state: request.state }
}
