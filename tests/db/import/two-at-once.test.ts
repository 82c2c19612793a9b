import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { counterDifferences } from '../counters/counter-differences.ts'
import { box } from '../support/box.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'
import { anyCategory } from '../support/hotspots.ts'
import { importRow, type ImportResult } from '../support/import-row.ts'
import { one } from '../support/one.ts'

/** Over several connections on PostgreSQL; PGlite has one session, where the same calls queue up. */
describe('when several write at once', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let category: number

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    category = await anyCategory(db.query)
  })
  afterAll(() => db.close())

  const rowsOf = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ ...importRow(String(i), category, { lng: 117.91 + i / 10_000 }), i }))
  const send = async (person: 'planner' | 'admin', source: string, rows: object[]): Promise<ImportResult[]> => {
    const { gives } = await db.as(dispatch.people[person], (query) =>
      one<{ gives: { results: ImportResult[] } }>(query, 'select public.import_hotspots($1, $2, $3) as gives', [
        dispatch.township.root,
        source,
        rows,
      ]),
    )
    return gives.results
  }

  it('the same rows become a case once', async () => {
    const rows = rowsOf(200)
    const all = (
      await Promise.all([
        send('planner', 'both', rows),
        send('admin', 'both', [...rows].reverse()),
        send('planner', 'both', rows),
      ])
    ).flat()
    const outcomes = all.map(({ outcome }) => outcome)
    expect(outcomes.filter((each) => each === 'new')).toHaveLength(200)
    expect(outcomes.filter((each) => each === 'unchanged')).toHaveLength(400)
    const [{ n } = { n: 0 }] = await db.query<{ n: number }>(
      `select count(*) as n from public.hotspot_sources where source = 'both'`,
    )
    expect(n).toBe(200)
    expect(await counterDifferences(db.query)).toEqual([])
  })

  it('the same step is taken once', async () => {
    const [{ no } = { no: 0 }] = await send('planner', 'step', rowsOf(1))
    const { id } = await one<{ id: string }>(db.query, 'select id from public.hotspots where no = $1', [no])
    const step = (person: 'supervisor' | 'supervisor of the village') =>
      db.as(dispatch.people[person], (query) => query(`select public.advance_hotspot($1, 'accept', 1)`, [id]))
    const endings = await Promise.allSettled([
      step('supervisor'),
      step('supervisor of the village'),
      step('supervisor'),
    ])
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const ending of endings) {
      if (ending.status === 'rejected')
        expect(ending.reason).toMatchObject({ code: 'PT409', message: 'version_conflict' })
    }
    const events = await db.query(`select from public.hotspot_events where hotspot_id = $1 and step = 'accept'`, [id])
    expect(events).toHaveLength(1)
  })

  it('no hotspot is left where the old boundaries had it', async () => {
    const { root } = dispatch.township
    const writers = Array.from({ length: 6 }, (_, i) => send('planner', `during ${i}`, rowsOf(100)))
    const areas = db.as(dispatch.people.admin, (query) =>
      query(`select public.import_areas('during', $1, 'village', $2)`, [
        root,
        [{ i: 0, key: '1', name: '新村', geometry: box(117.9, 30.94, 117.915, 30.96) }],
      ]),
    )
    await Promise.all([...writers, areas])
    for (let done = false; !done;) {
      const { progress } = await db.as(dispatch.people.admin, (query) =>
        one<{ progress: { done: boolean } }>(query, 'select public.reassign_areas($1, 500) as progress', [root]),
      )
      done = progress.done
    }
    const wrong = await db.query(
      'select no from public.hotspots where root_id = $1 and area_id is distinct from private.area_at(root_id, lng, lat)',
      [root],
    )
    expect(wrong).toEqual([])
    expect(await counterDifferences(db.query)).toEqual([])
  })
})
