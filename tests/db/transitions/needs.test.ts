import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HotspotStatus } from '../../../src/domain/status.ts'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { addPerson } from '../support/people.ts'

describe('what a step asks for', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let campaign: number
  let id: string

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const [own] = await db.query<{ id: number }>('select max(id) as id from public.campaigns where root_id = $1', [
      dispatch.township.root,
    ])
    campaign = own!.id
  })
  afterAll(() => db.close())

  const make = async (status: HotspotStatus, facts: { unit?: number | null; campaign?: number | null } = {}) => {
    const [lng, lat] = dispatch.township.at.west
    const made = await addHotspot(db.query, { root: dispatch.township.root, lng, lat, status, ...facts })
    return made.id
  }

  /** Takes the step and keeps it; the new facts, or the refusal. */
  async function take(person: DispatchPerson | Actor, step: string, version: number | null, input?: unknown) {
    const actor = typeof person === 'string' ? dispatch.people[person] : person
    const answer = await db.as(actor, (query) =>
      attempt<{ hotspot: Record<string, unknown> }>(query, 'select public.advance_hotspot($1, $2, $3, $4) as hotspot', [
        id,
        step,
        version,
        input ?? null,
      ]),
    )
    return { refusal: refusalOf(answer), detail: answer.refused?.detail ?? null, hotspot: answer.rows?.[0]?.hotspot }
  }

  describe('a version', () => {
    beforeEach(async () => {
      id = await make('reported')
    })

    it.each([0, 2, -1, null])('that is the one which stands: not %j', async (version) => {
      const { refusal, detail } = await take('supervisor', 'accept', version)
      expect(refusal).toBe('PT409 version_conflict')
      expect(JSON.parse(detail!)).toMatchObject({ id, status: 'reported', version: 1, areaId: dispatch.township.west })
    })

    it('so that of two who saw the same case one is told what the other did', async () => {
      expect(await take('supervisor', 'accept', 1)).toMatchObject({ refusal: null, hotspot: { version: 2 } })
      const { refusal, detail } = await take('supervisor of the village', 'reject', 1, { reason: '重复' })
      expect(refusal).toBe('PT409 version_conflict')
      expect(JSON.parse(detail!)).toMatchObject({ status: 'accepted', version: 2 })
    })

    it.each(['handler of another unit', 'viewer', 'officer of the village'] as const)(
      'is not judged for a %s, who may not at all and is shown nothing',
      async (person) => {
        expect(await take(person, 'accept', 7)).toMatchObject({ refusal: 'PT403 not_allowed', detail: null })
      },
    )

    it('is not judged for a stranger, who is not told that the case exists', async () => {
      expect(await take('stranger', 'accept', 7)).toMatchObject({ refusal: 'PT403 not_found', detail: null })
      id = randomUUID()
      expect(await take('stranger', 'accept', 7)).toMatchObject({ refusal: 'PT403 not_found', detail: null })
    })
  })

  describe.each([
    { step: 'reject', from: 'reported', person: 'supervisor' },
    { step: 'return', from: 'assigned', person: 'handler of the unit' },
    { step: 'return', from: 'in_progress', person: 'handler of the unit' },
    { step: 'rework', from: 'handed_in', person: 'supervisor' },
  ] as const)('a reason to $step what is $from', ({ step, from, person }) => {
    it.each([[{}], [null], [{ reason: '' }], [{ reason: '  ' }], [{ reason: null }]])('not %j', async (input) => {
      id = await make(from, { unit: dispatch.units.cleaners })
      expect(await take(person, step, 1, input)).toMatchObject({ refusal: 'PT422 reason_required' })
    })

    it('which is kept', async () => {
      id = await make(from, { unit: dispatch.units.cleaners })
      expect(await take(person, step, 1, { reason: '不属实' })).toMatchObject({ refusal: null })
      const events = await db.query('select step, reason from public.hotspot_events where hotspot_id = $1', [id])
      expect(events).toEqual([{ step, reason: '不属实' }])
    })
  })

  describe('a unit to assign to', () => {
    beforeEach(async () => {
      id = await make('accepted')
    })

    it.each([[{}], [{ unitId: null }], [{ unitId: '' }], [{ unitId: 'x' }], [{ unitId: -1 }], [{ unitId: 1.5 }]])(
      'which %j is not',
      async (input) => {
        expect(await take('supervisor', 'assign', 1, input)).toMatchObject({ refusal: 'PT422 unit_required' })
      },
    )

    it('which exists', async () => {
      expect(await take('supervisor', 'assign', 1, { unitId: 999_999 })).toMatchObject({
        refusal: 'PT422 unit_unknown',
      })
    })

    it('which belongs to the same township', async () => {
      const { unit } = dispatch.foreign
      expect(await take('supervisor', 'assign', 1, { unitId: unit })).toMatchObject({ refusal: 'PT422 unit_unknown' })
    })

    it('which can be another one again', async () => {
      const { cleaners, market } = dispatch.units
      expect(await take('planner', 'assign', 1, { unitId: market })).toMatchObject({ hotspot: { unitId: market } })
      expect(await take('supervisor', 'assign', 2, { unitId: cleaners })).toMatchObject({
        hotspot: { unitId: cleaners, status: 'assigned', version: 3 },
      })
      const shutOut = await take('handler of another unit', 'take', 3)
      expect(shutOut.refusal).toBe('PT403 not_allowed')
    })
  })

  describe('a campaign to accept into', () => {
    it.each([
      { said: 'nothing', input: {}, before: 'one', after: 'the same' },
      { said: 'none', input: { campaignId: null }, before: 'one', after: 'none' },
      { said: 'one', input: 'own', before: 'none', after: 'that' },
    ])('said $said, having $before: $after', async ({ input, before, after }) => {
      id = await make('reported', { campaign: before === 'one' ? campaign : null })
      const { refusal, hotspot } = await take(
        'supervisor',
        'accept',
        1,
        input === 'own' ? { campaignId: campaign } : input,
      )
      expect(refusal).toBeNull()
      expect(hotspot?.campaignId).toBe(after === 'none' ? null : campaign)
    })

    it.each(['of a neighbour', 'that does not exist', 'that is a word'])('not one %s', async (which) => {
      id = await make('reported')
      const campaignId =
        which === 'of a neighbour' ? dispatch.foreign.campaign : which === 'that is a word' ? 'x' : 999_999
      expect(await take('supervisor', 'accept', 1, { campaignId })).toMatchObject({ refusal: 'PT422 campaign_unknown' })
    })

    it('and of no other step', async () => {
      id = await make('accepted', { campaign })
      const input = { unitId: dispatch.units.cleaners, campaignId: null }
      expect(await take('supervisor', 'assign', 1, input)).toMatchObject({ hotspot: { campaignId: campaign } })
    })
  })

  describe('hands of the unit that has it', () => {
    it('which nobody has as long as there is no unit', async () => {
      id = await make('accepted')
      for (const step of ['return', 'take', 'hand_in']) {
        expect(await take('handler of the unit', step, 1, { reason: 'x' })).toMatchObject({
          refusal: 'PT403 not_allowed',
        })
      }
    })

    it('and which a unit loses that gives the case back', async () => {
      id = await make('assigned', { unit: dispatch.units.cleaners })
      expect(await take('handler of the unit', 'return', 1, { reason: '不归我们' })).toMatchObject({
        hotspot: { unitId: null, status: 'accepted' },
      })
      expect(await take('handler of the unit', 'take', 2)).toMatchObject({ refusal: 'PT403 not_allowed' })
    })
  })

  describe('other hands than those that did the work', () => {
    it('whoever took it or handed it in, in whatever role, cannot verify it', async () => {
      const { root } = dispatch.township
      const both = await addPerson(
        db.query,
        { role: 'supervisor', area: root },
        { role: 'handler', area: root, unit: dispatch.units.cleaners },
      )
      id = await make('assigned', { unit: dispatch.units.cleaners })
      expect(await take(both, 'take', 1)).toMatchObject({ refusal: null })
      expect(await take('handler of the unit', 'hand_in', 2, { note: '已清' })).toMatchObject({ refusal: null })
      expect(await take(both, 'verify', 3)).toMatchObject({ refusal: 'PT403 verifier_in_unit' })
      await db.query("delete from public.members where user_id = $1 and role = 'handler'", [both.userId])
      expect(await take(both, 'verify', 3)).toMatchObject({ refusal: 'PT403 verifier_did_the_work' })
      expect(await take('supervisor', 'verify', 3)).toMatchObject({
        refusal: null,
        hotspot: { status: 'closed', endReason: 'fixed', closedBySource: false, version: 4 },
      })
    })

    it('and once closed it is never opened again', async () => {
      id = await make('closed', { unit: dispatch.units.cleaners })
      for (const step of ['accept', 'reject', 'assign', 'return', 'take', 'hand_in', 'rework', 'verify']) {
        for (const person of ['supervisor', 'handler of the unit'] as const) {
          const { refusal } = await take(person, step, 1, { reason: 'x', unitId: dispatch.units.market })
          expect(refusal).toMatch(/^PT422 wrong_status$|^PT403 not_allowed$/)
        }
      }
    })
  })

  it('goes the whole way, each step writing one event and raising the version by one', async () => {
    id = await make('reported')
    const way: [DispatchPerson, string, unknown, HotspotStatus][] = [
      ['supervisor', 'accept', { campaignId: campaign }, 'accepted'],
      ['planner', 'assign', { unitId: dispatch.units.market }, 'assigned'],
      ['handler of another unit', 'return', { reason: '不归我们' }, 'accepted'],
      ['supervisor', 'assign', { unitId: dispatch.units.cleaners }, 'assigned'],
      ['handler of the unit', 'take', {}, 'in_progress'],
      ['handler of the unit', 'hand_in', { note: '已清' }, 'handed_in'],
      ['supervisor', 'rework', { reason: '不彻底' }, 'in_progress'],
      ['handler of the unit in another village', 'hand_in', {}, 'handed_in'],
      ['supervisor of the village', 'verify', { note: '合格' }, 'closed'],
    ]
    for (const [place, [person, step, input, status]] of way.entries()) {
      expect(await take(person, step, place + 1, input)).toMatchObject({
        refusal: null,
        hotspot: { status, version: place + 2 },
      })
    }
    const events = await db.query<{ step: string }>(
      'select step, from_status, to_status, version from public.hotspot_events where hotspot_id = $1 order by id',
      [id],
    )
    expect(events).toEqual(
      way.map(([, step, , status], place) => ({
        step,
        from_status: place === 0 ? 'reported' : way[place - 1]![3],
        to_status: status,
        version: place + 2,
      })),
    )
  })
})
