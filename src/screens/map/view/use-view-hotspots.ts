import { useDebounceFn } from '@vueuse/core'
import { watch } from 'vue'
import { fetchHotspotsInView } from '../../../data/finding.ts'
import type { HotspotsInView } from '../../../data/shapes/finding.ts'
import { ok } from '../../../domain/result.ts'
import type { Extent } from '../../../geo/extent.ts'
import { useMapViewStore } from '../../../stores/map-view.ts'
import { useSessionStore } from '../../../stores/session.ts'
import { useRequest } from '../../../composables/use-request.ts'

const WAIT_MS = 250

/** The hotspots that the map shows under its filters, a page at a time; read again when the map has moved. */
export function useViewHotspots(extent: () => Extent | null) {
  const session = useSessionStore()
  const store = useMapViewStore()
  const request = useRequest<HotspotsInView>()

  async function load(before: number | null, shown: HotspotsInView['rows']): Promise<void> {
    const { filter } = store
    const seen = extent()
    if (!filter || !seen) return
    await request.ask(async (signal) => {
      const page = await fetchHotspotsInView(session.client, seen, filter, before, signal)
      return page.ok ? ok({ rows: [...shown, ...page.value.rows], next: page.value.next }) : page
    }, true)
  }

  const begin = () => load(null, [])
  const beginSoon = useDebounceFn(begin, WAIT_MS)
  watch([() => extent()?.join(), () => store.filter], beginSoon)
  void begin()
  const more = () => load(request.value.value?.next ?? null, request.value.value?.rows ?? [])
  return { ...request, begin, more }
}
