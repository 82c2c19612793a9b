import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, Query, TestDatabase } from '../../support/test-database.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

type Result = { id: string; ok: boolean; no?: number; state?: number; version?: number; status?: string; code?: string }

describe('one step on many cases', () => {
  let db: TestDatabase
  let dispatch: Dispatch

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
  })
  afterAll(() => db.close())

  const add = (at: 'west' | 'east') => {
    const { root, at: places } = dispatch.township
    const [lng, lat] = places[at]
    return addHotspot(db.query, { root, lng, lat })
  }
  const take = async (query: Query, steps: unknown) =>
    (await one<{ results: Result[] }>(query, 'select public.advance_hotspots($1) as results', [steps])).results
  const accept = (id: string, version = 1) => ({ id, step: 'accept', version })
  const statusOf = async ({ id }: { id: string }) =>
    await one<{ status: string; version: number }>(
      db.query,
      'select status, version from public.hotspots where id = $1',
      [id],
    )

  it('answers for each in order, and a refusal leaves the others done', async () => {
    const [first, second, elsewhere, third] = [
      await add('west'),
      await add('west'),
      await add('east'),
      await add('west'),
    ]
    const results = await db.as(dispatch.people['supervisor of the village'], (query) =>
      take(query, [
        accept(first.id),
        accept(second.id, 7),
        accept(elsewhere.id),
        { ...accept(third.id), step: 'verify' },
        { ...accept(third.id), step: 'assign', input: {} },
        accept(third.id),
        { id: third.id, step: 'assign', version: 2, input: { unitId: dispatch.units.cleaners } },
      ]),
    )
    expect(results).toEqual([
      { id: first.id, ok: true, no: first.no, state: 1, version: 2 },
      expect.objectContaining({ id: second.id, ok: false, status: 'PT409', code: 'version_conflict' }),
      expect.objectContaining({ id: elsewhere.id, ok: false, status: 'PT403', code: 'not_found' }),
      expect.objectContaining({ id: third.id, ok: false, status: 'PT422', code: 'wrong_status' }),
      expect.objectContaining({ id: third.id, ok: false, status: 'PT422', code: 'wrong_status' }),
      { id: third.id, ok: true, no: third.no, state: 1, version: 2 },
      { id: third.id, ok: true, no: third.no, state: 2, version: 3 },
    ])
    expect(await statusOf(first)).toEqual({ status: 'accepted', version: 2 })
    expect(await statusOf(second)).toEqual({ status: 'reported', version: 1 })
    expect(await statusOf(elsewhere)).toEqual({ status: 'reported', version: 1 })
    expect(await statusOf(third)).toEqual({ status: 'assigned', version: 3 })
  })

  it('writes one event a done step and none for a refused one', async () => {
    const [done, refused] = [await add('west'), await add('west')]
    await db.as(dispatch.people.supervisor, (query) => take(query, [accept(done.id), accept(refused.id, 9)]))
    const events = await db.query<{ id: string; step: string }>(
      'select hotspot_id as id, step from public.hotspot_events where hotspot_id = any ($1)',
      [[done.id, refused.id]],
    )
    expect(events).toEqual([{ id: done.id, step: 'accept' }])
  })

  it.each(['viewer', 'officer of the village', 'handler of the unit', 'stranger', 'person without a role'] as const)(
    'is refused row by row to whoever may not take it: %s',
    async (person) => {
      const hotspot = await add('west')
      const results = await db.as(dispatch.people[person], (query) => take(query, [accept(hotspot.id)]))
      expect(results).toEqual([expect.objectContaining({ ok: false, status: 'PT403' })])
      expect(await statusOf(hotspot)).toEqual({ status: 'reported', version: 1 })
    },
  )

  it('is refused as a whole to signed-out people, and for more than two hundred', async () => {
    const ask = (actor: Actor, steps: unknown) => db.as(actor, (query) => take(query, steps))
    await expect(ask(dispatch.people['signed-out person'], [])).rejects.toMatchObject({ code: '42501' })
    const many = Array.from({ length: 201 }, () => accept(randomUUID()))
    for (const steps of [many, { id: 1 }])
      await expect(ask(dispatch.people.supervisor, steps)).rejects.toMatchObject({
        code: 'PT422',
        message: 'too_many_rows',
      })
  })

  it('is on offer with the number of cases that it may be taken on', async () => {
    const [reported, other, elsewhere] = [await add('west'), await add('west'), await add('east')]
    await db.as(dispatch.people.supervisor, (query) => take(query, [accept(other.id)]))
    const offered = async (person: keyof Dispatch['people']) => {
      const { steps } = await db.rehearse(dispatch.people[person], (query) =>
        one<{ steps: { step: string; n: number }[] }>(query, 'select public.steps_in_common($1) as steps', [
          [reported.no, other.no, elsewhere.no],
        ]),
      )
      return Object.fromEntries(steps.map(({ step, n }) => [step, n]))
    }
    expect(await offered('supervisor')).toMatchObject({ accept: 2, reject: 2, assign: 1 })
    expect(await offered('supervisor of the village')).toMatchObject({ accept: 1, assign: 1 })
    expect(await offered('viewer')).toEqual({})
    expect(await offered('stranger')).toEqual({})
  })

  it('keeps the counters equal to a recount', async () => {
    const hotspots = [await add('west'), await add('east'), await add('west')]
    await db.as(dispatch.people.supervisor, (query) =>
      take(
        query,
        hotspots.map(({ id }, turn) => accept(id, turn === 1 ? 4 : 1)),
      ),
    )
    const differences = await db.query(
      `select state, n from (select state, sum(n)::int as n from public.hotspot_counters where level = 0 group by state having sum(n) <> 0) as counted
       except select state, count(*)::int from public.hotspots group by state`,
    )
    expect(differences).toEqual([])
  })
})
