import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { counterDifferences } from '../counters/counter-differences.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { anyCategory } from '../support/hotspots.ts'
import { importRow, type ImportResult } from '../support/import-row.ts'
import { one } from '../support/one.ts'

const TABLES = ['public.hotspots', 'public.hotspot_events', 'public.hotspot_sources', 'public.hotspot_counters']

describe('an import of hotspots', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let category: number
  let foreignCategory: number
  let campaign: number
  /** A source of its own for each test, so that none meets the rows of another. */
  let source: string
  let count = 0

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    category = await anyCategory(db.query)
    const ids = async (sql: string, id: number) => (await one<{ id: number }>(db.query, sql, [id])).id
    campaign = await ids('select min(id) as id from public.campaigns where root_id = $1', dispatch.township.root)
    foreignCategory = await ids(
      `insert into public.categories (root_id, code_system, code, valid_from, name) values ($1, 'x', '1', '2026-01-01', 'x') returning id`,
      dispatch.foreign.root,
    )
  })
  beforeEach(() => {
    count += 1
    source = `file ${count}`
  })
  afterAll(() => db.close())

  const row = (key: string, changed?: Record<string, unknown>) => importRow(key, category, changed)

  /** Sends rows and keeps what came of them; the results, or the refusal of the whole call. */
  async function send(
    rows: unknown[],
    {
      person = 'planner',
      root = dispatch.township.root,
      dryRun = false,
    }: { person?: DispatchPerson; root?: number; dryRun?: boolean } = {},
  ): Promise<{ results: ImportResult[]; refusal: string | null }> {
    const numbered = rows.map((each, i) => ({ ...(each as object), i }))
    const answer = await db.as(dispatch.people[person], (query) =>
      attempt<{ gives: { results: ImportResult[] } }>(query, 'select public.import_hotspots($1, $2, $3, $4) as gives', [
        root,
        source,
        numbered,
        dryRun,
      ]),
    )
    return { results: answer.rows?.[0]?.gives.results ?? [], refusal: refusalOf(answer) }
  }

  const sendOne = async (changed?: Record<string, unknown>, person?: DispatchPerson) =>
    (await send([row('1', changed)], person ? { person } : {})).results[0]!

  const stored = (key = '1') =>
    one<Record<string, unknown>>(
      db.query,
      `select h.*, h.key::text as key from public.hotspots h join public.hotspot_sources s on s.hotspot_id = h.id
       where s.source = $1 and s.source_key = $2`,
      [source, key],
    )
  const step = (person: DispatchPerson, id: unknown, name: string, version: number, input = {}) =>
    db.as(dispatch.people[person], (query) =>
      query('select public.advance_hotspot($1, $2, $3, $4)', [id, name, version, input]),
    )

  describe('of a new row', () => {
    it('creates the case with one event and its source', async () => {
      const result = await sendOne({
        title: ' 垃圾 ',
        address: '1 号',
        quantity: 2.5,
        quantityUnit: '方',
        campaignId: campaign,
        urgent: true,
        raw: { X: '1', crs: 'EPSG:4326' },
      })
      expect(result).toEqual({ i: 0, outcome: 'new', no: expect.any(Number), areaId: dispatch.township.west })
      const hotspot = await stored()
      expect(hotspot).toMatchObject({
        status: 'reported',
        source: 'import',
        version: 1,
        title: '垃圾',
        quantity: 2.5,
        campaign_id: campaign,
        urgent: true,
        closed_by_source: false,
        end_reason: null,
        reported_precision: 'second',
      })
      const events = await db.query('select * from public.hotspot_events where hotspot_id = $1', [hotspot.id])
      expect(events).toEqual([
        expect.objectContaining({
          step: 'imported',
          from_status: null,
          to_status: 'reported',
          version: 1,
          actor_id: dispatch.people.planner.userId,
          actor_role: 'planner',
          detail: { source, sourceKey: '1', sourceStatus: 'Open', reportedAt: '2026-03-01T00:00:00.000Z' },
        }),
      ])
      const [kept] = await db.query('select source_key, raw from public.hotspot_sources where hotspot_id = $1', [
        hotspot.id,
      ])
      expect(kept).toEqual({ source_key: '1', raw: { X: '1', crs: 'EPSG:4326' } })
    })

    it.each([
      { said: 'reported', is: 'reported', state: 0, ends: null },
      { said: 'accepted', is: 'accepted', state: 1, ends: null },
      { said: 'assigned', is: 'assigned', state: 2, ends: null },
      { said: 'in_progress', is: 'in_progress', state: 3, ends: null },
      { said: 'handed_in', is: 'handed_in', state: 4, ends: null },
      { said: 'closed', is: 'closed', state: 11, ends: 'fixed' },
      // Held means that we have verified it; a source can only say closed.
      { said: 'held', is: 'closed', state: 11, ends: 'fixed' },
      { said: 'rejected', is: 'rejected', state: 7, ends: 'rejected' },
      { said: 'duplicate', is: 'duplicate', state: 8, ends: 'duplicate' },
      { said: 'transferred', is: 'transferred', state: 9, ends: 'transferred' },
      { said: 'suspended', is: 'suspended', state: 10, ends: null },
    ])('that is $said comes in as $is, closed only per source', async ({ said, is, state, ends }) => {
      const result = await sendOne({
        status: said,
        unitId: dispatch.units.cleaners,
        closedAt: '2026-03-02T00:00:00.000Z',
        closedPrecision: 'day',
      })
      expect(result.outcome).toBe('new')
      expect(await stored()).toMatchObject({
        status: is,
        state,
        closed_by_source: state === 11,
        end_reason: ends,
        closed_precision: ends ? 'day' : null,
        closed_at: ends ? expect.any(String) : null,
      })
    })

    it('that has ended but not when comes in without a date', async () => {
      expect(await sendOne({ status: 'closed' })).toMatchObject({ outcome: 'new' })
      expect(await stored()).toMatchObject({ state: 11, closed_at: null, closed_precision: null })
    })

    it('closed before it was reported is a warning', async () => {
      const result = await sendOne({ status: 'closed', closedAt: '2026-02-27T16:00:00.000Z', closedPrecision: 'day' })
      expect(result).toMatchObject({ outcome: 'new', warnings: ['closed_before_reported'] })
    })

    it('with a line stands on the line', async () => {
      const geometry = {
        type: 'LineString',
        coordinates: [
          [117.96, 30.95],
          [117.97, 30.95],
        ],
      }
      expect(await sendOne({ geometry, lng: null, lat: null })).toMatchObject({
        outcome: 'new',
        areaId: dispatch.township.east,
      })
    })

    it.each([
      { where: 'direct', area: 'root' },
      { where: 'outside', area: null },
    ] as const)('lies where it lies: $where', async ({ where, area }) => {
      const [lng, lat] = dispatch.township.at[where]
      const result = await sendOne({ lng, lat })
      expect(result).toMatchObject({ outcome: 'new', areaId: area && dispatch.township[area] })
    })
  })

  it.each<[reason: string, why: string, change: (dispatch: Dispatch) => Record<string, unknown>]>([
    ['key_required', 'no key', () => ({ key: null })],
    ['key_required', 'a blank key', () => ({ key: '  ' })],
    ['location_required', 'no position', () => ({ lng: null, lat: null })],
    ['location_required', 'half a position', () => ({ lat: null })],
    ['location_required', 'a word for a position', () => ({ lng: '117.92' })],
    ['location_invalid', 'a position outside the earth', () => ({ lat: 91 })],
    [
      'location_invalid',
      'a broken ring',
      () => ({
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [1, 0],
              [0, 1],
              [0, 0],
            ],
          ],
        },
      }),
    ],
    [
      'location_invalid',
      'a line beyond the earth',
      () => ({
        geometry: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [0, 95],
          ],
        },
      }),
    ],
    [
      'location_invalid',
      'an open ring',
      () => ({
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [117.92, 30.95],
              [117.93, 30.96],
              [117.93, 30.95],
            ],
          ],
        },
      }),
    ],
    [
      'location_invalid',
      'a line of one point',
      () => ({ geometry: { type: 'LineString', coordinates: [[117.92, 30.95]] } }),
    ],
    ['location_invalid', 'a line of words', () => ({ geometry: { type: 'LineString', coordinates: 'here' } })],
    ['category_required', 'no category', () => ({ categoryId: null })],
    ['category_unknown', 'an unknown category', () => ({ categoryId: 999_999 })],
    ['category_unknown', 'a category of a neighbour', () => ({ categoryId: foreignCategory })],
    ['campaign_unknown', 'an unknown campaign', () => ({ campaignId: 999_999 })],
    ['campaign_unknown', 'a campaign of a neighbour', ({ foreign }) => ({ campaignId: foreign.campaign })],
    ['unit_unknown', 'an unknown unit', () => ({ unitId: 999_999 })],
    ['unit_unknown', 'a unit of a neighbour', ({ foreign }) => ({ unitId: foreign.unit })],
    ['unit_required', 'work without a unit', () => ({ status: 'in_progress' })],
    ['status_unknown', 'no status', () => ({ status: null })],
    ['status_unknown', 'a status of its own', () => ({ status: 'Open' })],
    ['date_required', 'no date', () => ({ reportedAt: null })],
    ['date_invalid', 'a date that is none', () => ({ reportedAt: '2026-02-30T00:00:00Z' })],
    ['date_invalid', 'a date without a zone', () => ({ reportedAt: '2026-03-01' })],
    ['date_invalid', 'a closing date that is none', () => ({ status: 'closed', closedAt: 'soon' })],
    ['quantity_invalid', 'less than nothing', () => ({ quantity: -1 })],
    ['quantity_invalid', 'a word for a quantity', () => ({ quantity: 'many' })],
  ])('refuses a row with %s: %s', async (reason, _, change) => {
    const before = await fingerprint(db.query, ...TABLES)
    expect(await sendOne(change(dispatch))).toEqual({ i: 0, outcome: 'refused', reason, areaId: null })
    expect(await fingerprint(db.query, ...TABLES)).toBe(before)
  })

  it('takes the good rows of a batch and refuses the bad ones singly', async () => {
    const { results } = await send([
      row('1'),
      row('2', { lng: null }),
      row('3', { status: 'x' }),
      row('1', { title: 'again' }),
      row('4', { lng: 117.96 }),
    ])
    expect(results.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'new',
      'location_required',
      'status_unknown',
      'duplicate_key',
      'new',
    ])
    const kept = await db.query('select source_key from public.hotspot_sources where source = $1 order by 1', [source])
    expect(kept).toEqual([{ source_key: '1' }, { source_key: '4' }])
    expect(await counterDifferences(db.query)).toEqual([])
  })

  describe('of a row that has come in before', () => {
    it('changes nothing when the row has not', async () => {
      const facts = { title: '垃圾', quantity: 1.5, campaignId: campaign, raw: { a: 1 } }
      await sendOne(facts)
      const before = await fingerprint(db.query, ...TABLES)
      const { no } = await stored()
      expect(await sendOne(facts)).toEqual({ i: 0, outcome: 'unchanged', no, areaId: dispatch.township.west })
      expect(await fingerprint(db.query, ...TABLES)).toBe(before)
    })

    it.each<[what: string, change: () => Record<string, unknown>, expected: () => Record<string, unknown>]>([
      ['a title', () => ({ title: '新' }), () => ({ title: '新' })],
      ['a place', () => ({ lng: 117.96 }), () => ({ lng: 117.96, area_id: dispatch.township.east })],
      ['a campaign', () => ({ campaignId: campaign }), () => ({ campaign_id: campaign })],
      ['a unit', () => ({ unitId: dispatch.units.market }), () => ({ unit_id: dispatch.units.market })],
      ['a quantity', () => ({ quantity: 3 }), () => ({ quantity: 3 })],
      ['a precision', () => ({ reportedPrecision: 'day' }), () => ({ reported_precision: 'day' })],
    ])('writes %s that nobody here has decided', async (_, change, expected) => {
      await sendOne()
      const result = await sendOne(change())
      expect(result.outcome).toBe('updated')
      const hotspot = await stored()
      expect(hotspot).toMatchObject({ ...expected(), status: 'reported', version: 2 })
      const events = await db.query(
        'select step, from_status, to_status, version from public.hotspot_events where hotspot_id = $1 order by id offset 1',
        [hotspot.id],
      )
      expect(events).toEqual([{ step: 'source_updated', from_status: 'reported', to_status: 'reported', version: 2 }])
      expect((await sendOne(change())).outcome).toBe('unchanged')
      expect(await counterDifferences(db.query)).toEqual([])
    })

    it('writes how exactly the closing is known', async () => {
      const closed = { status: 'closed', closedAt: '2026-03-02T00:00:00.000Z' }
      await sendOne({ ...closed, closedPrecision: 'second' })
      expect((await sendOne({ ...closed, closedPrecision: 'day' })).outcome).toBe('updated')
      expect(await stored()).toMatchObject({ closed_precision: 'day', state: 11 })
    })

    it.each([
      { what: 'another status', before: {}, after: { status: 'closed', closedAt: '2026-03-02T00:00:00.000Z' } },
      {
        what: 'another closing time',
        before: { status: 'closed', closedAt: '2026-03-02T00:00:00.000Z' },
        after: { status: 'closed', closedAt: '2026-03-03T00:00:00.000Z' },
      },
    ])('never moves a status: $what is a conflict', async ({ before, after }) => {
      await sendOne(before)
      const stand = await fingerprint(db.query, ...TABLES)
      const result = await sendOne(after)
      expect(result).toMatchObject({
        outcome: 'conflict',
        reason: 'status_decided_here',
        areaId: dispatch.township.west,
      })
      const [here, file] = result.diff!.closedAt!
      expect([here ?? null, file]).toEqual(['closedAt' in before ? before.closedAt : null, after.closedAt])
      expect(await fingerprint(db.query, ...TABLES)).toBe(stand)
    })

    it('lets the work that was done here stand, and shows the difference', async () => {
      await sendOne({ title: '原' })
      const { id } = await stored()
      await step('supervisor', id, 'accept', 1, { campaignId: campaign })
      const stand = await fingerprint(db.query, ...TABLES)
      const result = await sendOne({ title: '新', quantity: 4 })
      expect(result).toMatchObject({ outcome: 'conflict', reason: 'worked_on_here' })
      expect(result.diff).toEqual({
        title: ['原', '新'],
        quantity: [null, 4],
        status: ['accepted', 'reported'],
        campaignId: [campaign, null],
      })
      expect(await fingerprint(db.query, ...TABLES)).toBe(stand)
    })

    it('says nothing of work done here as long as the file says what it said', async () => {
      await sendOne()
      const { id } = await stored()
      await step('supervisor', id, 'accept', 1)
      expect(await sendOne()).toMatchObject({ outcome: 'unchanged' })
      expect(await stored()).toMatchObject({ status: 'accepted', version: 2 })
    })

    it('keeps files apart by their source', async () => {
      await sendOne()
      const first = await stored()
      source = `${source} of another office`
      expect(await sendOne()).toMatchObject({ outcome: 'new' })
      expect((await stored()).id).not.toBe(first.id)
    })
  })

  it.each([false, true])('on trial says the same and writes nothing (rows known already: %s)', async (known) => {
    const rows = [
      row('1'),
      row('2', { lng: null }),
      row('3', { status: 'closed', closedAt: '2026-02-01T00:00:00.000Z' }),
    ]
    if (known) await send([row('1', { title: 'old' }), row('3')])
    const before = await fingerprint(db.query, ...TABLES)
    const trial = await send(rows, { dryRun: true })
    expect(await fingerprint(db.query, ...TABLES)).toBe(before)
    const real = await send(rows)
    const told = ({ results }: typeof real) => results.map(({ no: _no, ...rest }) => rest)
    expect(told(trial)).toEqual(told(real))
  })

  it('of more than 1,000 rows is refused as a whole', async () => {
    const rows = Array.from({ length: 1001 }, (_, i) => row(String(i)))
    expect((await send(rows)).refusal).toBe('PT422 too_many_rows')
    expect(await db.query('select from public.hotspot_sources where source = $1', [source])).toEqual([])
  })

  it('of 1,000 rows is taken, and of none', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => row(String(i), { lng: 117.9 + i / 100_000 }))
    const { results } = await send(rows)
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['new']))
    expect(results.map(({ i }) => i)).toEqual(rows.map((_, i) => i))
    expect(await send([])).toEqual({ results: [], refusal: null })
    expect(await counterDifferences(db.query)).toEqual([])
  })

  it.each(['', '  ', null])('without the name of a source (%j) is refused', async (none) => {
    const answer = await db.as(dispatch.people.planner, (query) =>
      attempt(query, `select public.import_hotspots($1, $2::text, '[]')`, [dispatch.township.root, none]),
    )
    expect(refusalOf(answer)).toBe('PT422 source_unknown')
  })

  describe('by', () => {
    it.each(DISPATCH_PEOPLE)('the %s', async (person) => {
      const { results, refusal } = await send([row('1')], { person })
      if (['admin', 'planner', 'planner of the village'].includes(person))
        expect(results).toMatchObject([{ outcome: 'new' }])
      else if (person === 'signed-out person' || person === 'secret key') expect(refusal).toBe('42501')
      else expect(refusal).toBe('PT403 not_allowed')
    })

    it('the planner of a village takes in what lies there, and refuses the rest', async () => {
      const at = (place: keyof Dispatch['township']['at']) => {
        const [lng, lat] = dispatch.township.at[place]
        return { lng, lat }
      }
      const { results } = await send(
        [row('1', at('west')), row('2', at('east')), row('3', at('direct')), row('4', at('outside'))],
        { person: 'planner of the village' },
      )
      expect(results.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
        'new',
        'outside_scope',
        'outside_scope',
        'outside_scope',
      ])
    })

    it('the planner of a village cannot draw a case of another village over', async () => {
      const [lng, lat] = dispatch.township.at.east
      await sendOne({ lng, lat, title: '东' })
      const before = await fingerprint(db.query, ...TABLES)
      const result = await sendOne({ title: '西' }, 'planner of the village')
      expect(result).toEqual({ i: 0, outcome: 'refused', reason: 'outside_scope', areaId: null })
      expect(await fingerprint(db.query, ...TABLES)).toBe(before)
    })
  })
})
