import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOTSPOT_STATUSES, type HotspotStatus } from '../../../src/domain/status.ts'
import { openTestDatabase } from '../../support/database.ts'
import type { Query, TestDatabase } from '../../support/test-database.ts'
import { asOwner } from '../support/as-owner.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch } from '../support/dispatch.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'
import { expectedOutcome, LEADS, MOVING_STEPS, type MovingStep } from './transition-table.ts'

type Case = { id: string; no: number }
type Facts = Record<string, unknown> & { status: string; version: number; unit_id: number | null }
const TABLES = ['public.hotspots', 'public.hotspot_events', 'public.hotspot_counters', 'realtime.messages']
const CASES = MOVING_STEPS.flatMap((step) => DISPATCH_PEOPLE.map((person) => ({ step, person })))

describe('a step on a case of the village', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let cases: Record<HotspotStatus, Case>
  /** As they stand before each step: every attempt is taken back. */
  let facts: Record<HotspotStatus, Facts>

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { township, units, people } = dispatch
    const made: Partial<Record<HotspotStatus, Case>> = {}
    for (const status of HOTSPOT_STATUSES) {
      const [lng, lat] = township.at.west
      const hotspot = await addHotspot(db.query, { root: township.root, lng, lat, status, unit: units.cleaners })
      await db.query('update public.hotspots set version = 4 where id = $1', [hotspot.id])
      await db.query(
        `insert into public.hotspot_events (hotspot_id, step, to_status, version, actor_id)
         values ($1, 'take', 'in_progress', 3, $2), ($1, 'hand_in', 'handed_in', 4, $2)`,
        [hotspot.id, people['supervisor who did the work'].userId],
      )
      made[status] = hotspot
    }
    cases = made as Record<HotspotStatus, Case>
    const known = HOTSPOT_STATUSES.map(async (status) => [status, await factsOf(db.query, cases[status])] as const)
    facts = Object.fromEntries(await Promise.all(known)) as Record<HotspotStatus, Facts>
  })
  afterAll(() => db.close())

  const factsOf = (query: Query, { id }: Case) => one<Facts>(query, 'select * from public.hotspots where id = $1', [id])

  const inputOf = (step: MovingStep) => ({
    ...(['reject', 'return', 'rework'].includes(step) && { reason: ' 因为 ' }),
    ...(step === 'assign' && { unitId: dispatch.units.market }),
    note: '说明',
  })

  /** What the step has done to the case and its history, and nothing else. */
  async function expectMoved(query: Query, before: Facts, step: MovingStep, from: HotspotStatus): Promise<void> {
    const to = LEADS[step][from]!
    const ends = to === 'closed' ? 'fixed' : to === 'rejected' ? 'rejected' : null
    const { cleaners, market } = dispatch.units
    const after = await factsOf(query, cases[from])
    expect(after).toEqual({
      ...before,
      status: to,
      state: HOTSPOT_STATUSES.indexOf(to),
      version: before.version + 1,
      unit_id: step === 'assign' ? market : step === 'return' ? null : cleaners,
      end_reason: ends,
      closed_at: ends ? expect.any(String) : null,
      closed_precision: ends ? 'second' : null,
      updated_at: expect.any(String),
    })
    const events = await query('select * from public.hotspot_events where hotspot_id = $1 order by id offset 2', [
      cases[from].id,
    ])
    const detail =
      step === 'assign'
        ? { unitId: market, unitName: '市场监管所' }
        : step === 'return'
          ? { unitId: cleaners, unitName: '环卫所' }
          : null
    const byUnit = ['return', 'take', 'hand_in'].includes(step)
    expect(events).toEqual([
      {
        id: expect.any(Number),
        hotspot_id: cases[from].id,
        at: expect.any(String),
        step,
        from_status: from,
        to_status: to,
        version: before.version + 1,
        actor_id: await actorOf(query),
        actor_role: byUnit
          ? 'handler'
          : expect.stringMatching(step === 'assign' ? /^(supervisor|planner)$/ : /^supervisor$/),
        actor_unit_id: byUnit ? cleaners : null,
        reason: 'reason' in inputOf(step) ? '因为' : null,
        note: '说明',
        detail,
      },
    ])
    const left = await query('select from public.hotspot_counters where n < 0')
    expect(left).toEqual([])
  }

  const actorOf = async (query: Query) => (await one<{ id: string }>(query, 'select auth.uid() as id')).id

  it.each(CASES)('$step by the $person', async ({ step, person }) => {
    const outcomes: Record<string, string> = {}
    await db.rehearse(dispatch.people[person], async (query) => {
      const untouched = await asOwner(query, (owner) => fingerprint(owner, ...TABLES))
      for (const from of HOTSPOT_STATUSES) {
        const before = facts[from]
        await query('savepoint before_step')
        const answer = await attempt<{ hotspot: Record<string, unknown> }>(
          query,
          'select public.advance_hotspot($1, $2, 4, $3) as hotspot',
          [cases[from].id, step, inputOf(step)],
        )
        const refusal = refusalOf(answer)
        outcomes[from] = refusal ?? `→ ${String(answer.rows?.[0]?.hotspot.status)}`
        if (refusal === null) {
          await asOwner(query, (owner) => expectMoved(owner, before, step, from))
          await query('rollback to savepoint before_step')
        }
      }
      expect(await asOwner(query, (owner) => fingerprint(owner, ...TABLES))).toBe(untouched)
    })
    expect(outcomes).toEqual(
      Object.fromEntries(HOTSPOT_STATUSES.map((from) => [from, expectedOutcome(step, from, person)])),
    )
  })

  it('offers exactly the steps that would be taken', async () => {
    const offered: Record<string, string[]> = {}
    const expected: Record<string, string[]> = {}
    for (const person of DISPATCH_PEOPLE.filter((each) => dispatch.people[each].role === 'authenticated')) {
      for (const from of HOTSPOT_STATUSES) {
        const [row] = await db.rehearse(dispatch.people[person], (query) =>
          query<{ detail: { steps: { step: MovingStep }[] } | null }>('select public.hotspot_detail($1) as detail', [
            cases[from].no,
          ]),
        )
        const key = `${person}: ${from}`
        offered[key] = row?.detail?.steps.map(({ step }) => step) ?? []
        expected[key] = MOVING_STEPS.filter((step) => expectedOutcome(step, from, person).startsWith('→')).sort()
      }
    }
    expect(offered).toEqual(expected)
  })

  it.each(['mark_duplicate', 'transfer', 'suspend', 'resume', 'urge', '', 'Accept', "accept'; --"])(
    'refuses %j, which is no step yet',
    async (step) => {
      const answer = await db.rehearse(dispatch.people.supervisor, (query) =>
        attempt(query, 'select public.advance_hotspot($1, $2, 4)', [cases.reported.id, step]),
      )
      expect(refusalOf(answer)).toBe('PT422 unknown_step')
    },
  )
})
