import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'
import { addUnit } from '../support/people.ts'

describe('the unit that a new case is proposed to', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  /** A shipped category, one of the township's own below it, and one that has nothing to do with them. */
  let category: { general: number; own: number; other: number }
  let westUnit: number

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { root } = dispatch.township
    const { general, other } = await one<{ general: number; other: number }>(
      db.query,
      'select min(id) as general, max(id) as other from public.categories where root_id is null',
    )
    const { id: own } = await one<{ id: number }>(
      db.query,
      `insert into public.categories (root_id, code_system, code, valid_from, name, parent_id)
       values ($1, 'local', 'x', '2026-01-01', '贴纸式', $2) returning id`,
      [root, general],
    )
    category = { general, own, other }
    westUnit = await addUnit(db.query, root, '西村村委会')
  })
  afterAll(() => db.close())
  beforeEach(() => db.query('delete from public.category_routes'))

  const route = (of: number | null, area: number | null, unit: number, root = dispatch.township.root) =>
    db.query('insert into public.category_routes (root_id, category_id, area_id, unit_id) values ($1, $2, $3, $4)', [
      root,
      of,
      area,
      unit,
    ])
  const report = async (of: number, [lng, lat]: [number, number]) => {
    const { id } = await addHotspot(db.query, { root: dispatch.township.root, lng, lat, category: of })
    return id
  }
  const proposedTo = async (id: string) =>
    (
      await one<{ unit: number | null }>(
        db.query,
        'select proposed_unit_id as unit from public.hotspots where id = $1',
        [id],
      )
    ).unit

  it('is nobody where no route answers', async () => {
    const { at } = dispatch.township
    expect(await proposedTo(await report(category.general, at.west))).toBeNull()
    await route(category.general, dispatch.township.west, westUnit)
    expect(await proposedTo(await report(category.general, at.east))).toBeNull()
    expect(await proposedTo(await report(category.other, at.west))).toBeNull()
    expect(await proposedTo(await report(category.general, at.outside))).toBeNull()
  })

  it('follows the more exact category, then the more exact area', async () => {
    const { at, west, root } = dispatch.township
    const { cleaners, market } = dispatch.units
    const other = await addUnit(db.query, root, '谁也不管办公室')
    await route(null, null, other)
    await route(null, west, westUnit)
    await route(category.general, null, cleaners)
    expect(await proposedTo(await report(category.other, at.outside))).toBe(other)
    expect(await proposedTo(await report(category.other, at.west))).toBe(westUnit)
    expect(await proposedTo(await report(category.own, at.west))).toBe(cleaners)
    await route(category.general, west, westUnit)
    expect(await proposedTo(await report(category.own, at.west))).toBe(westUnit)
    await route(category.own, null, market)
    expect(await proposedTo(await report(category.own, at.west))).toBe(market)
    expect(await proposedTo(await report(category.general, at.direct))).toBe(cleaners)
  })

  it('changes with the routes for cases that wait for a unit, and for no others', async () => {
    const { at, root, west } = dispatch.township
    const waiting = await report(category.general, at.west)
    const elsewhere = await report(category.general, at.east)
    const inWork = await addHotspot(db.query, {
      root,
      lng: at.west[0],
      lat: at.west[1],
      category: category.general,
      status: 'in_progress',
      unit: dispatch.units.market,
    })
    const ended = await addHotspot(db.query, {
      root,
      lng: at.west[0],
      lat: at.west[1],
      category: category.general,
      status: 'rejected',
    })
    await route(category.general, west, westUnit)
    expect([await proposedTo(waiting), await proposedTo(elsewhere)]).toEqual([westUnit, null])
    expect([await proposedTo(inWork.id), await proposedTo(ended.id)]).toEqual([null, null])
    await db.query('update public.category_routes set unit_id = $1', [dispatch.units.cleaners])
    expect(await proposedTo(waiting)).toBe(dispatch.units.cleaners)
    await db.query('delete from public.category_routes')
    expect(await proposedTo(waiting)).toBeNull()
  })

  it('follows a case to another area', async () => {
    const { at, west } = dispatch.township
    await route(null, west, westUnit)
    const id = await report(category.general, at.west)
    await db.query('update public.hotspots set lng = $2, lat = $3 where id = $1', [id, ...at.east])
    expect(await proposedTo(id)).toBeNull()
  })

  describe('a route', () => {
    const tries = async (person: DispatchPerson, values: (number | null)[]) =>
      db.rehearse(dispatch.people[person], async (query) =>
        refusalOf(
          await attempt(
            query,
            'insert into public.category_routes (root_id, category_id, area_id, unit_id) values ($1, $2, $3, $4)',
            values,
          ),
        ),
      )

    it('is made by who administers the root', async () => {
      const { root } = dispatch.township
      expect(await tries('admin', [root, category.general, null, westUnit])).toBeNull()
      for (const person of ['planner', 'supervisor', 'handler of the unit', 'viewer', 'stranger'] as const)
        expect(await tries(person, [root, category.general, null, westUnit])).toBe('42501')
    })

    it('names nothing of another root', async () => {
      const { root } = dispatch.township
      const { foreign } = dispatch
      expect(await tries('admin', [root, category.general, null, foreign.unit])).toBe('PT422 unit_unknown')
      expect(await tries('admin', [root, category.general, foreign.root, westUnit])).toBe('PT422 area_unknown')
      expect(await tries('admin', [dispatch.township.west, category.general, null, westUnit])).toMatch(/^PT422 /)
      const { id } = await one<{ id: number }>(
        db.query,
        `insert into public.categories (root_id, code_system, code, valid_from, name)
         values ($1, 'local', $2, '2026-01-01', '邻镇类别') returning id`,
        [foreign.root, 'y'],
      )
      expect(await tries('admin', [root, id, null, westUnit])).toBe('PT422 category_unknown')
    })
  })
})
