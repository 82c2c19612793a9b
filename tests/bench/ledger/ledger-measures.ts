import type { Measure } from '../measure/measure-all.ts'
import type { Site } from '../measure/site.ts'
import type { Choices } from '../subjects/choices.ts'

const PER_ROUND = 20

interface Question {
  filter?: Record<string, unknown>
  sort?: 'reported' | 'due' | 'updated'
  isDescending?: boolean
  after?: unknown
}

interface Page {
  rows: { no: number }[]
  next: unknown
}

async function pageOf({ clients, root }: Site, { filter, sort, isDescending, after }: Question): Promise<Page> {
  const { data, error } = await clients.supervisor.rpc('case_page', {
    p_filter: { root, ...filter },
    p_sort: sort ?? 'reported',
    p_descending: isDescending ?? true,
    ...(after !== undefined && { p_after: after as Record<string, string> }),
  })
  if (error) throw error
  return data as unknown as Page
}

/** The ledger through HTTP as a supervisor of the whole town: first pages, next ones, filters, orders, counts. */
export function ledgerMeasures(choices: Choices, rareCategory: number): Measure[] {
  const areaAt = (turn: number) => choices.spots[turn % choices.spots.length]?.areaId ?? 0
  const page = (name: string, question: (turn: number) => Question): Measure => ({
    name,
    perRound: PER_ROUND,
    run: async (site, turn) => {
      const { rows } = await pageOf(site, question(turn))
      if (rows.length === 0) throw new Error(`${name}: nothing was found.`)
    },
  })
  const next = new WeakMap<Site, unknown>()
  const nextPage = (name: string, question: Question): Measure => ({
    name,
    perRound: PER_ROUND,
    prepare: async (site, turn) => {
      if (turn % PER_ROUND === 0) next.delete(site)
      next.set(site, (await pageOf(site, { ...question, after: next.get(site) })).next)
    },
    run: async (site) => {
      await pageOf(site, { ...question, after: next.get(site) })
    },
  })
  const { campaign, category, time } = choices
  return [
    page('first page, newest first', () => ({})),
    page('first page, by due date', () => ({ sort: 'due', isDescending: false })),
    page('first page, last changed', () => ({ sort: 'updated' })),
    nextPage('next page, newest first', {}),
    nextPage('next page, by due date', { sort: 'due', isDescending: false }),
    page('a page in the middle', () => ({ after: { at: '2025-11-20T00:00:00Z', no: 1 } })),
    page('view: mine', () => ({ filter: { view: 'mine' } })),
    page('view: to verify', () => ({ filter: { view: 'to_verify' } })),
    page('view: overdue, by due date', () => ({ filter: { view: 'overdue' }, sort: 'due', isDescending: false })),
    page('view: overdue, newest first', () => ({ filter: { view: 'overdue' } })),
    page('view: ownerless', () => ({ filter: { view: 'ownerless' } })),
    page('filter: area', (turn) => ({ filter: { area: areaAt(turn) } })),
    page('filter: campaign', () => ({ filter: { campaign } })),
    page('filter: common category', () => ({ filter: { categories: [category] } })),
    page('filter: rare category', () => ({ filter: { categories: [rareCategory] } })),
    page('filter: seven months', () => ({ filter: time })),
    page('filter: seven months, by due date', () => ({ filter: time, sort: 'due' })),
    page('filter: area, campaign, state', (turn) => ({
      filter: { area: areaAt(turn), campaign, states: [0, 1, 2, 3] },
    })),
    {
      name: 'counts of the views',
      perRound: PER_ROUND,
      run: async ({ clients, root }) => {
        const { error } = await clients.supervisor.rpc('case_counts', { p_filter: { root } })
        if (error) throw error
      },
    },
  ]
}
