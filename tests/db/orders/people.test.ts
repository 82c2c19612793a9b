import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { DISPATCH_PEOPLE, type DispatchPerson } from '../support/dispatch.ts'
import { addPerson } from '../support/people.ts'
import { addOrderTown, issueAs, letter, outcomeAs, saveDraft, type OrderJson, type OrderTown } from './order-facts.ts'

const NEW = 'gen_random_uuid()'
/** Each call on the township's orders: a new one, a draft that is there, an issued one, an issued one of the west village. */
const CALLS: Record<
  string,
  (town: OrderTown, ids: { draft: string; issued: string }) => [sql: string, ...parameters: unknown[]]
> = {
  'save a new draft': (town) => [`public.save_order(${NEW}, null, $1)`, letter(town)],
  'save a draft': (town, { draft }) => ['public.save_order($1, 1, $2)', draft, letter(town)],
  discard: (_, { draft }) => ['public.discard_order($1, 1)', draft],
  issue: (_, { draft }) => ['public.issue_order($1, 1)', draft],
  'log an oral one': (town) => [
    `public.log_oral_order(${NEW}, $1)`,
    letter(town, { toldTo: '王所长', toldBy: '李督查', toldAt: '2026-03-02T01:00:00Z' }),
  ],
  withdraw: (_, { issued }) => [`public.withdraw_order($1, '有误')`, issued],
  receive: (_, { issued }) => ['public.receive_order($1)', issued],
  reply: (_, { issued }) => [`public.reply_order($1, '已整改')`, issued],
}

const NOT_ALLOWED = 'PT403 not_allowed'
const HIDDEN = 'PT403 order_not_found'
/** Signed-out people and the secret key have no grant. */
const SHUT = '42501'
type Answers = Record<keyof typeof CALLS, string>
const answers = (make: string, onDraft: string, onIssued: string, answering: string): Answers => ({
  'save a new draft': make,
  'save a draft': make,
  discard: onDraft,
  issue: onDraft,
  'log an oral one': make,
  withdraw: onIssued,
  receive: answering,
  reply: answering,
})
const supervisor = answers('done', 'done', 'done', NOT_ALLOWED)
const reader = answers(NOT_ALLOWED, NOT_ALLOWED, NOT_ALLOWED, NOT_ALLOWED)
const leader = answers(NOT_ALLOWED, HIDDEN, NOT_ALLOWED, NOT_ALLOWED)
const addressee = answers(NOT_ALLOWED, HIDDEN, NOT_ALLOWED, 'done')
const outsider = answers(NOT_ALLOWED, HIDDEN, HIDDEN, HIDDEN)
const shut = answers(SHUT, SHUT, SHUT, SHUT)

const EXPECTED: Record<DispatchPerson, Answers> = {
  admin: reader,
  planner: reader,
  'planner of the village': outsider,
  supervisor,
  'supervisor of the village': outsider,
  'supervisor of another village': outsider,
  'supervisor who is a member of the unit': supervisor,
  'supervisor who did the work': supervisor,
  'supervisor of another village who handles for the unit': addressee,
  'handler of the unit': addressee,
  'handler of the unit in another village': addressee,
  'handler of another unit': outsider,
  'officer of the village': outsider,
  'officer of another village': outsider,
  viewer: leader,
  leader,
  stranger: outsider,
  'person without a role': outsider,
  'signed-out person': shut,
  'secret key': shut,
}

describe('the people around an order', () => {
  let db: TestDatabase
  let town: OrderTown
  let ids: { draft: string; issued: string; west: string }

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    town = await addOrderTown(db.query)
    const both = letter(town, { unitIds: [town.units.cleaners] })
    ids = {
      draft: (await db.as(town.people.supervisor, (query) => saveDraft(query, both))).id,
      issued: (await issueAs(db, town.people.supervisor, both)).id,
      west: (await issueAs(db, town.people['supervisor of the village'], letter(town, { areaId: town.township.west })))
        .id,
    }
  })
  afterAll(() => db.close())

  describe.each(DISPATCH_PEOPLE)('%s', (person) => {
    it.each(Object.keys(CALLS))('%s', async (call) => {
      const [sql, ...parameters] = CALLS[call]!(town, ids)
      expect(await outcomeAs(db, town.people[person], sql, parameters)).toBe(EXPECTED[person][call])
    })
  })

  const seen = (person: DispatchPerson) =>
    db.rehearse(town.people[person], async (query) => {
      const rows = await query<{ id: string }>('select id from public.orders')
      const [{ list }] = (await query<{ list: { rows: { id: string }[] } }>('select public.order_list($1) as list', [
        { root: town.township.root },
      ])) as [{ list: { rows: { id: string }[] } }]
      const opened: { id: string }[] = []
      for (const id of Object.values(ids)) {
        const [{ detail }] = (await query('select public.order_detail($1) as detail', [id])) as [
          { detail: OrderJson | null },
        ]
        if (detail) opened.push(detail)
      }
      const items = await query<{ id: string }>('select distinct order_id as id from public.order_items')
      return { rows, listed: list.rows, opened, items }
    })

  it.each<[DispatchPerson, string[]]>([
    ['admin', ['draft', 'issued', 'west']],
    ['planner', ['draft', 'issued', 'west']],
    ['planner of the village', ['west']],
    ['supervisor', ['draft', 'issued', 'west']],
    ['supervisor of the village', ['west']],
    ['supervisor of another village', []],
    ['viewer', ['issued', 'west']],
    ['leader', ['issued', 'west']],
    ['handler of the unit', ['issued', 'west']],
    ['handler of the unit in another village', ['issued', 'west']],
    ['handler of another unit', []],
    ['officer of the village', []],
    ['stranger', []],
    ['person without a role', []],
  ])('are shown what is theirs: %s sees %j', async (person, keys) => {
    const ways = await seen(person)
    const expected = keys.map((key) => ids[key as keyof typeof ids]).sort()
    for (const [way, found] of Object.entries(ways))
      expect([way, found.map(({ id }) => id).sort()]).toEqual([way, expected])
  })

  it('a unit reads its own answer and no other', async () => {
    const shared = await issueAs(
      db,
      town.people.supervisor,
      letter(town, { unitIds: [town.units.cleaners, town.units.market] }),
    )
    await db.as(town.people['handler of another unit'], (query) =>
      query(`select public.reply_order($1, '已整改')`, [shared.id]),
    )
    const rowsOf = (person: DispatchPerson) =>
      db.rehearse(town.people[person], async (query) => ({
        table: await query(
          'select unit_id as "unitId", reply from public.order_addressees where order_id = $1 order by 1',
          [shared.id],
        ),
        detail: ((await query('select public.order_detail($1) as detail', [shared.id])) as [{ detail: OrderJson }])[0]
          .detail.addressees,
      }))
    const cleaners = { unitId: town.units.cleaners, reply: null }
    const market = { unitId: town.units.market, reply: '已整改' }
    const unit = await rowsOf('handler of the unit')
    expect(unit.table).toEqual([cleaners])
    expect(unit.detail).toMatchObject([{ ...cleaners, isMine: true }])
    const other = await rowsOf('handler of another unit')
    expect(other.table).toEqual([market])
    expect(other.detail).toMatchObject([{ ...market, repliedBy: null }])
    expect((await rowsOf('viewer')).detail).toMatchObject([cleaners, { ...market, repliedBy: null }])
    expect((await rowsOf('supervisor')).detail).toMatchObject([cleaners, { ...market, repliedBy: '某handler' }])
  })

  it('deadlines are worked out for supervisors', async () => {
    const asked = (person: DispatchPerson) =>
      db.rehearse(town.people[person], (query) =>
        query<{ at: string; days: number }>(
          `select d ->> 'at' as at, (d ->> 'days')::int as days from jsonb_array_elements(public.order_deadlines($1, '{3,1}')) d`,
          [town.township.root],
        ),
      )
    const given = await asked('supervisor')
    expect(given.map(({ days }) => days)).toEqual([1, 3])
    for (const { at } of given) expect(new Date(at).toISOString()).toMatch(/T10:00:00/) // 18:00 in Shanghai
    expect(await asked('viewer')).toEqual([])
    expect(await asked('stranger')).toEqual([])
  })

  it('a person may work for two units: one signature stands for both', async () => {
    const { root } = town.township
    const both = await addPerson(
      db.query,
      { role: 'handler', area: root, unit: town.units.cleaners },
      { role: 'handler', area: root, unit: town.units.market },
    )
    const { id } = await issueAs(
      db,
      town.people.supervisor,
      letter(town, { unitIds: [town.units.cleaners, town.units.market] }),
    )
    await db.as(both, (query) => query('select public.receive_order($1)', [id]))
    expect(
      await db.query(
        'select count(*)::int as n from public.order_addressees where order_id = $1 and received_by = $2',
        [id, both.userId],
      ),
    ).toEqual([{ n: 2 }])
  })
})
