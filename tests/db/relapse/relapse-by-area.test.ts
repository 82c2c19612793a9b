import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

type Line = {
  areaId: number | null
  kind: string
  closed: number
  relapsed: number
  medianDays: number | null
  byDays: number[]
}
type Answer = { days: number; rows: Line[]; total: Omit<Line, 'areaId' | 'kind'> }

describe('relapses by area', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let campaign: number

  const ask = async (person: DispatchPerson, parent: number, of: number | null = null) =>
    (
      await db.rehearse(dispatch.people[person], (query) =>
        one<{ answer: Answer }>(query, 'select public.relapse_by_area($1, $2) as answer', [parent, of]),
      )
    ).answer

  /** A case closed on 1 March, and when it came back, in days after that. */
  async function closed([lng, lat]: [number, number], back: number[], of: number | null = null): Promise<void> {
    const { root } = dispatch.township
    const { id } = await addHotspot(db.query, { root, lng, lat, status: 'closed', campaign: of })
    await db.query(`update public.hotspots set closed_at = '2026-03-01T08:00:00Z' where id = $1`, [id])
    for (const days of back) {
      const again = await addHotspot(db.query, { root, lng, lat })
      await db.query(
        `update public.hotspots set relapse_of = $2, reported_at = timestamptz '2026-03-01T08:00:00Z' + $3 * interval '1 day' where id = $1`,
        [again.id, id, days],
      )
    }
  }

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { at, root } = dispatch.township
    campaign = (
      await one<{ id: number }>(db.query, `select id from public.campaigns where root_id = $1 and slug = 'small_ads'`, [
        root,
      ])
    ).id
    await closed(at.west, [5])
    await closed(at.west, [20, 3], campaign) // counts once, by the first time
    await closed(at.west, [])
    await closed(at.west, [200]) // too late to be called a relapse of this closing
    await closed(at.east, [100])
    await closed(at.direct, [])
    await closed(at.outside, [40])
    // Rejected: nothing had come back.
    await closed(at.east, [10])
    await db.query(
      `update public.hotspots set status = 'rejected', end_reason = 'rejected', closed_at = now() where reported_at = timestamptz '2026-03-11T08:00:00Z'`,
    )
    // Closed by its source: nobody here verified it.
    const perSource = await addHotspot(db.query, { root, lng: at.east[0], lat: at.east[1], status: 'closed' })
    await db.query(`update public.hotspots set source = 'import', closed_by_source = true where id = $1`, [
      perSource.id,
    ])
  })
  afterAll(() => db.close())

  it('counts what came back in time, once each, and the days that it held', async () => {
    const { root, west, east } = dispatch.township
    const { rows, total, days } = await ask('supervisor', root)
    expect(days).toBe(180)
    const line = (kind: string, area: number | null) => rows.find((row) => row.kind === kind && row.areaId === area)
    expect(line('area', west)).toMatchObject({ closed: 4, relapsed: 2, medianDays: 4, byDays: [2, 0, 0, 0] })
    expect(line('area', east)).toMatchObject({ closed: 2, relapsed: 1, medianDays: 100, byDays: [0, 0, 0, 1] })
    expect(line('direct', root)).toMatchObject({ closed: 1, relapsed: 0, medianDays: null, byDays: [0, 0, 0, 0] })
    expect(line('none', null)).toMatchObject({ closed: 1, relapsed: 1, byDays: [0, 0, 1, 0] })
    expect(total).toMatchObject({ closed: 8, relapsed: 4, medianDays: 22.5, byDays: [2, 0, 1, 1] })
  })

  it('counts in the campaign that the closed case belonged to', async () => {
    const { root } = dispatch.township
    expect((await ask('supervisor', root, campaign)).total).toMatchObject({ closed: 1, relapsed: 1, medianDays: 3 })
    expect((await ask('supervisor', root, 0)).total).toMatchObject({ closed: 7, relapsed: 3 })
  })

  it('follows the township’s own number of days', async () => {
    const { root, west } = dispatch.township
    const { rows, days } = await db.rehearse(dispatch.people.admin, async (query) => {
      await query(`insert into public.settings (area_id, key, value) values ($1, 'relapse_days', '4')`, [root])
      return (await one<{ answer: Answer }>(query, 'select public.relapse_by_area($1) as answer', [root])).answer
    })
    expect(days).toBe(4)
    expect(rows.find(({ areaId }) => areaId === west)).toMatchObject({ closed: 4, relapsed: 1 })
  })

  it('tells each only of its own areas', async () => {
    const { root, west } = dispatch.township
    const { rows, total } = await ask('supervisor of the village', root)
    expect(rows.filter(({ closed }) => closed > 0).map(({ areaId }) => areaId)).toEqual([west])
    expect(total).toMatchObject({ closed: 4, relapsed: 2 })
    for (const person of ['stranger', 'person without a role'] as const) {
      const refusal = await db.rehearse(dispatch.people[person], async (query) =>
        refusalOf(await attempt(query, 'select public.relapse_by_area($1)', [root])),
      )
      expect(refusal).toBe('PT403 not_found')
    }
    const signedOut = await db.rehearse(dispatch.people['signed-out person'], async (query) =>
      refusalOf(await attempt(query, 'select public.relapse_by_area($1)', [root])),
    )
    expect(signedOut).toBe('42501')
  })
})
