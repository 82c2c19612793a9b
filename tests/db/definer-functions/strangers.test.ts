import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedInNobody, signedOut } from '../../support/actors.ts'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch } from '../support/dispatch.ts'
import { addHotspot, anyCategory } from '../support/hotspots.ts'
import { one } from '../support/one.ts'
import { API_FUNCTIONS, DEFINER_FUNCTIONS, SHUT, type Call, type Target } from './calls.ts'

/** Signature of a function of ours, without the schema of the API. */
const SIGNATURES = `
  select p.oid::regprocedure::text as name from pg_proc p
  where p.prorettype <> 'trigger'::regtype and p.pronamespace = 'public'::regnamespace`
const DEFINERS = `
  select p.oid::regprocedure::text as name from pg_proc p
  where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)`

const CALLS: [name: string, call: Call][] = [
  ...Object.entries(DEFINER_FUNCTIONS).filter((entry): entry is [string, Call] => entry[1] !== SHUT),
  ...Object.entries(API_FUNCTIONS),
]

describe('a function that runs with more rights than its caller', () => {
  let db: TestDatabase
  let target: Target

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    const dispatch = await addDispatch(db.query)
    const { root, at } = dispatch.township
    await db.query(`update public.settings set value = '"America/New_York"' where area_id = $1 and key = 'time_zone'`, [
      root,
    ])
    await db.query(
      `insert into public.places (root_id, kind, name, lng, lat) values ($1, 'market', '市场', 117.92, 30.95)`,
      [root],
    )
    // Where a replay is cut is told by every 64th hotspot.
    await db.query('alter table public.hotspots alter column no restart with 64')
    const hotspot = await addHotspot(db.query, { root, lng: at.west[0], lat: at.west[1] })
    // What is overdue is told by one that is.
    await db.query(`update public.hotspots set status = 'accepted', due_at = '2026-01-01Z' where id = $1`, [hotspot.id])
    const { id: order } = await one<{ id: string }>(
      db.query,
      `insert into public.orders (id, root_id, area_id, kind, title, created_by)
       values (gen_random_uuid(), $1, $1, 'supervision', '督办函', gen_random_uuid()) returning id`,
      [root],
    )
    await db.query('insert into public.order_addressees (order_id, unit_id) values ($1, $2)', [
      order,
      dispatch.units.cleaners,
    ])
    await db.query(
      `update public.orders set status = 'issued', no = 'n', year = 2026, serial = 1, snapshot = '{}', issued_at = now(), issued_by = created_by
       where id = $1`,
      [order],
    )
    const { campaign, measure } = await one<{ campaign: number; measure: number }>(
      db.query,
      `select c.id as campaign, m.id as measure from public.campaigns c join public.campaign_measures m on m.campaign_id = c.id
       where c.root_id = $1 order by c.id limit 1`,
      [root],
    )
    target = { ...dispatch, hotspot, order, campaign, measure, category: await anyCategory(db.query) }
  })
  afterAll(() => db.close())

  const names = async (sql: string) => (await db.query<{ name: string }>(sql)).map(({ name }) => name).sort()

  it('is listed here, or this test fails', async () => {
    expect(await names(DEFINERS)).toEqual(Object.keys(DEFINER_FUNCTIONS).sort())
    expect(await names(SIGNATURES)).toEqual(Object.keys(API_FUNCTIONS).sort())
  })

  const gives = async (actor: Actor, call: Call): Promise<unknown> => {
    const [sql, ...parameters] = call.sql(target)
    const answer = await db.rehearse(actor, (query) => attempt<{ gives: unknown }>(query, sql, parameters))
    if (answer.refused) return refusalOf(answer)
    return answer.rows[0]?.gives ?? null
  }
  const meant = (value: unknown): unknown => (typeof value === 'function' ? value(target) : value)

  it.each(CALLS)('%s gives a stranger nothing of the township', async (_, call) => {
    expect(await gives(target.people.stranger, call)).toEqual(meant(call.stranger))
  })

  it.each(CALLS)('%s gives a person without a role nothing', async (_, call) => {
    expect(await gives(signedInNobody, call)).toEqual(meant(call.nobody))
  })

  it.each(CALLS)('%s is shut for signed-out people', async (_, call) => {
    expect(await gives(signedOut, call)).toBe('42501')
  })

  it.each(CALLS)('%s gives somebody of the township something, or the above would prove nothing', async (_, call) => {
    const insiders = ['admin', 'planner', 'supervisor', 'handler of the unit', 'officer of the village'] as const
    const given: unknown[] = []
    for (const insider of insiders) given.push(await gives(target.people[insider], call))
    expect(given.some((each) => JSON.stringify(each) !== JSON.stringify(meant(call.stranger)))).toBe(true)
  })

  it('is granted to nobody, where it is shut', async () => {
    const shut = Object.keys(DEFINER_FUNCTIONS).filter((name) => DEFINER_FUNCTIONS[name] === SHUT)
    const granted = await names(`
      select p.oid::regprocedure::text as name from pg_proc p, pg_roles r
      where p.oid::regprocedure::text in (${shut.map((name) => `'${name}'`).join()})
        and r.rolname in ('anon', 'authenticated', 'service_role') and has_function_privilege(r.oid, p.oid, 'execute')`)
    expect(granted).toEqual([])
  })

  it.each([
    'private.area_at(1, 117.92, 30.95)',
    'private.hotspot_json(gen_random_uuid())',
    'private.rebuild_counters()',
  ])('cannot be called where it is shut: %s', async (call) => {
    for (const actor of [target.people.admin, target.people.supervisor, signedOut]) {
      const answer = await db.rehearse(actor, (query) => attempt(query, `select ${call}`))
      expect(refusalOf(answer)).toBe('42501')
    }
  })
})
