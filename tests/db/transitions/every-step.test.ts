import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '../../../src/domain/refusal.ts'
import { HOTSPOT_STATUSES, type HotspotStatus } from '../../../src/domain/status.ts'
import { refusal as SENTENCES } from '../../../src/messages/refusal.ts'
import { openTestDatabase } from '../../support/database.ts'
import type { Query, TestDatabase } from '../../support/test-database.ts'
import { asOwner } from '../support/as-owner.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch } from '../support/dispatch.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'
import { effectOf, REASON, type Ground } from './step-effects.ts'
import { expectedOutcome, LEADS, MOVING_STEPS, REFUSED_WITH, WHO, type MovingStep } from './transition-table.ts'

type Case = { id: string; no: number }
type Facts = Record<string, unknown> & { status: string; version: number; unit_id: number | null }
const TABLES = [
  'public.hotspots',
  'public.hotspot_events',
  'public.hotspot_counters',
  'public.revisits',
  'public.photos',
  'realtime.messages',
]
/** A database each: one process of the embedded engine bears some 1,800 refused statements. */
const PARTS = [0, 1, 2, 3].map((part) => ({
  part: part + 1,
  cases: MOVING_STEPS.filter((_, place) => place % 4 === part).flatMap((step) =>
    DISPATCH_PEOPLE.map((person) => ({ step, person })),
  ),
}))
const ENDS: Partial<Record<HotspotStatus, string>> = { closed: 'fixed', held: 'fixed', rejected: 'rejected' }
const answersAQuestion = (step: MovingStep) => step === 'grant_extension' || step === 'refuse_extension'

describe.each(PARTS)('a step on a case of the village, part $part', ({ part, cases: CASES }) => {
  let db: TestDatabase
  let dispatch: Dispatch
  let ground: Ground
  let cases: Record<HotspotStatus, Case>
  /** As they stand before each step: every attempt is taken back. */
  let facts: Record<HotspotStatus, Facts>

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { township, units, people } = dispatch
    const [lng, lat] = township.at.west
    const original = await addHotspot(db.query, { root: township.root, lng, lat })
    ground = { ...units, original, newId: randomUUID() }
    const made: Partial<Record<HotspotStatus, Case>> = {}
    for (const status of HOTSPOT_STATUSES) {
      const hotspot = await addHotspot(db.query, { root: township.root, lng, lat, status, unit: units.cleaners })
      await db.query(
        `update public.hotspots set version = 4, limit_amount = 5, limit_unit = 'working_day',
           due_at = case when status <> 'suspended' then now() + interval '3 days' end,
           first_due_at = now() + interval '3 days',
           clock_left = case when status = 'suspended' then 2 end,
           suspended_from = case when status = 'suspended' then 'in_progress' end
         where id = $1`,
        [hotspot.id],
      )
      await db.query(
        `insert into public.hotspot_events (hotspot_id, step, to_status, version, actor_id)
         values ($1, 'take', 'in_progress', 3, $2), ($1, 'hand_in', 'handed_in', 4, $2)`,
        [hotspot.id, people['supervisor who did the work'].userId],
      )
      await db.query('insert into public.revisits (hotspot_id, root_id, due_on) values ($1, $2, current_date - 1)', [
        hotspot.id,
        township.root,
      ])
      made[status] = hotspot
    }
    cases = made as Record<HotspotStatus, Case>
    facts = await allFacts(db.query)
  })
  afterAll(() => db.close())

  const factsOf = (query: Query, { id }: Case) => one<Facts>(query, 'select * from public.hotspots where id = $1', [id])
  const allFacts = async (query: Query) => {
    const known: [HotspotStatus, Facts][] = []
    for (const status of HOTSPOT_STATUSES) known.push([status, await factsOf(query, cases[status])])
    return Object.fromEntries(known) as Record<HotspotStatus, Facts>
  }
  const askForThreeDays = (query: Query) =>
    asOwner(query, (owner) => owner('update public.hotspots set extension_days = 3 where version = 4'))

  /** What the step has done to the case and its history, and nothing else. */
  async function expectMoved(query: Query, before: Facts, step: MovingStep, from: HotspotStatus): Promise<void> {
    const to = LEADS[step][from]!
    const { changes = {}, detail = null, input = {} } = effectOf(step, from, ground)
    expect(await factsOf(query, cases[from])).toEqual({
      ...before,
      status: to,
      state: HOTSPOT_STATUSES.indexOf(to),
      version: before.version + 1,
      end_reason: ENDS[to] ?? null,
      ...changes,
      // A question of the unit goes with the unit.
      ...(step === 'return' || step === 'assign' ? { extension_days: null } : {}),
      updated_at: expect.any(String),
    })
    const events = await query('select * from public.hotspot_events where hotspot_id = $1 order by id offset 2', [
      cases[from].id,
    ])
    const byUnit = ['return', 'take', 'hand_in', 'ask_extension'].includes(step)
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
        actor_role: byUnit ? 'handler' : expect.stringMatching(/^(supervisor|planner|officer|viewer)$/),
        actor_unit_id: byUnit ? ground.cleaners : null,
        reason: 'reason' in input ? REASON.trim() : null,
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
      if (answersAQuestion(step)) await askForThreeDays(query)
      const asked = answersAQuestion(step) ? { extension_days: 3 } : {}
      const untouched = await asOwner(query, (owner) => fingerprint(owner, ...TABLES))
      for (const from of HOTSPOT_STATUSES) {
        const before = { ...facts[from], ...asked }
        await query('savepoint before_step')
        const answer = await attempt<{ hotspot: Record<string, unknown> }>(
          query,
          'select public.advance_hotspot($1, $2, 4, $3) as hotspot',
          [cases[from].id, step, { ...effectOf(step, from, ground).input, note: '说明' }],
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

  it.each([part % 2 === 0])(
    'offers exactly the steps that would be taken, more time being asked for: %s',
    async (asked) => {
      const offered: Record<string, string[]> = {}
      const expected: Record<string, string[]> = {}
      const fits = (step: MovingStep) => (asked ? step !== 'ask_extension' : !answersAQuestion(step))
      for (const person of DISPATCH_PEOPLE.filter((each) => dispatch.people[each].role === 'authenticated')) {
        await db.rehearse(dispatch.people[person], async (query) => {
          if (asked) await askForThreeDays(query)
          for (const from of HOTSPOT_STATUSES) {
            const { detail } = await one<{ detail: { steps: { step: MovingStep }[] } | null }>(
              query,
              'select public.hotspot_detail($1) as detail',
              [cases[from].no],
            ).catch(() => ({ detail: null }))
            const key = `${person}: ${from}`
            offered[key] = detail?.steps.map(({ step }) => step) ?? []
            expected[key] = MOVING_STEPS.filter(
              (step) => fits(step) && expectedOutcome(step, from, person).startsWith('→'),
            ).sort()
          }
        })
      }
      expect(offered).toEqual(expected)
    },
  )

  it('is refused with a code that has its sentence in both languages', () => {
    const codes = [...Object.values(REFUSED_WITH), 'PT422 wrong_status'].flatMap((each) => each.split(' ')[1] ?? [])
    for (const code of codes) {
      const known = REFUSAL_CODES.find((each) => each === code)!
      expect([SENTENCES['zh-CN'][known].length > 5, SENTENCES.en[known].length > 5]).toEqual([true, true])
    }
    expect(Object.keys(WHO).sort()).toEqual([...MOVING_STEPS].sort())
  })

  it.each(['imported', 'source_updated', 'close', 'reopen', '', 'Accept', "accept'; --"])(
    'refuses %j, which is no step',
    async (step) => {
      const answer = await db.rehearse(dispatch.people.supervisor, (query) =>
        attempt(query, 'select public.advance_hotspot($1, $2, 4)', [cases.reported.id, step]),
      )
      expect(refusalOf(answer)).toBe('PT422 unknown_step')
    },
  )
})
