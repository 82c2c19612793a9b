import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCatalogueStore } from '../../stores/catalogue.ts'
import { useSessionStore } from '../../stores/session.ts'
import { FIRST_SORT, nextSort, sortOfText, textOfSort, type ProgressColumn } from './sort-lines.ts'

/** What the progress screen shows, as the address keeps it: `area` (the parent of the rows), `campaign`, `sort`, and `view`: progress or relapses. */
export function useProgressView() {
  const route = useRoute()
  const router = useRouter()
  const session = useSessionStore()
  const catalogue = useCatalogueStore()

  const parentId = computed(() => idOf(route.query['area']) ?? session.root?.id ?? null)
  /** A campaign's id, 0 for hotspots of no campaign, null for all. */
  const campaign = computed(() => idOf(route.query['campaign']))
  const sort = computed(() => sortOfText(route.query['sort']) ?? FIRST_SORT)

  const view = computed<'progress' | 'relapse'>({
    get: () => (route.query['view'] === 'relapse' ? 'relapse' : 'progress'),
    set: (next) => void router.push({ query: { ...route.query, view: next === 'relapse' ? next : undefined } }),
  })

  /** The areas from the root down to the parent. */
  const chain = computed(() => {
    const areas = []
    for (let id = parentId.value; id !== null;) {
      const area = catalogue.areaById.get(id)
      if (!area) break
      areas.unshift(area)
      id = area.parentId
    }
    return areas
  })

  function openArea(id: number): void {
    const area = id === session.root?.id ? undefined : String(id)
    void router.push({ query: { ...route.query, area } })
  }

  function chooseCampaign(id: number | null): void {
    void router.push({ query: { ...route.query, campaign: id === null ? undefined : String(id) } })
  }

  function sortBy(column: ProgressColumn): void {
    void router.replace({ query: { ...route.query, sort: textOfSort(nextSort(sort.value, column)) } })
  }

  return { parentId, campaign, sort, view, chain, openArea, chooseCampaign, sortBy }
}

function idOf(text: unknown): number | null {
  return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : null
}
