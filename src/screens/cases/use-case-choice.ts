import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { CaseFilter, CaseOrder } from '../../domain/case-row.ts'
import type { CaseView } from '../../domain/case-view.ts'
import { useSessionStore } from '../../stores/session.ts'
import {
  choiceOfQuery,
  emptyChoice,
  filterOfChoice,
  orderOfView,
  queryOfChoice,
  type CaseChoice,
} from './case-query.ts'

/** Roles for which cases wait. */
const WORKING_ROLES: readonly string[] = ['handler', 'supervisor', 'planner']

/** What the ledger shows. The address is its only memory: a link, a reload and the back button show what was there. */
export function useCaseChoice() {
  const session = useSessionStore()
  const route = useRoute()
  const router = useRouter()
  const { name } = route

  const choice = computed<CaseChoice>((before) => {
    const now = route.name === name ? choiceOfQuery(route.query) : (before ?? emptyChoice())
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })
  const hasDuties = computed(() => session.roles.some((role) => WORKING_ROLES.includes(role)))
  const view = computed<CaseView>(
    () => choice.value.view ?? (hasDuties.value && choice.value.nos.length === 0 ? 'mine' : 'all'),
  )
  const filter = computed<CaseFilter | null>((before) => {
    if (!session.root) return null
    const now = filterOfChoice(choice.value, view.value, session.root)
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })

  const order = computed<CaseOrder>((before) => {
    const now = choice.value.order ?? orderOfView(view.value)
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })

  /** Changes a part; what is chosen to be read replaces the entry of the history, all else adds one. */
  async function change(part: Partial<CaseChoice>): Promise<void> {
    const next = { ...choice.value, ...part }
    const { root } = route.query
    const query = { ...(root !== undefined && { root }), ...queryOfChoice(next) }
    const isReading = Object.keys(part).every((key) => key === 'selected' || key === 'text')
    await (isReading ? router.replace({ query }) : router.push({ query }))
  }

  /** Shows a saved view. */
  async function open(query: string): Promise<void> {
    await change({ ...emptyChoice(), ...choiceOfQuery(Object.fromEntries(new URLSearchParams(query))) })
  }

  const clear = () => change({ ...emptyChoice(), view: choice.value.view, selected: choice.value.selected })

  return { choice, view, filter, order, hasDuties, change, open, clear }
}
