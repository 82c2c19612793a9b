import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HotspotStatus } from '../../../src/domain/status.ts'
import { openTestDatabase } from '../../support/database.ts'
import type { Query, TestDatabase } from '../../support/test-database.ts'
import { addOrderTown, issueAs, letter, type OrderTown } from '../orders/order-facts.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { DISPATCH_PEOPLE, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

type Group = {
  kind: string
  n: number
  isMore: boolean
  unseen: number
  at: string
  newest: { no: string; id: string; title: string | null; dueAt: string | null }[]
  nos: number[]
}
type Digest = { seenAt: string | null; groups: Group[] }

/** What the cases of the test are: a status, and what else is set. Those of the first letter `-` nobody is told of. */
const CASES: Record<string, [HotspotStatus, string]> = {
  reported: ['reported', ''],
  returned: ['accepted', 'returned_count = 1'],
  '-accepted': ['accepted', ''],
  assigned: ['assigned', ''],
  'sent back': ['in_progress', 'reworked_count = 1'],
  urged: ['in_progress', 'urged_at = now(), urged_count = 1'],
  late: ['in_progress', `due_at = now() - interval '1 minute'`],
  soon: ['in_progress', `due_at = now() + interval '23 hours'`],
  '-later': ['in_progress', `due_at = now() + interval '25 hours'`],
  // An old ledger does not say when.
  'handed in': ['handed_in', 'handed_in_at = null'],
  asked: ['in_progress', `extension_days = 3, due_at = now() + interval '9 days'`],
  '-suspended': [
    'suspended',
    `suspended_from = 'accepted', clock_left = 3, limit_amount = 3, limit_unit = 'calendar_day'`,
  ],
  'to visit': ['closed', ''],
  '-closed late': ['closed', `due_at = now() - interval '9 days'`],
}

const OF_THE_UNIT = {
  assigned: ['assigned'],
  sent_back: ['sent back'],
  urged: ['urged'],
  overdue: ['late'],
  due_soon: ['soon'],
}
const SUPERVISED = {
  overdue: ['late'],
  to_accept: ['reported'],
  to_verify: ['handed in'],
  returned: ['returned'],
  extension_asked: ['asked'],
  to_revisit: ['to visit'],
}
/** Whoever belongs to the unit does not verify its work. */
const { to_verify: _, ...SUPERVISED_BY_A_COLLEAGUE } = SUPERVISED
const ORDER = { order_received: [] }

/** What each person is told of, by kind and case; orders have no cases. */
const EXPECTED: Record<DispatchPerson, Record<string, string[]>> = {
  admin: {},
  planner: { returned: ['returned'] },
  'planner of the village': { returned: ['returned'] },
  supervisor: SUPERVISED,
  'supervisor of the village': SUPERVISED,
  'supervisor of another village': {},
  'supervisor who is a member of the unit': SUPERVISED_BY_A_COLLEAGUE,
  'supervisor who did the work': SUPERVISED,
  'supervisor of another village who handles for the unit': { ...OF_THE_UNIT, ...ORDER },
  'handler of the unit': { ...OF_THE_UNIT, ...ORDER },
  'handler of the unit in another village': { ...OF_THE_UNIT, ...ORDER },
  'handler of another unit': {},
  'officer of the village': { to_revisit: ['to visit'] },
  'officer of another village': {},
  viewer: {},
  leader: { overdue: ['late'] },
  stranger: {},
  'person without a role': {},
  'signed-out person': {},
  'secret key': {},
}

describe('notices', () => {
  let db: TestDatabase
  let town: OrderTown
  const nos = new Map<string, number>()

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    town = await addOrderTown(db.query)
    // The order is about these, and they are nobody's matter here.
    await db.query(`update public.hotspots set due_at = null, status = 'held', end_reason = 'fixed', closed_at = now()`)
    const [lng, lat] = town.township.at.west
    for (const [name, [status, what]] of Object.entries(CASES)) {
      const unit = ['reported', 'returned', '-accepted'].includes(name) ? null : town.units.cleaners
      const { no, id } = await addHotspot(db.query, { root: town.township.root, lng, lat, status, unit })
      nos.set(name, no)
      await db.query(`update public.hotspots set title = $2${what && `, ${what}`} where id = $1`, [id, name])
      if (name === 'to visit')
        await db.query(
          `insert into public.revisits (hotspot_id, root_id, due_on) select $1, $2, current_date + d from unnest('{-3,-2,20}'::int[]) d`,
          [id, town.township.root],
        )
    }
    await issueAs(db, town.people.supervisor, letter(town))
  })
  afterAll(() => db.close())

  const digestOf = async (query: Query) =>
    (await one<{ digest: Digest }>(query, 'select public.my_notices($1) as digest', [town.township.root])).digest
  const named = ({ groups }: Digest) =>
    Object.fromEntries(
      groups.map((group) => [group.kind, group.nos.map((no) => [...nos].find((each) => each[1] === Number(no))?.[0])]),
    )

  it.each(DISPATCH_PEOPLE.filter((person) => person !== 'signed-out person' && person !== 'secret key'))(
    'tell %s of what waits for it and of nothing else',
    async (person) => {
      const digest = await db.rehearse(town.people[person], digestOf)
      expect(named(digest)).toEqual(EXPECTED[person])
      for (const group of digest.groups)
        expect(group).toMatchObject({ n: 1, unseen: 1, isMore: false, at: expect.any(String) })
    },
  )

  it('are shut for signed-out people', async () => {
    for (const call of ['my_notices', 'see_notices']) {
      const answer = await db.rehearse(town.people['signed-out person'], (query) =>
        attempt(query, `select public.${call}($1)`, [town.township.root]),
      )
      expect(refusalOf(answer)).toBe('42501')
    }
  })

  it('are old once they have been looked at, and only what came later is new', async () => {
    const handler = town.people['handler of the unit']
    await db.as(handler, (query) => query('select public.see_notices($1)', [town.township.root]))
    const seen = await db.rehearse(handler, digestOf)
    expect(seen.seenAt).not.toBeNull()
    // What is due soon is so since 24 hours before it is due.
    expect(seen.groups.map(({ kind, n, unseen }) => [kind, n, unseen])).toEqual(
      [...Object.keys(OF_THE_UNIT), 'order_received'].map((kind) => [kind, 1, 0]),
    )
    await db.query(`update public.hotspots set urged_at = now() + interval '1 second' where no = $1`, [
      nos.get('urged'),
    ])
    const later = await db.rehearse(handler, digestOf)
    expect(later.groups.filter(({ unseen }) => unseen > 0).map(({ kind }) => kind)).toEqual(['urged'])
    // A colleague of the unit has not looked.
    const other = await db.rehearse(town.people['handler of the unit in another village'], digestOf)
    expect(other).toMatchObject({ seenAt: null })
    expect(other.groups.every(({ unseen }) => unseen === 1)).toBe(true)
  })

  it('say that somebody has looked only in a root of its own', async () => {
    for (const person of ['stranger', 'person without a role'] as const) {
      const answer = await db.rehearse(town.people[person], (query) =>
        attempt(query, 'select public.see_notices($1)', [town.township.root]),
      )
      expect(refusalOf(answer)).toBe('PT403 not_allowed')
    }
  })

  it('follow an order from its receipt to the reply', async () => {
    const { id } = await one<{ id: string }>(db.query, 'select id from public.orders')
    const kinds = async (person: DispatchPerson) =>
      (await db.rehearse(town.people[person], digestOf)).groups
        .filter(({ kind }) => kind.startsWith('order'))
        .map(({ kind, newest }) => [kind, newest[0]!.id])
    const handler = town.people['handler of the unit']
    expect(await kinds('handler of the unit')).toEqual([['order_received', id]])
    await db.as(handler, (query) => query('select public.receive_order($1)', [id]))
    expect(await kinds('handler of the unit')).toEqual([['order_to_reply', id]])
    expect(await kinds('supervisor')).toEqual([])
    await db.as(handler, (query) => query('select public.reply_order($1, $2)', [id, '已整改']))
    expect(await kinds('handler of the unit')).toEqual([])
    expect(await kinds('supervisor')).toEqual([['order_answered', id]])
    expect(await kinds('supervisor of the village')).toEqual([])
  })

  it('show the newest three and name 200 cases of a thousand, and say when there are more', async () => {
    await db.query(
      `insert into public.hotspots (id, root_id, category_id, unit_id, status, source, lng, lat, reported_at, title)
       select gen_random_uuid(), root_id, category_id, unit_id, status, source, lng, lat, reported_at, 'many ' || i
       from public.hotspots, generate_series(1, 1200) i where no = $1`,
      [nos.get('assigned')],
    )
    const digest = await db.rehearse(town.people['handler of the unit'], digestOf)
    const group = digest.groups.find(({ kind }) => kind === 'assigned')!
    expect(group).toMatchObject({ n: 1000, isMore: true })
    expect(group.nos).toHaveLength(200)
    expect(group.newest).toHaveLength(3)
  })
})
