import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HotspotStatus } from '../../../src/domain/status.ts'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot, anyCategory } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

type Case = { id: string; no: number }

describe('what a step links and what it does to the clock', () => {
  let db: TestDatabase
  let dispatch: Dispatch

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
  })
  afterAll(() => db.close())

  const make = (status: HotspotStatus, [lng, lat] = dispatch.township.at.west): Promise<Case> =>
    addHotspot(db.query, { root: dispatch.township.root, lng, lat, status, unit: dispatch.units.cleaners })

  async function take(person: DispatchPerson, { id }: Case, step: string, input: object = {}) {
    const { version } = await one<{ version: number }>(db.query, 'select version from public.hotspots where id = $1', [
      id,
    ])
    const answer = await db.as(dispatch.people[person], (query) =>
      attempt<{ hotspot: Record<string, unknown> }>(query, 'select public.advance_hotspot($1, $2, $3, $4) as hotspot', [
        id,
        step,
        version,
        input,
      ]),
    )
    return { refusal: refusalOf(answer), hotspot: answer.rows?.[0]?.hotspot }
  }
  const set = (key: string, value: unknown) =>
    db.query(
      `insert into public.settings (area_id, key, value) values ($1, $2, $3::text::jsonb)
       on conflict (area_id, key) do update set value = excluded.value`,
      [dispatch.township.root, key, JSON.stringify(value)],
    )

  describe('the original of a duplicate', () => {
    it.each<[string, (self: Case, other: Case) => object | Promise<object>, string | null]>([
      ['is named', () => ({}), 'PT422 original_required'],
      ['exists', () => ({ originalId: randomUUID() }), 'PT422 original_unknown'],
      ['is an id', () => ({ originalId: 'x' }), 'PT422 original_unknown'],
      ['is another case', ({ id }) => ({ originalId: id }), 'PT422 original_is_itself'],
      ['may be named by id', (_, { id }) => ({ originalId: id }), null],
      ['may be named by number', (_, { no }) => ({ originalNo: no }), null],
    ])('%s', async (_, input, refusal) => {
      const [self, other] = [await make('reported'), await make('assigned')]
      expect((await take('supervisor', self, 'mark_duplicate', await input(self, other))).refusal).toBe(refusal)
    })

    it('lies in the same township', async () => {
      const [lng, lat] = dispatch.township.at.west
      const foreign = await addHotspot(db.query, { root: dispatch.foreign.root, lng, lat })
      const self = await make('reported')
      const { refusal } = await take('supervisor', self, 'mark_duplicate', { originalId: foreign.id })
      expect(refusal).toBe('PT422 original_unknown')
    })

    it('is seen by who marks', async () => {
      const self = await make('reported')
      const unseen = await make('reported', dispatch.township.at.east)
      const { refusal } = await take('supervisor of the village', self, 'mark_duplicate', { originalId: unseen.id })
      expect(refusal).toBe('PT422 original_unknown')
    })

    it('is no duplicate itself, so that there is no circle', async () => {
      const [first, second] = [await make('reported'), await make('reported')]
      expect((await take('supervisor', first, 'mark_duplicate', { originalId: second.id })).refusal).toBeNull()
      const { refusal } = await take('supervisor', second, 'mark_duplicate', { originalId: first.id })
      expect(refusal).toBe('PT422 original_is_duplicate')
    })
  })

  it('a transfer says to whom', async () => {
    const made = await make('accepted')
    expect((await take('supervisor', made, 'transfer', { receiver: '  ' })).refusal).toBe('PT422 receiver_required')
    expect((await take('supervisor', made, 'transfer', { receiver: '县交警大队' })).hotspot).toMatchObject({
      status: 'transferred',
      transferredTo: '县交警大队',
    })
  })

  describe('an extension', () => {
    let made: Case
    const ask = (days: unknown) => take('handler of the unit', made, 'ask_extension', { days, reason: '下雨' })
    const due = async () =>
      (
        await one<{ due: string }>(
          db.query,
          `select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as due from public.hotspots where id = $1`,
          [made.id],
        )
      ).due

    beforeEach(async () => {
      made = await make('in_progress')
      await db.query(
        `update public.hotspots set limit_amount = 3, limit_unit = 'calendar_day', due_at = now() + interval '1 day' where id = $1`,
        [made.id],
      )
    })

    it.each([[null], [0], [31], [1.5], ['3'], [-1]])('of %j days is none', async (days) => {
      expect((await ask(days)).refusal).toBe('PT422 days_invalid')
    })

    it('is asked for once', async () => {
      expect((await ask(3)).hotspot).toMatchObject({ extensionDays: 3, status: 'in_progress', version: 2 })
      expect((await ask(3)).refusal).toBe('PT422 extension_asked')
    })

    it('is answered when asked for, not before', async () => {
      for (const step of ['grant_extension', 'refuse_extension']) {
        expect((await take('supervisor', made, step, { reason: 'x' })).refusal).toBe('PT422 no_extension_asked')
      }
    })

    it('counts from the deadline', async () => {
      await db.query(`update public.hotspots set due_at = '2099-03-02T15:00+08' where id = $1`, [made.id])
      await ask(3)
      expect((await take('supervisor', made, 'grant_extension')).hotspot).toMatchObject({
        extensionDays: null,
        extendedCount: 1,
      })
      expect(await due()).toBe('2099-03-05 15:00')
    })

    it('counts from now when the deadline has passed, and says so', async () => {
      await db.query(`update public.hotspots set due_at = now() - interval '40 days' where id = $1`, [made.id])
      await ask(3)
      await take('supervisor', made, 'grant_extension', { days: 2 })
      const row = await one<{ near: boolean; detail: Record<string, unknown> }>(
        db.query,
        `select abs(extract(epoch from h.due_at - now() - interval '2 days')) < 60 as near, e.detail
         from public.hotspots h join public.hotspot_events e on e.hotspot_id = h.id and e.step = 'grant_extension' where h.id = $1`,
        [made.id],
      )
      expect(row).toMatchObject({ near: true, detail: { days: 2, wasOverdue: true } })
    })

    it('counts working days where the limit does', async () => {
      // A Thursday without holidays near by: three working days later is Tuesday.
      await db.query(
        `update public.hotspots set limit_unit = 'working_hour', due_at = '2099-03-05T15:00+08' where id = $1`,
        [made.id],
      )
      await ask(3)
      await take('supervisor', made, 'grant_extension')
      expect(await due()).toBe('2099-03-10 15:00')
    })

    it('is not asked for where no clock runs', async () => {
      await db.query('update public.hotspots set due_at = null where id = $1', [made.id])
      expect((await ask(3)).refusal).toBe('PT422 clock_not_running')
    })

    it('goes with the unit that gives the case back', async () => {
      await ask(3)
      const { hotspot } = await take('handler of the unit', made, 'return', { reason: '不归我们' })
      expect(hotspot).toMatchObject({ extensionDays: null, returnedCount: 1 })
    })

    it('granted while suspended is more time for later', async () => {
      await ask(2)
      await take('supervisor', made, 'suspend', { reason: '等资金' })
      const { hotspot } = await take('supervisor', made, 'grant_extension')
      expect(hotspot).toMatchObject({ status: 'suspended', suspendedFrom: 'in_progress', dueAt: null })
      expect(Number(hotspot?.clockLeft)).toBeCloseTo(3, 2)
    })
  })

  it('accepting starts the clock, suspending stops it, resuming goes on with what was left', async () => {
    const made = await make('reported')
    const accepted = await take('supervisor', made, 'accept')
    expect(accepted.hotspot).toMatchObject({ limitAmount: 5, limitUnit: 'working_day', dueAt: expect.any(String) })
    expect(accepted.hotspot?.firstDueAt).toBe(accepted.hotspot?.dueAt)
    const suspended = await take('supervisor', made, 'suspend', { reason: '等资金' })
    expect(suspended.hotspot).toMatchObject({ suspendedFrom: 'accepted', dueAt: null })
    await db.query('update public.hotspots set clock_left = -1 where id = $1', [made.id])
    const resumed = await take('supervisor', made, 'resume', { reason: '有了' })
    expect(resumed.hotspot).toMatchObject({ status: 'accepted', suspendedFrom: null, clockLeft: null })
    expect(Date.parse(String(resumed.hotspot?.dueAt))).toBeLessThan(Date.now())
  })

  it('what an import has suspended goes on as accepted', async () => {
    const made = await make('suspended')
    expect((await take('supervisor', made, 'resume', { reason: '有了' })).hotspot).toMatchObject({ status: 'accepted' })
  })

  describe('a verification', () => {
    it('may accept a part, never more than there is', async () => {
      const made = await make('handed_in')
      await db.query('update public.hotspots set quantity = 10 where id = $1', [made.id])
      expect((await take('supervisor', made, 'verify', { quantityVerified: 11 })).refusal).toBe(
        'PT422 quantity_invalid',
      )
      const back = await take('supervisor', made, 'rework', { reason: '还有三处', quantityVerified: 7 })
      expect(back.hotspot).toMatchObject({ status: 'in_progress', quantityVerified: 7, reworkedCount: 1 })
    })

    it('is done from elsewhere where the setting says so', async () => {
      const made = await make('handed_in')
      await set('verify_other_area', true)
      expect((await take('supervisor of the village', made, 'verify')).refusal).toBe('PT403 verifier_in_area')
      expect((await take('supervisor', made, 'verify')).refusal).toBeNull()
      await set('verify_other_area', false)
    })

    it('is done at the time of day of the report where the setting says so', async () => {
      const made = await make('handed_in')
      await set('verify_same_time_of_day', 60)
      await db.query(`update public.hotspots set reported_at = now() - interval '30 hours' where id = $1`, [made.id])
      expect((await take('supervisor', made, 'verify')).refusal).toBe('PT422 wrong_time_of_day')
      await db.query(`update public.hotspots set reported_at = now() - interval '48 hours 50 minutes' where id = $1`, [
        made.id,
      ])
      expect((await take('supervisor', made, 'verify')).refusal).toBeNull()
      await set('verify_same_time_of_day', null)
    })
  })

  it.each([
    ['photo_required', 'yes'],
    ['verify_same_time_of_day', 0],
    ['revisit_days', [-1]],
    ['revisit_days', 7],
    ['relapse_radius_m', 5000],
    ['relapse_days', '180'],
  ])('a setting %s of %j is refused', async (key, value) => {
    await expect(set(key, value)).rejects.toMatchObject({ code: 'PT422', message: 'setting_invalid' })
  })

  it('a hand-in needs a photo unless the township says otherwise', async () => {
    const made = await make('in_progress')
    await set('photo_required', true)
    for (const photos of [undefined, null, []]) {
      expect((await take('handler of the unit', made, 'hand_in', { photos })).refusal).toBe('PT422 photo_required')
    }
    await set('photo_required', false)
    expect((await take('handler of the unit', made, 'hand_in')).refusal).toBeNull()
  })

  describe('revisits', () => {
    const revisitsOf = ({ id }: Case) =>
      db.query<{ days: number; done: boolean; passed: boolean | null }>(
        `select r.due_on - (h.closed_at at time zone 'Asia/Shanghai')::date as days, r.done_at is not null as done, r.passed
         from public.revisits r join public.hotspots h on h.id = r.hotspot_id where h.id = $1 order by r.due_on`,
        [id],
      )
    const closeOne = async () => {
      const made = await make('handed_in')
      await take('supervisor', made, 'verify')
      return made
    }
    const comeDue = ({ id }: Case) =>
      db.query('update public.revisits set due_on = current_date - 1 where hotspot_id = $1', [id])

    it('are scheduled when a case is closed', async () => {
      const days = (await revisitsOf(await closeOne())).map((each) => each.days)
      expect(days).toEqual([7, 30, 90])
    })

    it('are not passed before their day', async () => {
      expect((await take('officer of the village', await closeOne(), 'pass_revisit')).refusal).toBe(
        'PT422 revisit_not_due',
      )
    })

    it('hold a case with the last one that is passed', async () => {
      const made = await closeOne()
      await comeDue(made)
      const states: unknown[] = []
      for (let i = 0; i < 3; i++) {
        const { hotspot } = await take('officer of the village', made, 'pass_revisit')
        states.push(hotspot?.status)
      }
      expect(states).toEqual(['closed', 'closed', 'held'])
      expect((await revisitsOf(made)).map(({ passed }) => passed)).toEqual([true, true, true])
    })

    it('that fail make a new case and call off the others', async () => {
      const made = await closeOne()
      const newId = randomUUID()
      const noReason = await take('officer of the village', made, 'fail_revisit', { newId })
      expect(noReason.refusal).toBe('PT422 reason_required')
      expect((await take('officer of the village', made, 'fail_revisit', { reason: '又堆了' })).refusal).toBe(
        'PT422 id_required',
      )
      const { hotspot } = await take('officer of the village', made, 'fail_revisit', { newId, reason: '又堆了' })
      expect(hotspot).toMatchObject({ status: 'closed', relapses: [{ id: newId, no: expect.any(Number) }] })
      expect((await revisitsOf(made)).map(({ done, passed }) => [done, passed])).toEqual([
        [true, false],
        [true, null],
        [true, null],
      ])
      const fresh = await one(
        db.query,
        'select status, source, relapse_of, description, version, area_id from public.hotspots where id = $1',
        [newId],
      )
      expect(fresh).toEqual({
        status: 'reported',
        source: 'revisit',
        relapse_of: made.id,
        description: '又堆了',
        version: 1,
        area_id: dispatch.township.west,
      })
      expect((await take('officer of the village', made, 'pass_revisit')).refusal).toBe('PT422 no_revisit')
    })
  })

  describe('a report near a closed case', () => {
    const at = (north: number): [number, number] => [117.931, 30.941 + north / 111195]
    const report = async (north: number, changed: object = {}) => {
      const categoryId = await anyCategory(db.query)
      const rows = await db.as(dispatch.people.supervisor, (query) =>
        query<{ hotspot: { relapseOf: Case | null } }>(
          "select public.advance_hotspot($1, 'report', null, $2) as hotspot",
          [randomUUID(), { root: dispatch.township.root, categoryId, lng: at(0)[0], lat: at(north)[1], ...changed }],
        ),
      )
      return rows[0]!.hotspot.relapseOf
    }

    it('is linked as its relapse: of the same category, within 30 metres and 180 days', async () => {
      const closed = await make('closed', at(0))
      const other = await one<{ id: number }>(
        db.query,
        'select max(id) as id from public.categories where root_id is null',
      )
      expect(await report(29)).toEqual({ id: closed.id, no: closed.no })
      expect(await report(31)).toBeNull()
      expect(await report(1, { categoryId: other.id })).toBeNull()
      await db.query(`update public.hotspots set closed_at = now() - interval '181 days' where id = $1`, [closed.id])
      expect(await report(1)).toBeNull()
      await db.query(`update public.hotspots set closed_at = now() - interval '179 days' where id = $1`, [closed.id])
      expect(await report(1)).toEqual({ id: closed.id, no: closed.no })
    })

    it('is told beforehand of what stands open there, the nearest first', async () => {
      const nearby = await db.as(dispatch.people['officer of the village'], (query) =>
        one<{ cases: { distanceM: number; status: string }[] }>(
          query,
          'select public.nearby_open_cases($1, $2, $3, $4, 30) as cases',
          [dispatch.township.root, at(0)[0], at(0)[1], null],
        ),
      )
      expect(nearby.cases.map(({ distanceM }) => distanceM)).toEqual([1, 1, 1, 29])
      expect(nearby.cases.every(({ status }) => status === 'reported')).toBe(true)
    })
  })
})
