import { useDebounceFn } from '@vueuse/core'
import { computed, onScopeDispose, watch } from 'vue'
import { fetchProgressByArea } from '../../data/progress.ts'
import type { ProgressByArea } from '../../data/shapes/progress.ts'
import { closedShare, progressOf, verifiedShare } from '../../domain/progress.ts'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import { useLiveStore } from '../../stores/live.ts'
import { useMapViewStore } from '../../stores/map-view.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useRequest } from '../../composables/use-request.ts'

/** Progress of the areas below the chosen one (or below the root) for the chosen campaign, as shares that colour the map. */
export function useAreaShares() {
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const store = useMapViewStore()
  const request = useRequest<ProgressByArea>()

  const parentId = computed(() => {
    const { area } = store.view
    const isDivided = [...catalogue.areaById.values()].some((each) => each.parentId === area)
    return area && isDivided ? area : (session.root?.id ?? null)
  })

  async function load(): Promise<void> {
    const parent = parentId.value
    if (parent === null || store.groundBy === 'none') return request.forget()
    const { campaign } = store.view
    await request.ask((signal) => fetchProgressByArea(session.client, parent, campaign, signal), true)
  }

  const loadSoon = useDebounceFn(load, 600, { maxWait: 2000 })
  watch([parentId, () => store.view.campaign, () => store.groundBy !== 'none'], load, { immediate: true })
  onScopeDispose(useLiveStore().onChanges(() => void loadSoon()))

  return computed<ReadonlyMap<number, number | null>>(() => {
    const share = store.groundBy === 'closed' ? closedShare : verifiedShare
    const rows = request.value.value?.rows ?? []
    return new Map(
      rows.flatMap(({ kind, areaId, states }) =>
        kind === 'area' && areaId !== null ? [[areaId, share(progressOf(states))]] : [],
      ),
    )
  })
}
