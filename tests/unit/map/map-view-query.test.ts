import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_GROUPS } from '../../../src/domain/status-group.ts'
import { emptyView, queryOfView, viewOfQuery, type MapView } from '../../../src/stores/map-view-query.ts'

const id = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null })
const day = fc.option(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
  { nil: null },
)
const view: fc.Arbitrary<MapView> = fc.record({
  camera: fc.option(
    fc.record({
      lng: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5),
      lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((n) => n / 1e5),
      zoom: fc.integer({ min: 0, max: 2100 }).map((n) => n / 100),
    }),
    { nil: null },
  ),
  area: id,
  campaign: id,
  categories: fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 5 }),
  groups: fc.subarray([...STATUS_GROUPS]),
  from: day,
  to: day,
  hotspot: id,
})

describe('the address of a view', () => {
  it('opens the same view again', () => {
    fc.assert(
      fc.property(view, (each) => {
        expect(viewOfQuery(queryOfView(each))).toEqual(each)
      }),
    )
  })

  it('is empty for the default view', () => {
    expect(queryOfView(emptyView())).toEqual({})
  })
})

describe('an address that cannot be read', () => {
  it.each([
    { m: '12/91/117' },
    { m: 'a/b/c' },
    { m: '' },
    { m: '12/31' },
    { area: '-1' },
    { campaign: '1e9' },
    { cats: 'x,y' },
    { from: '2026-02-30' },
    { to: 'tomorrow' },
    { sel: '' },
    { sel: null },
  ])('%o opens the default view', (query) => {
    expect(viewOfQuery(query)).toEqual(emptyView())
  })

  it('keeps the parts that can', () => {
    expect(viewOfQuery({ states: 'done,nonsense', area: '7', sel: ['3', '4'] })).toEqual({
      ...emptyView(),
      groups: ['done'],
      area: 7,
      hotspot: 3,
    })
  })
})
