import { useDebounceFn } from '@vueuse/core'
import { watch } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { queryOfView, VIEW_KEYS, viewOfQuery } from '../stores/map-view-query.ts'
import { useMapViewStore } from '../stores/map-view.ts'

const WAIT_MS = 300

/**
 * Keeps the view of the map and the query of the address the same while its screen is open: a link, a reload and the back
 * button show what was there. Moving about replaces the entry of the history and adds none.
 */
export function useMapViewUrl(): void {
  const store = useMapViewStore()
  const route = useRoute()
  const router = useRouter()
  const { name } = route
  let written = ''

  const ofView = (query: LocationQuery) => VIEW_KEYS.map((key) => `${key}=${String(query[key] ?? '')}`).join('&')

  function read(): void {
    if (route.name !== name || ofView(route.query) === written) return
    written = ofView(route.query)
    store.change(viewOfQuery(route.query))
  }

  const write = useDebounceFn(() => {
    if (route.name !== name) return
    const rest = Object.fromEntries(
      Object.entries(route.query).filter(([key]) => !(VIEW_KEYS as readonly string[]).includes(key)),
    )
    const query = { ...rest, ...queryOfView(store.view) }
    if (ofView(query) === ofView(route.query)) return
    written = ofView(query)
    void router.replace({ query })
  }, WAIT_MS)

  read()
  watch(() => route.query, read)
  watch(() => store.view, write)
}
