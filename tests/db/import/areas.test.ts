import type { Polygon } from 'geojson'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { box } from '../support/box.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { fingerprint } from '../support/fingerprint.ts'
import type { ImportResult } from '../support/import-row.ts'
import { one } from '../support/one.ts'

const TABLES = ['public.areas', 'public.area_boundaries', 'public.area_reassignments']

describe('an import of areas', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let source: string
  let count = 0

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
  })
  beforeEach(async () => {
    count += 1
    source = `file ${count}`
    await db.query('delete from realtime.messages')
  })
  afterAll(() => db.close())

  const area = (key: string, changed: Record<string, unknown> = {}) => ({
    key,
    name: `第${key}网格`,
    geometry: box(117.91, 30.94, 117.92, 30.95) as unknown,
    ...changed,
  })

  async function send(
    rows: unknown[],
    options: {
      person?: DispatchPerson
      parent?: number
      level?: string
      dryRun?: boolean
      source?: string | null
    } = {},
  ): Promise<{ results: ImportResult[]; refusal: string | null }> {
    const { person = 'planner', parent = dispatch.township.west, level = 'grid', dryRun = false } = options
    const answer = await db.as(dispatch.people[person], (query) =>
      attempt<{ gives: { results: ImportResult[] } }>(
        query,
        'select public.import_areas($1::text, $2, $3::text, $4, $5) as gives',
        [
          options.source === undefined ? source : options.source,
          parent,
          level,
          rows.map((each, i) => ({ ...(each as object), i })),
          dryRun,
        ],
      ),
    )
    return { results: answer.rows?.[0]?.gives.results ?? [], refusal: refusalOf(answer) }
  }

  it('puts new ones below their parent, measured', async () => {
    const { results } = await send([area('1', { nameEn: 'Grid 1' })])
    expect(results).toEqual([{ i: 0, outcome: 'new', id: expect.any(Number) }])
    const stored = await one<Record<string, unknown>>(db.query, 'select * from public.areas where id = $1', [
      results[0]!.id,
    ])
    const { root, west } = dispatch.township
    expect(stored).toMatchObject({
      parent_id: west,
      root_id: root,
      path: `a${root}.a${west}.a${results[0]!.id}`,
      level: 'grid',
      name: '第1网格',
      name_en: 'Grid 1',
      source,
      source_key: '1',
      bbox: [117.91, 30.94, 117.92, 30.95],
    })
    // 0.01° at 30.945° N: 956 m east, 1,109 m north.
    expect(Number(stored.size_m2)).toBeGreaterThan(1_050_000)
    expect(Number(stored.size_m2)).toBeLessThan(1_070_000)
  })

  it('knows them again: unchanged, renamed, moved', async () => {
    const first = await send([area('1'), area('2'), area('3')])
    const before = await fingerprint(db.query, ...TABLES)
    expect((await send([area('1'), area('2'), area('3')])).results.map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('unchanged'),
    )
    expect(await fingerprint(db.query, ...TABLES)).toBe(before)
    const { results } = await send([
      area('1'),
      area('2', { name: '改名' }),
      area('3', { geometry: box(117.91, 30.94, 117.93, 30.95) }),
    ])
    expect(results.map(({ outcome }) => outcome)).toEqual(['unchanged', 'updated', 'updated'])
    expect(results.map(({ id }) => id)).toEqual(first.results.map(({ id }) => id))
    const [moved] = await db.query('select bbox from public.areas where id = $1', [results[2]!.id])
    expect(moved).toEqual({ bbox: [117.91, 30.94, 117.93, 30.95] })
  })

  it('takes areas of several parts, and of three dimensions as two', async () => {
    const parts = [box(117.91, 30.94, 117.915, 30.95), box(117.92, 30.94, 117.925, 30.95)].map(
      (each) => each.coordinates,
    )
    const high = (polygon: Polygon) => polygon.coordinates.map((ring) => ring.map(([x, y]) => [x, y, 7]))
    const { results } = await send([
      area('1', { geometry: { type: 'MultiPolygon', coordinates: parts } }),
      area('2', { geometry: { type: 'Polygon', coordinates: high(box(117.91, 30.94, 117.92, 30.95)) } }),
    ])
    expect(results.map(({ outcome }) => outcome)).toEqual(['new', 'new'])
  })

  it.each<[reason: string, why: string, change: Record<string, unknown>]>([
    ['key_required', 'no key', { key: null }],
    ['key_required', 'a blank key', { key: ' ' }],
    ['name_required', 'no name', { name: '' }],
    ['geometry_invalid', 'no geometry', { geometry: null }],
    ['geometry_invalid', 'a point', { geometry: { type: 'Point', coordinates: [117.9, 30.9] } }],
    [
      'geometry_invalid',
      'a ring that crosses itself',
      {
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
      },
    ],
    [
      'geometry_invalid',
      'a ring that is open',
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [1, 0],
            ],
          ],
        },
      },
    ],
    [
      'geometry_invalid',
      'a ring of three points',
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        },
      },
    ],
    ['geometry_invalid', 'a ring of one point', { geometry: { type: 'Polygon', coordinates: [[[0, 0]]] } }],
    [
      'geometry_invalid',
      'an open hole',
      {
        geometry: {
          type: 'MultiPolygon',
          coordinates: [
            [
              ...box(0, 0, 9, 9).coordinates,
              [
                [1, 1],
                [2, 2],
                [2, 1],
              ],
            ],
          ],
        },
      },
    ],
    ['geometry_invalid', 'rings of words', { geometry: { type: 'Polygon', coordinates: 'here' } }],
    ['geometry_invalid', 'an empty polygon', { geometry: { type: 'Polygon', coordinates: [] } }],
    ['geometry_invalid', 'no GeoJSON', { geometry: 'POLYGON((0 0, 1 1, 1 0, 0 0))' }],
    ['outside_earth', 'metres for degrees', { geometry: box(500_000, 3_400_000, 500_100, 3_400_100) }],
    ['outside_earth', 'a corner beyond the pole', { geometry: box(0, 80, 1, 91) }],
  ])('refuses one with %s: %s', async (reason, _, change) => {
    const { results } = await send([area('1', change), area('2')])
    expect(results).toEqual([
      { i: 0, outcome: 'refused', reason },
      { i: 1, outcome: 'new', id: expect.any(Number) },
    ])
  })

  it('refuses the second of two with one key', async () => {
    const { results } = await send([area('1'), area('1', { name: '另一个' })])
    expect(results.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['new', 'duplicate_key'])
  })

  it('on trial says the same and writes nothing', async () => {
    await send([area('1')])
    const rows = [area('1', { name: '改名' }), area('2'), area('3', { geometry: null })]
    const before = await fingerprint(db.query, ...TABLES)
    const trial = await send(rows, { dryRun: true })
    expect(await fingerprint(db.query, ...TABLES)).toBe(before)
    expect(trial.results.map(({ outcome }) => outcome)).toEqual(
      (await send(rows)).results.map(({ outcome }) => outcome),
    )
  })

  it.each<[refusal: string, why: string, rows: number, options: Parameters<typeof send>[1]]>([
    ['PT422 level_unknown', 'a level of its own', 1, { level: 'city' }],
    ['PT422 too_many_rows', 'more than 1,000 rows', 1001, {}],
    ['PT422 source_unknown', 'no source', 1, { source: null }],
    ['PT422 source_unknown', 'a blank source', 1, { source: ' ' }],
    ['PT403 not_allowed', 'a parent that does not exist', 1, { parent: 999_999 }],
  ])('is refused as a whole with %s: %s', async (refusal, _, n, options) => {
    const before = await fingerprint(db.query, ...TABLES)
    const rows = Array.from({ length: n }, (_each, i) => area(String(i)))
    expect((await send(rows, options)).refusal).toBe(refusal)
    expect(await fingerprint(db.query, ...TABLES)).toBe(before)
  })

  it.each(DISPATCH_PEOPLE)('by the %s', async (person) => {
    const { results, refusal } = await send([area('1')], { person })
    if (['admin', 'planner', 'planner of the village'].includes(person))
      expect(results).toMatchObject([{ outcome: 'new' }])
    else if (person === 'signed-out person' || person === 'secret key') expect(refusal).toBe('42501')
    else expect(refusal).toBe('PT403 not_allowed')
  })

  it('by the planner of a village reaches into no other village', async () => {
    await send([area('1')], { parent: dispatch.township.east })
    const person = 'planner of the village'
    expect((await send([area('2')], { person, parent: dispatch.township.east })).refusal).toBe('PT403 not_allowed')
    expect((await send([area('1', { name: '抢' })], { person })).results).toMatchObject([
      { outcome: 'refused', reason: 'outside_scope' },
    ])
  })

  it('tells the root that its areas have changed, and only then', async () => {
    const heard = async () => (await db.query(`select topic from realtime.messages where event = 'areas'`)).length
    await send([area('1')], { dryRun: true })
    await send([area('1', { geometry: null })])
    expect(await heard()).toBe(0)
    await send([area('1')])
    expect(await heard()).toBe(1)
    await send([area('1')])
    expect(await heard()).toBe(1)
  })
})
