import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Query, TestDatabase } from '../../support/test-database.ts'
import { counterDifferences } from '../counters/counter-differences.ts'
import { addArea, addBoundary, addRoot } from '../support/areas.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { box } from '../support/box.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

type Progress = { done: boolean; processed: number; total: number; changed: number }

describe('the area of a point', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  const opened: TestDatabase[] = []

  beforeEach(async () => {
    // One database for all: a fresh township each time, which no other test sees.
    db = opened[0] ?? (await openTestDatabase({ seed: false }))
    if (opened.length === 0) opened.push(db)
    dispatch = await addDispatch(db.query)
  })
  afterAll(() => opened[0]?.close())

  const areaAt = async (lng: number, lat: number, root = dispatch.township.root) =>
    (await one<{ id: number | null }>(db.query, 'select private.area_at($1, $2, $3) as id', [root, lng, lat])).id

  describe('is', () => {
    it('the most specific level that covers it', async () => {
      const { root, west, at } = dispatch.township
      const grid = await addArea(db.query, west, {
        name: '网格',
        level: 'grid',
        boundary: box(117.91, 30.94, 117.93, 30.96),
      })
      expect(await areaAt(...at.west)).toBe(grid)
      expect(await areaAt(117.935, 30.95)).toBe(west)
      expect(await areaAt(...at.direct)).toBe(root)
      expect(await areaAt(...at.outside)).toBeNull()
    })

    it('the most specific even where it is the larger one', async () => {
      const { west } = dispatch.township
      const wide = await addArea(db.query, west, {
        name: '大网格',
        level: 'grid',
        boundary: box(117.8, 30.8, 118, 31.1),
      })
      expect(await areaAt(117.92, 30.95)).toBe(wide)
    })

    it('the smallest of several of one level', async () => {
      const { root } = dispatch.township
      await addArea(db.query, root, { name: '大', boundary: box(117.9, 30.97, 117.98, 31.01) })
      const small = await addArea(db.query, root, { name: '小', boundary: box(117.93, 30.98, 117.95, 31) })
      expect(await areaAt(117.94, 30.99)).toBe(small)
    })

    it('the first of several of one size', async () => {
      const { root } = dispatch.township
      const first = await addArea(db.query, root, { name: '甲', boundary: box(117.93, 30.98, 117.95, 31) })
      await addArea(db.query, root, { name: '乙', boundary: box(117.93, 30.98, 117.95, 31) })
      expect(await areaAt(117.94, 30.99)).toBe(first)
    })

    it('one of the two whose border it lies on, always the same', async () => {
      const { west, east } = dispatch.township
      const onBorder = await areaAt(117.94, 30.95)
      expect([west, east]).toContain(onBorder)
      expect(await areaAt(117.94, 30.95)).toBe(onBorder)
      expect(await areaAt(117.94 - 1e-6, 30.95)).toBe(west)
      expect(await areaAt(117.94 + 1e-6, 30.95)).toBe(east)
    })

    it('an area for every point of a slanted border', async () => {
      const root = await addRoot(db.query, { name: '斜', level: 'county' })
      const triangle = (a: number[], b: number[], c: number[]) => ({
        type: 'Polygon' as const,
        coordinates: [[a, b, c, a]],
      })
      const [sw, se, ne, nw] = [
        [117.9, 30.9],
        [117.9337, 30.9],
        [117.9337, 30.9211],
        [117.9, 30.9211],
      ]
      await addArea(db.query, root, { name: '左上', boundary: triangle(sw!, ne!, nw!) })
      await addArea(db.query, root, { name: '右下', boundary: triangle(sw!, se!, ne!) })
      const lost = await db.query(
        `select t from generate_series(1, 999) t
         where private.area_at($1, 117.9 + 0.0337 * t / 1000, 30.9 + 0.0211 * t / 1000) is null`,
        [root],
      )
      expect(lost).toEqual([])
    })

    it('never one of another tree', async () => {
      const [lng, lat] = dispatch.township.at.west
      expect(await areaAt(lng, lat, dispatch.foreign.root)).toBeNull()
    })
  })

  const areaOf = async (id: string) =>
    (await one<{ area: number | null }>(db.query, 'select area_id as area from public.hotspots where id = $1', [id]))
      .area
  const wrong = () =>
    db.query(
      `select no from public.hotspots h where root_id = $1 and area_id is distinct from private.area_at(root_id, lng, lat)`,
      [dispatch.township.root],
    )
  const reassign = (limit: number, person: DispatchPerson = 'planner') =>
    db.as(dispatch.people[person], async (query: Query) => {
      const { progress } = await one<{ progress: Progress }>(
        query,
        'select public.reassign_areas($1, $2) as progress',
        [dispatch.township.root, limit],
      )
      return progress
    })
  const add = async (where: keyof Dispatch['township']['at'], n: number) => {
    const [lng, lat] = dispatch.township.at[where]
    const made = []
    for (let i = 0; i < n; i += 1) made.push(await addHotspot(db.query, { root: dispatch.township.root, lng, lat }))
    return made
  }

  it('is found again after areas came in later, in chunks that say how far they are', async () => {
    await add('west', 4)
    await add('east', 1)
    await add('direct', 3)
    const rows = [{ i: 0, key: '1', name: '北村', geometry: box(117.9, 30.97, 117.98, 31.01) }]
    await db.as(dispatch.people.planner, (query) =>
      query(`select public.import_areas('later', $1, 'village', $2)`, [dispatch.township.root, rows]),
    )
    expect(await wrong()).toHaveLength(3)
    const steps: Progress[] = []
    for (let done = false; !done; done = steps.at(-1)!.done) steps.push(await reassign(3))
    expect(steps).toEqual([
      { done: false, processed: 3, total: 8, changed: 0 },
      { done: false, processed: 6, total: 8, changed: 1 },
      { done: true, processed: 8, total: 8, changed: 3 },
    ])
    expect(await wrong()).toEqual([])
    expect(await counterDifferences(db.query)).toEqual([])
    expect(await reassign(3)).toEqual({ done: true, processed: 0, total: 0, changed: 0 })
  })

  it('is found again after a boundary was moved', async () => {
    const [{ id } = { id: '' }] = await add('west', 1)
    expect(await areaOf(id)).toBe(dispatch.township.west)
    await addBoundary(db.query, dispatch.township.west, box(117.9, 30.93, 117.91, 30.97))
    await addBoundary(db.query, dispatch.township.east, box(117.91, 30.93, 117.98, 30.97))
    expect(await reassign(100)).toEqual({ done: true, processed: 1, total: 1, changed: 1 })
    expect(await areaOf(id)).toBe(dispatch.township.east)
  })

  it('begins again when a boundary moves in the middle of it', async () => {
    await add('west', 4)
    await addBoundary(db.query, dispatch.township.west, box(117.9, 30.93, 117.93, 30.97))
    expect(await reassign(2)).toMatchObject({ done: false, processed: 2 })
    await addBoundary(db.query, dispatch.township.west, box(117.9, 30.93, 117.91, 30.97))
    expect(await reassign(2)).toMatchObject({ done: false, processed: 2, changed: 2 })
    expect(await reassign(2)).toMatchObject({ done: true, processed: 4, changed: 4 })
    expect(await wrong()).toEqual([])
  })

  it('is what lies above after an area was deleted', async () => {
    const [{ id } = { id: '' }] = await add('west', 1)
    await db.query(
      `insert into public.places (root_id, kind, name, lng, lat) values ($1, 'market', '市场', 117.92, 30.95)`,
      [dispatch.township.root],
    )
    const gone = await db.as(dispatch.people.admin, (query) =>
      query('delete from public.areas where id = $1 returning id', [dispatch.township.west]),
    )
    expect(gone).toHaveLength(1)
    expect(await reassign(100)).toMatchObject({ done: true, changed: 1 })
    expect(await areaOf(id)).toBe(dispatch.township.root)
    const places = await db.query('select area_id from public.places where root_id = $1', [dispatch.township.root])
    expect(places).toEqual([{ area_id: dispatch.township.root }])
    expect(await counterDifferences(db.query)).toEqual([])
  })

  it('of a place is found again at once', async () => {
    await db.query(
      `insert into public.places (root_id, kind, name, lng, lat) values ($1, 'market', '市场', 117.94, 30.99)`,
      [dispatch.township.root],
    )
    const north = await addArea(db.query, dispatch.township.root, {
      name: '北',
      boundary: box(117.9, 30.97, 117.98, 31.01),
    })
    const places = await db.query('select area_id from public.places where root_id = $1', [dispatch.township.root])
    expect(places).toEqual([{ area_id: north }])
  })

  it('is looked for anew only by whoever plans or administers', async () => {
    await add('west', 1)
    const endings: Record<string, string> = {}
    for (const person of DISPATCH_PEOPLE) {
      const answer = await db.rehearse(dispatch.people[person], (query) =>
        attempt(query, 'select public.reassign_areas($1)', [dispatch.township.root]),
      )
      endings[person] = refusalOf(answer) ?? 'may'
    }
    const MAY = ['admin', 'planner', 'planner of the village']
    const SHUT = ['signed-out person', 'secret key']
    const expected = (person: DispatchPerson) =>
      MAY.includes(person) ? 'may' : SHUT.includes(person) ? '42501' : 'PT403 not_allowed'
    expect(endings).toEqual(Object.fromEntries(DISPATCH_PEOPLE.map((person) => [person, expected(person)])))
  })
})
