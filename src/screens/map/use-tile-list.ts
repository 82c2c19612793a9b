import { watch } from 'vue'
import { fetchHotspotsInTile } from '../../data/hotspots.ts'
import type { HotspotList } from '../../data/shapes/hotspot.ts'
import { ok } from '../../domain/result.ts'
import type { TileAddress } from '../../geo/tile-address.ts'
import { useMapViewStore } from '../../stores/map-view.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useRequest } from '../../composables/use-request.ts'

/** The hotspots of a tile under the filters of the map, a page at a time. */
export function useTileList(tile: () => TileAddress) {
  const session = useSessionStore()
  const store = useMapViewStore()
  const request = useRequest<HotspotList>()

  async function load(after: number | null, before: HotspotList['rows']): Promise<void> {
    const { filter } = store
    if (!filter) return
    await request.ask(async (signal) => {
      const page = await fetchHotspotsInTile(session.client, tile(), filter, after, 50, signal)
      return page.ok ? ok({ rows: [...before, ...page.value.rows], next: page.value.next }) : page
    }, after !== null)
  }

  const begin = () => load(null, [])
  watch([tile, () => store.filter], begin, { immediate: true })
  const more = () => load(request.value.value?.next ?? null, request.value.value?.rows ?? [])
  return { ...request, begin, more }
}
