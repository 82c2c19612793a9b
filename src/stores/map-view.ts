import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { HotspotFilter } from '../domain/filter.ts'
import { GROUPS_SHOWN_BY_DEFAULT, STATUS_GROUPS, statesOfGroup, type StatusGroup } from '../domain/status-group.ts'
import { emptyView, type MapView } from './map-view-query.ts'
import { useSessionStore } from './session.ts'
import { addDays, startOfDay } from '../domain/zoned-day.ts'

/** Which share colours the areas: verified by us, or that and closed per source; `none` leaves them plain. */
export type GroundBy = 'verified' | 'closed' | 'none'

/** What the person looks at on the map: camera, filters, choice. The address of the page keeps it. */
export const useMapViewStore = defineStore('map-view', () => {
  const session = useSessionStore()
  const view = ref<MapView>(emptyView())
  const groundBy = ref<GroundBy>('verified')

  /** Everything but the status groups, for the legend counts all of them. */
  const filterOfAllStates = computed<HotspotFilter | null>((before) => {
    if (!session.root) return null
    const { area, campaign, categories, from, to, overdue } = view.value
    const { id, timeZone } = session.root
    return sameOr(before, {
      root: id,
      ...(area !== null && { area }),
      ...(campaign !== null && { campaign }),
      ...(categories.length > 0 && { categories }),
      ...(from !== null && { from: startOfDay(from, timeZone) }),
      ...(to !== null && { to: startOfDay(addDays(to, 1), timeZone) }),
      ...(overdue && { overdue }),
    })
  })

  const filter = computed<HotspotFilter | null>((before) => {
    if (!filterOfAllStates.value) return null
    const { groups } = view.value
    if (groups.length === STATUS_GROUPS.length) return filterOfAllStates.value
    return sameOr(before, { ...filterOfAllStates.value, states: groups.flatMap(statesOfGroup) })
  })

  const isFiltered = computed(() => {
    const { area, campaign, categories, from, to, overdue, groups } = view.value
    const isRestricted = [area, campaign, from, to].some((each) => each !== null) || categories.length > 0 || overdue
    return isRestricted || groups.join() !== GROUPS_SHOWN_BY_DEFAULT.join()
  })

  function change(part: Partial<MapView>): void {
    view.value = { ...view.value, ...part }
  }

  function toggleGroup(group: StatusGroup): void {
    const { groups } = view.value
    change({ groups: STATUS_GROUPS.filter((each) => groups.includes(each) !== (each === group)) })
  }

  function clearFilters(): void {
    const { camera, hotspot, layers } = view.value
    view.value = { ...emptyView(), camera, hotspot, layers }
  }

  return { view, groundBy, filter, filterOfAllStates, isFiltered, change, toggleGroup, clearFilters }
})

/** The old filter where the new one says the same: the camera is part of the view, and moving it is no new question. */
function sameOr(before: HotspotFilter | null | undefined, now: HotspotFilter): HotspotFilter {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
}
