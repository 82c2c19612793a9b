import { describe, expect, it } from 'vitest'
import { unroutedCategories } from '../../../../src/screens/settings/routes/unrouted-categories.ts'

const CATEGORIES = [{ id: 1 }, { id: 2 }, { id: 7001 }]
const PARENTS = new Map([[1, 7001]])

const route = (categoryId: number | null, areaId: number | null = null) => ({ id: 1, categoryId, areaId, unitId: 9 })
const unrouted = (...routes: ReturnType<typeof route>[]) =>
  unroutedCategories(CATEGORIES, PARENTS, routes).map(({ id }) => id)

describe('the categories without a route', () => {
  it('are all where there is none', () => {
    expect(unrouted()).toEqual([1, 2, 7001])
  })

  it('are none where one route is for any category', () => {
    expect(unrouted(route(null))).toEqual([])
  })

  it('lose what a route above them answers for', () => {
    expect(unrouted(route(7001))).toEqual([2])
    expect(unrouted(route(1))).toEqual([2, 7001])
  })

  it('keep what is routed in one village alone', () => {
    expect(unrouted(route(2, 31), route(null, 31))).toEqual([1, 2, 7001])
  })
})
