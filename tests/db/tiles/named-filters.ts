import type { Filter } from './expected.ts'

/** What the filters name; three campaigns and six categories. */
export type FilterGround = {
  root: number
  village: number
  elsewhere: number
  campaigns: number[]
  categories: number[]
}

/** One filter of every kind and some together, by what they let through. */
export function namedFilters({
  root,
  village,
  elsewhere,
  campaigns,
  categories,
}: FilterGround): Record<string, Filter> {
  const [campaign = 0, other = 0] = campaigns
  return {
    everything: { root },
    'what is open': { root, states: [0, 1, 2, 3, 4, 10] },
    'what is closed per source': { root, states: [11] },
    'no state': { root, states: [] },
    'a campaign': { root, campaign },
    'no campaign': { root, campaign: 0 },
    'a village': { root, area: village },
    'the whole township by its area': { root, area: root },
    'in no area': { root, area: 0 },
    'an area elsewhere': { root, area: elsewhere },
    'a category': { root, categories: categories.slice(0, 1) },
    'no category': { root, categories: [] },
    'most categories': { root, categories: categories.slice(0, 5) },
    since: { root, from: '2026-03-01T00:00:00Z' },
    until: { root, to: '2026-03-01T00:00:00Z' },
    'a day': { root, from: '2026-02-03T00:00:00Z', to: '2026-02-04T00:00:00Z' },
    'an empty time': { root, from: '2026-02-03T00:00:00Z', to: '2026-02-03T00:00:00Z' },
    'campaign, village and states': { root, campaign: other, area: village, states: [0, 3, 5] },
    overdue: { root, overdue: true },
    'overdue or not': { root, overdue: false },
    'overdue in a village, of a campaign, being worked on': {
      root,
      overdue: true,
      area: village,
      campaign,
      states: [3],
    },
    'all at once': {
      root,
      campaign,
      area: village,
      states: [0, 5, 11],
      categories: categories.slice(0, 3),
      from: '2026-02-01T00:00:00Z',
    },
    'no campaign, no area, since': { root, campaign: 0, area: 0, from: '2026-02-01T00:00:00Z' },
  }
}

/** Their names, known before there is a database. */
export const FILTER_NAMES = Object.keys(
  namedFilters({ root: 0, village: 0, elsewhere: 0, campaigns: [], categories: [] }),
)
