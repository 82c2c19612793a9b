import { describe, expect, it } from 'vitest'
import type { HotspotFilter } from '../../../src/domain/filter.ts'
import { matchesFilter, type HotspotChange } from '../../../src/map/live/hotspot-change.ts'

const CHANGE: HotspotChange = {
  no: 1,
  state: 3,
  lng: 117.94,
  lat: 30.97,
  areaId: 12,
  campaignId: 5,
  categoryId: 9,
  isNew: false,
}
const NOW = new Date('2026-05-10T08:00:00Z')
const inTownship = (id: number, ancestor: number) => id === ancestor || (id === 12 && ancestor === 1)
const matches = (filter: Partial<HotspotFilter>, change: Partial<HotspotChange> = {}) =>
  matchesFilter({ ...CHANGE, ...change }, { root: 1, ...filter }, inTownship, NOW)

describe('a live change under a filter', () => {
  it('is seen when nothing is restricted', () => {
    expect(matches({})).toBe(true)
  })

  it('leaves the map when its new status is not asked for', () => {
    expect(matches({ states: [0, 1, 2] })).toBe(false)
    expect(matches({ states: [3] })).toBe(true)
  })

  it('is held against campaign and category', () => {
    expect(matches({ campaign: 5, categories: [9] })).toBe(true)
    expect(matches({ campaign: 0 })).toBe(false)
    expect(matches({ campaign: 0 }, { campaignId: 0 })).toBe(true)
    expect(matches({ categories: [8] })).toBe(false)
  })

  it('counts for an area and everything above it', () => {
    expect(matches({ area: 12 })).toBe(true)
    expect(matches({ area: 1 })).toBe(true)
    expect(matches({ area: 13 })).toBe(false)
    expect(matches({ area: 0 })).toBe(false)
    expect(matches({ area: 0 }, { areaId: 0 })).toBe(true)
  })

  it('stays among what is overdue as long as its clock runs, and a new one is not among it', () => {
    expect(matches({ overdue: true })).toBe(true)
    expect(matches({ overdue: true }, { state: 5 })).toBe(false)
    expect(matches({ overdue: true }, { state: 10 })).toBe(false)
    expect(matches({ overdue: true }, { isNew: true })).toBe(false)
  })

  it('is held against the time range only when it is new, for only then is its time known', () => {
    const lastYear = { from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }
    expect(matches(lastYear)).toBe(true)
    expect(matches(lastYear, { isNew: true })).toBe(false)
    expect(matches({ from: '2026-05-01T00:00:00Z' }, { isNew: true })).toBe(true)
  })
})
