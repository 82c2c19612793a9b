import { describe, expect, it } from 'vitest'
import { filterKey } from '../../../src/map/tiles/filter-key.ts'

describe('the key of a filter', () => {
  it('is the same for the same meaning', () => {
    expect(filterKey({ root: 1, states: [3, 0, 3], categories: [9, 8] })).toBe(
      filterKey({ categories: [8, 9], states: [0, 3], root: 1 }),
    )
  })

  it('tells "none" from "any"', () => {
    const keys = [{ root: 1 }, { root: 1, campaign: 0 }, { root: 1, area: 0 }, { root: 1, states: [] }].map(filterKey)
    expect(new Set(keys).size).toBe(4)
  })

  it('changes with each part of the filter', () => {
    const filters = [
      { root: 1 },
      { root: 2 },
      { root: 1, area: 5 },
      { root: 1, campaign: 5 },
      { root: 1, categories: [5] },
      { root: 1, from: '2026-01-01T00:00:00Z' },
      { root: 1, to: '2026-01-01T00:00:00Z' },
      { root: 1, overdue: true },
    ]
    expect(new Set(filters.map(filterKey)).size).toBe(filters.length)
  })
})
