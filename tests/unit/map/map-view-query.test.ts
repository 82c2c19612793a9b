import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeLayers, LAYER_KEYS, type LayerView } from '../../../src/domain/layer-view.ts'
import { STATUS_GROUPS } from '../../../src/domain/status-group.ts'
import { emptyView, queryOfView, viewOfQuery, type MapView } from '../../../src/stores/map-view-query.ts'

const id = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null })
const day = fc.option(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
  { nil: null },
)
const layers: fc.Arbitrary<LayerView> = fc
  .array(
    fc.record({
      keys: fc.oneof(
        fc.subarray([...LAYER_KEYS]),
        fc.constantFrom('area', 'place', 'hotspots').map((group) => LAYER_KEYS.filter((key) => key.startsWith(group))),
      ),
      visible: fc.boolean(),
      opacity: fc.integer({ min: 10, max: 100 }).map((n) => n / 100),
    }),
    { maxLength: 3 },
  )
  .map((changes) =>
    changes.reduce<LayerView>((view, { keys, visible, opacity }) => changeLayers(view, keys, { visible, opacity }), {}),
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
  overdue: fc.boolean(),
  hotspot: id,
  layers,
  replay: day,
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

describe('the layers of an address', () => {
  it('name a group once and only what is not as usual', () => {
    const places = LAYER_KEYS.filter((key) => key.startsWith('place.'))
    const hidden = changeLayers({}, places, { visible: false })
    expect(queryOfView({ ...emptyView(), layers: hidden })).toEqual({ layers: 'place-' })
    const mixed = changeLayers(changeLayers({}, ['place.bus_stop'], { visible: false }), ['hotspots'], { opacity: 0.4 })
    expect(queryOfView({ ...emptyView(), layers: mixed })).toEqual({ layers: 'place.bus_stop-,hotspots40' })
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
    { layers: 'nothing-,place.nothing40,40,-' },
    { replay: 'then' },
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
