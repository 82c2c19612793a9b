import { useDebounceFn } from '@vueuse/core'
import { computed, ref, shallowRef, watch } from 'vue'
import { searchHotspots } from '../../../data/finding.ts'
import type { HotspotSearch } from '../../../data/shapes/finding.ts'
import { bestMatches } from '../../../domain/search/match-name.ts'
import { parseCoordinates } from '../../../domain/search/parse-coordinates.ts'
import type { ReadText, Readings } from '../../../domain/search/readings.ts'
import { useCatalogueStore } from '../../../stores/catalogue.ts'
import { useMapViewStore } from '../../../stores/map-view.ts'
import { useSessionStore } from '../../../stores/session.ts'
import { useRequest } from '../../../composables/use-request.ts'
import { loadPinyin } from './load-pinyin.ts'

const AREAS = 5
const PLACES = 6
const HOTSPOTS = 8
const WAIT_MS = 220

/** What fits a typed text: areas and places at once, positions at once, hotspots when the database has answered. */
export function useSearch() {
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const view = useMapViewStore()
  const text = ref('')
  const asked = useRequest<HotspotSearch>()
  const read = shallowRef<ReadText | null>(null)
  const known = new Map<string, Readings>()

  // Without it names are found by their characters alone; the next opening tries again.
  loadPinyin().then(
    (loaded) => (read.value = loaded),
    () => undefined,
  )

  function readingsOf({ name }: { name: string }): Readings | null {
    const reader = read.value
    if (!reader) return null
    const readings = known.get(name) ?? reader(name)
    known.set(name, readings)
    return readings
  }

  const typed = computed(() => text.value.trim())
  const areas = computed(() => bestMatches([...catalogue.areaById.values()], typed.value, readingsOf, AREAS))
  const places = computed(() => {
    const all = (catalogue.catalogue?.places.features ?? []).map(({ properties }) => properties)
    return bestMatches(all, typed.value, readingsOf, PLACES)
  })
  const point = computed(() => parseCoordinates(typed.value, townOf()))
  const hotspots = computed(() => (typed.value === '' || point.value ? [] : (asked.value.value?.rows ?? [])))

  function townOf(): { lng: number; lat: number } {
    const bbox = session.root?.bbox
    if (bbox) return { lng: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2 }
    return view.view.camera ?? { lng: 105, lat: 35 }
  }

  async function ask(): Promise<void> {
    const root = session.root?.id
    const words = typed.value
    if (root === undefined || words === '' || point.value) return asked.forget()
    await asked.ask((signal) => searchHotspots(session.client, root, words, HOTSPOTS, signal), true)
  }
  const askSoon = useDebounceFn(ask, WAIT_MS)
  watch(typed, () => {
    // An answer to other words is no answer to these.
    asked.forget()
    if (typed.value !== '' && !point.value) asked.state.value = 'loading'
    void askSoon()
  })

  return { text, typed, areas, places, point, hotspots, asked, retry: ask }
}
