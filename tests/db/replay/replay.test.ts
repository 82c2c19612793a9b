import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { addCrowd } from '../support/crowd.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'
import type { Filter } from '../tiles/expected.ts'
import { FILTER_NAMES, namedFilters } from '../tiles/named-filters.ts'
import { chunksOf, play, standAt, WORLD } from './played.ts'
import { recount, withoutEmpty, type Stand } from './recount.ts'

/** Clocks go forward there on 29 March 2026, a Sunday. */
const TIME_ZONE = 'Europe/Berlin'
const LEVEL = 14

/** Sundays of half a year; the step after the last of them is now. */
const DAYS = Array.from({ length: 26 }, (_, week) =>
  new Date(Date.UTC(2026, 0, 4 + 7 * week)).toISOString().slice(0, 10),
)
const LOOKED_AT = [2, DAYS.indexOf('2026-03-29'), DAYS.indexOf('2026-05-10'), DAYS.length]

describe('replay', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let filters: Record<string, Filter>

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { township, units } = dispatch
    const ids = async (sql: string) => (await db.query<{ id: number }>(sql)).map(({ id }) => id)
    const campaigns = await ids(`select id from public.campaigns where root_id = ${township.root} order by id limit 3`)
    const categories = await ids('select id from public.categories where root_id is null order by id limit 6')
    await addCrowd(
      db.query,
      { township, campaigns, units: [units.cleaners, units.market], categories },
      { spread: 3000, crowded: 500 },
    )
    filters = namedFilters({
      root: township.root,
      village: township.west,
      elsewhere: dispatch.foreign.root,
      campaigns,
      categories,
    })
    await db.query(
      `insert into public.settings (area_id, key, value) values ($1, 'time_zone', to_jsonb($2::text))
       on conflict (area_id, key) do update set value = excluded.value`,
      [township.root, TIME_ZONE],
    )
    // Closed some days after the report, sometimes before it (sources say such things); what a source closed has no date now and then.
    await db.query(`
      update public.hotspots set closed_at = case when state = 11 and no % 3 = 0 then null
        else reported_at + (no * 37 % 70 - 4) * interval '1 day' end
      where end_reason is not null`)
  })
  afterAll(() => db.close())

  /** Whoever sees a hotspot of an area finds it by that area, also without seeing the area itself. */
  function areasOf({ area }: Filter): number[] | null {
    const { root, west, east } = dispatch.township
    if (area === undefined) return null
    if (area === root) return [root, west, east]
    return area === west || area === east || area === 0 ? [area] : []
  }

  async function expectTruth(actor: Actor, filter: Filter): Promise<void> {
    const chunks = await db.rehearse(actor, (query) => play(query, filter, DAYS, LEVEL))
    for (const step of LOOKED_AT) {
      const told = standAt(chunks, step)
      const expected = await db.rehearse(actor, (query) =>
        recount(query, { timeZone: TIME_ZONE, day: DAYS[step] ?? null, filter, areas: areasOf(filter), level: LEVEL }),
      )
      expect(told.total, `step ${step}`).toEqual(expected.total)
      expect(withoutEmpty(told.byCell), `step ${step}`).toEqual(withoutEmpty(expected.byCell))
    }
  }

  it.each(FILTER_NAMES)('agrees with a recount at four steps, with the filter: %s', async (name) => {
    await expectTruth(dispatch.people.viewer, filters[name]!)
  })

  it('has something to tell at every one of them', async () => {
    const chunks = await db.rehearse(dispatch.people.viewer, (query) => play(query, filters.everything!, DAYS, LEVEL))
    const stands = LOOKED_AT.map((step) => standAt(chunks, step).total)
    for (const key of ['found', 'done', 'bySource'] as const) {
      const values = stands.map((stand) => stand[key])
      expect(values[0]).toBeGreaterThan(0)
      expect(new Set(values).size).toBe(values.length)
    }
  })

  it.each<DispatchPerson>([
    'admin',
    'planner of the village',
    'supervisor of another village',
    'supervisor of another village who handles for the unit',
    'handler of the unit',
    'handler of the unit in another village',
    'officer of the village',
    'viewer',
    'leader',
  ])('shows the %s the hotspots that this person sees, and no others', async (person) => {
    const actor = dispatch.people[person]
    for (const name of ['everything', 'a village', 'a campaign', 'in no area', 'most categories'])
      await expectTruth(actor, filters[name]!)
    const chunks = await db.rehearse(actor, (query) => play(query, filters.everything!, DAYS, null))
    const { n } = await db.rehearse(actor, (query) =>
      one<{ n: number }>(query, 'select count(*)::int as n from public.hotspots where root_id = $1', [
        dispatch.township.root,
      ]),
    )
    expect(n).toBeGreaterThan(0)
    expect(standAt(chunks, DAYS.length).rows).toBe(n)
  })

  it.each<DispatchPerson>(['stranger', 'person without a role'])('shows the %s nothing', async (person) => {
    const chunks = await db.rehearse(dispatch.people[person], (query) => play(query, filters.everything!, DAYS, LEVEL))
    expect(chunks.map(({ rows, cells, byArea }) => [rows, cells.key, byArea.of])).toEqual([[0, [], []]])
  })

  it.each(['select public.replay_chunks($1, $2)', "select public.replay_chunk($1, '[]', 0, 1)"])(
    'is not for signed-out people: %s',
    async (sql) => {
      const parameters = sql.includes('$2') ? [filters.everything, JSON.stringify([WORLD])] : [filters.everything]
      await expect(
        db.rehearse(dispatch.people['signed-out person'], (query) => query(sql, parameters)),
      ).rejects.toMatchObject({ code: '42501' })
    },
  )

  describe('by area', () => {
    async function areasAt(person: DispatchPerson, filter: Filter, step: number): Promise<Record<string, Stand>> {
      const actor = dispatch.people[person]
      const chunks = await db.rehearse(actor, (query) => play(query, filter, DAYS, null))
      expect(chunks.every(({ cells, byCell }) => cells.key.length === 0 && byCell.of.length === 0)).toBe(true)
      return withoutEmpty(standAt(chunks, step).byArea)
    }
    async function counted(person: DispatchPerson, filter: Filter, day: string | null) {
      const count = await db.rehearse(dispatch.people[person], (query) =>
        recount(query, { timeZone: TIME_ZONE, day, filter, areas: areasOf(filter), level: LEVEL }),
      )
      return withoutEmpty(count.byArea)
    }

    it('names each child of the township, what lies directly in it and what lies in no area', async () => {
      const { root, west, east } = dispatch.township
      for (const step of LOOKED_AT) {
        const told = await areasAt('viewer', filters.everything!, step)
        const expected = await counted('viewer', filters.everything!, DAYS[step] ?? null)
        expect(told).toEqual({
          [west]: expected[west],
          [east]: expected[east],
          '-1': expected[root],
          '0': expected[0],
        })
      }
    })

    it('counts a village that has no children as one line', async () => {
      const { west } = dispatch.township
      const told = await areasAt('viewer', filters['a village']!, DAYS.length)
      const expected = await counted('viewer', filters['a village']!, null)
      expect(told).toEqual({ '-1': expected[west] })
    })

    it('gathers what a handler sees in areas that are not theirs in one line', async () => {
      const { east } = dispatch.township
      const person = 'handler of the unit in another village'
      const told = await areasAt(person, filters.everything!, DAYS.length)
      const expected = await counted(person, filters.everything!, null)
      expect(told[east]).toEqual(expected[east])
      expect(told['0']).toEqual(expected['0'])
      expect(told['-2']?.found).toBeGreaterThan(0)
    })
  })

  describe('time', () => {
    let root: number

    beforeAll(async () => {
      root = dispatch.foreign.root
      await db.query(
        `insert into public.settings (area_id, key, value) values ($1, 'time_zone', to_jsonb($2::text))
         on conflict (area_id, key) do update set value = excluded.value`,
        [root, TIME_ZONE],
      )
    })

    async function firstStep(reportedAt: string, days: string[]): Promise<number[]> {
      return db.rehearse({ role: 'authenticated', userId: dispatch.people.stranger.userId! }, async (query) => {
        const chunks = await play(query, { root, from: reportedAt, to: plusSecond(reportedAt) }, days, null)
        return chunks.flatMap(({ byArea }) => byArea.step)
      })
    }
    const plusSecond = (instant: string) => new Date(Date.parse(instant) + 1000).toISOString()

    it.each<[reportedAt: string, step: number]>([
      // Winter time, an hour ahead of UTC.
      ['2026-03-22T22:59:59Z', 0],
      ['2026-03-22T23:00:00Z', 1],
      // The Sunday of 23 hours ends at 22:00 UTC.
      ['2026-03-29T21:59:59Z', 1],
      ['2026-03-29T22:00:00Z', 2],
      ['2030-01-01T00:00:00Z', 2],
    ])('counts %s from the step %i on, by the days of the township', async (reportedAt, step) => {
      await addHotspot(db.query, { root, lng: 117.5, lat: 31, reportedAt })
      expect(await firstStep(reportedAt, ['2026-03-22', '2026-03-29'])).toEqual([step])
    })

    it('has a single step, now, when it is given no days', async () => {
      await addHotspot(db.query, { root, lng: 117.5, lat: 31, reportedAt: '2025-01-01T00:00:00Z' })
      expect(await firstStep('2025-01-01T00:00:00Z', [])).toEqual([0])
    })
  })

  describe('in chunks', () => {
    it('covers every range without gap or overlap, whatever the number of chunks', async () => {
      const ranges: [number, number][] = [
        [5, 2 ** 30],
        [2 ** 40, 2 ** 52],
      ]
      const chunks = await db.rehearse(dispatch.people.viewer, (query) => chunksOf(query, filters.everything!, ranges))
      for (const [from, to] of ranges) {
        const own = chunks.filter(([start]) => start >= from && start < to)
        expect(own[0]?.[0]).toBe(from)
        expect(own.at(-1)?.[1]).toBe(to)
        own.slice(1).forEach(([start], i) => expect(start).toBe(own[i]![1]))
      }
    })

    it('cuts where about so many hotspots lie between, and adds up to the same', async () => {
      const actor = dispatch.people.viewer
      const cut = await db.rehearse(actor, (query) => chunksOf(query, filters.everything!, [WORLD], 640))
      expect(cut.length).toBeGreaterThan(3)
      cut.slice(1).forEach(([start], i) => expect(start).toBe(cut[i]![1]))
      expect([cut[0]![0], cut.at(-1)![1]]).toEqual(WORLD)
      const parts = await db.rehearse(actor, (query) => play(query, filters.everything!, DAYS, LEVEL, 640))
      expect(parts).toHaveLength(cut.length)
      for (const { rows } of parts) expect(rows).toBeLessThan(3 * 640)
      const whole = await db.rehearse(actor, (query) => play(query, filters.everything!, DAYS, LEVEL))
      expect(whole).toHaveLength(1)
      for (const step of LOOKED_AT) expect(standAt(parts, step)).toEqual(standAt(whole, step))
    })

    it('tells the same in one piece as in three', async () => {
      const [{ middle, late }] = (await db.query<{ middle: number; late: number }>(
        `select percentile_disc(0.4) within group (order by key) >> 8 as middle, percentile_disc(0.7) within group (order by key) >> 8 as late
         from public.hotspots where root_id = $1`,
        [dispatch.township.root],
      )) as [{ middle: number; late: number }]
      const read = (from: number, to: number) =>
        db.rehearse(dispatch.people.viewer, async (query) => {
          const sql = 'select public.replay_chunk($1, $2, $3, $4, $5) as chunk'
          const { chunk } = await one<{ chunk: Awaited<ReturnType<typeof play>>[number] }>(query, sql, [
            filters.everything,
            JSON.stringify(DAYS),
            from,
            to,
            LEVEL,
          ])
          return chunk
        })
      const whole = [await read(...WORLD)]
      const parts = [await read(0, middle), await read(middle, late), await read(late, WORLD[1])]
      expect(parts.every(({ rows }) => rows > 0)).toBe(true)
      for (const step of LOOKED_AT) expect(standAt(parts, step)).toEqual(standAt(whole, step))
    })

    it('says where the hotspots of a cell lie on average, and how many have been closed without a date', async () => {
      const [chunk] = await db.rehearse(dispatch.people.viewer, (query) => play(query, filters.everything!, DAYS, 12))
      const expected = await db.query<{ key: number; n: number; lng: number; lat: number }>(
        `select key >> 36 as key, count(*)::int as n, avg(lng) as lng, avg(lat) as lat from public.hotspots
         where root_id = $1 group by 1 order by 1`,
        [dispatch.township.root],
      )
      expect(chunk!.cells.key).toEqual(expected.map(({ key }) => key))
      expect(chunk!.cells.n).toEqual(expected.map(({ n }) => n))
      chunk!.cells.lng.forEach((lng, i) => expect(lng).toBeCloseTo(expected[i]!.lng, 5))
      chunk!.cells.lat.forEach((lat, i) => expect(lat).toBeCloseTo(expected[i]!.lat, 5))
      const { undated } = await one<{ undated: number }>(
        db.query,
        'select count(*)::int as undated from public.hotspots where root_id = $1 and end_reason is not null and closed_at is null',
        [dispatch.township.root],
      )
      expect(undated).toBeGreaterThan(0)
      expect(chunk!.undated).toBe(undated)
    })
  })

  it.each<[what: string, sql: string]>([
    ['a level too deep', `select public.replay_chunk('{"root": 1}', '[]', 0, 1, 21)`],
    ['a negative level', `select public.replay_chunk('{"root": 1}', '[]', 0, 1, -1)`],
    ['a range beyond the world', `select public.replay_chunk('{"root": 1}', '[]', 0, 4503599627370497)`],
    ['a range backwards', `select public.replay_chunk('{"root": 1}', '[]', 2, 1)`],
    ['no range', `select public.replay_chunk('{"root": 1}', '[]', null, 1)`],
    ['no days', `select public.replay_chunk('{"root": 1}', null, 0, 1)`],
    ['days that are no list', `select public.replay_chunk('{"root": 1}', '{"a": 1}', 0, 1)`],
    ['a day that is none', `select public.replay_chunk('{"root": 1}', '["2026-02-30"]', 0, 1)`],
    [
      'too many days',
      `select public.replay_chunk('{"root": 1}', (select jsonb_agg(date '2020-01-01' + i) from generate_series(1, 601) i), 0, 1)`,
    ],
    ['a word for an area', `select public.replay_chunk('{"root": 1, "area": "x"}', '[]', 0, 1)`],
    ['ranges that are no list', `select public.replay_chunks('{"root": 1}', '{"a": 1}')`],
    ['ranges of words', `select public.replay_chunks('{"root": 1}', '[["a", "b"]]')`],
  ])('is refused: %s', async (_, sql) => {
    await expect(db.rehearse(dispatch.people.viewer, (query) => query(sql))).rejects.toMatchObject({
      code: 'PT422',
      message: 'filter_invalid',
    })
  })
})
