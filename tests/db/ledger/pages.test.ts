import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { one } from '../support/one.ts'
import { randomFrom } from '../support/random.ts'
import { pagesOf } from './case-pages.ts'
import { addLedger, type LedgerFacts } from './ledger-facts.ts'

/** A part of a filter, and what it means in plain SQL. */
type Part = { filter: Record<string, unknown>; means: string }

const OPEN = 'end_reason is null'
const VIEWS: Record<string, string> = {
  all: 'true',
  to_verify: `status = 'handed_in'`,
  suspended: `status = 'suspended'`,
  overdue: `${OPEN} and due_at < now()`,
  due_soon: `${OPEN} and due_at >= now() and due_at < now() + interval '24 hours'`,
  ownerless: `${OPEN} and unit_id is null and proposed_unit_id is null`,
  relapsed: `${OPEN} and relapse_of is not null`,
}
const ORDERS: Record<string, (direction: string) => string> = {
  reported: (direction) => `reported_at ${direction}, no ${direction}`,
  updated: (direction) => `updated_at ${direction}, no ${direction}`,
  due: (direction) =>
    `case when ${OPEN} and due_at is not null then 0 else 1 end,
     case when ${OPEN} then due_at end ${direction} nulls last, case when ${OPEN} and due_at is not null then no end ${direction} nulls last, no desc`,
}

describe('pages of the ledger', () => {
  let db: TestDatabase
  let facts: LedgerFacts

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    facts = await addLedger(db.query)
  })
  afterAll(() => db.close())

  /** What plain SQL says under the caller's row security. */
  async function expected(actor: Actor, means: string, order: string, atMost: number): Promise<number[]> {
    const rows = await db.rehearse(actor, (query) =>
      query<{ no: number }>(
        `select no from public.hotspots where root_id = $1 and ${means} order by ${order} limit $2`,
        [facts.township.root, atMost],
      ),
    )
    return rows.map(({ no }) => no)
  }

  /** Every part that a filter may have. */
  const parts = (): Part[][] => [
    Object.entries(VIEWS).map(([view, means]) => ({ filter: { view }, means })),
    [
      { filter: { area: 0 }, means: 'area_id is null' },
      { filter: { area: facts.township.west }, means: `area_id = ${facts.township.west}` },
      { filter: { area: facts.township.root }, means: 'area_id is not null' },
    ],
    [
      { filter: { campaign: 0 }, means: 'campaign_id is null' },
      { filter: { campaign: facts.campaigns[1] }, means: `campaign_id = ${facts.campaigns[1]}` },
    ],
    [
      { filter: { states: [0, 1] }, means: 'state in (0, 1)' },
      { filter: { states: [4, 5, 7] }, means: 'state in (4, 5, 7)' },
    ],
    [
      {
        filter: { categories: facts.categories.slice(1) },
        means: `category_id in (${facts.categories.slice(1).join()})`,
      },
    ],
    [
      { filter: { unit: 0 }, means: 'unit_id is null' },
      { filter: { unit: facts.units.market }, means: `unit_id = ${facts.units.market}` },
    ],
    [{ filter: { from: '2026-02-01T00:00:00Z' }, means: `reported_at >= '2026-02-01Z'` }],
    [{ filter: { to: '2026-03-05T00:00:00Z' }, means: `reported_at < '2026-03-05Z'` }],
    [{ filter: { source: 'import' }, means: `source = 'import'` }],
    [{ filter: { nos: [3, 12, 700, 12_000, 99_999] }, means: 'no in (3, 12, 700, 12000, 99999)' }],
    [{ filter: { overdue: true }, means: `${OPEN} and due_at < now()` }],
    [
      { filter: { text: '堆物 石桥路' }, means: `title is not null and no > 10` },
      {
        filter: { text: '路 7 号' },
        means: `address like '%路%' and address like '%号%' and coalesce(title, '') || address like '%7%'`,
      },
    ],
  ]

  it('are complete and hold nothing twice under any filter, in any order, for whoever sees all or a part', async () => {
    const random = randomFrom(4)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!
    const actors = ['supervisor', 'viewer', 'officer of the village', 'handler of the unit in another village'] as const
    for (let turn = 0; turn < 120; turn += 1) {
      const chosen = parts()
        .filter(() => random.next() < 0.22)
        .map(pick)
      const filter = Object.assign({ root: facts.township.root }, ...chosen.map((part) => part.filter))
      const means = ['true', ...chosen.map((part) => part.means)].join(' and ')
      const sort = pick(Object.keys(ORDERS))
      const descending = random.next() < 0.5
      const actor = facts.people[pick(actors)]
      const atMost = pick([40, 400, 1600])
      const limit = Math.ceil(atMost / pick([1, 2, 3]))
      const found = await pagesOf(db, actor, filter, { sort, descending, limit }, atMost)
      const wanted = await expected(actor, means, ORDERS[sort]!(descending ? 'desc' : 'asc'), found.length + 1)
      const about = JSON.stringify({ filter, sort, descending, limit })
      expect(new Set(found).size, about).toBe(found.length)
      expect(found, about).toEqual(found.length < atMost ? wanted : wanted.slice(0, found.length))
    }
  })

  it.each(Object.keys(ORDERS))('reach the last case of all, ordered by %s', async (sort) => {
    const actor = facts.people.supervisor
    const found = await pagesOf(db, actor, { root: facts.township.root }, { sort, descending: true, limit: 997 })
    expect(found).toEqual(await expected(actor, 'true', ORDERS[sort]!('desc'), 100_000))
  })

  it('hold for everybody what waits for them', async () => {
    const { people, township, units } = facts
    const mine = (actor: Actor) =>
      pagesOf(db, actor, { root: township.root, view: 'mine' }, { sort: 'reported', descending: true, limit: 1000 })
    const table: [Actor, string][] = [
      [people['handler of the unit'], `unit_id = ${units.cleaners} and status in ('assigned', 'in_progress')`],
      [people['handler of another unit'], `unit_id = ${units.market} and status in ('assigned', 'in_progress')`],
      [people.supervisor, `status in ('reported', 'accepted', 'handed_in')`],
      [
        people['supervisor of the village'],
        `area_id = ${township.west} and status in ('reported', 'accepted', 'handed_in')`,
      ],
      [people.planner, `status = 'accepted'`],
      [
        people['supervisor of another village who handles for the unit'],
        `(area_id = ${township.east} and status in ('reported', 'accepted', 'handed_in')
          or unit_id = ${units.cleaners} and status in ('assigned', 'in_progress'))`,
      ],
      [people.viewer, 'false'],
      [people.admin, 'false'],
    ]
    for (const [actor, means] of table) {
      expect(await mine(actor), means).toEqual(await expected(actor, means, ORDERS.reported!('desc'), 100_000))
    }
  })

  it('are counted by view as plain SQL counts them, up to ten thousand', async () => {
    const { people, township } = facts
    const counts = async (actor: Actor, filter: Record<string, unknown>) =>
      (
        await db.rehearse(actor, (query) =>
          one<{ counts: Record<string, number> }>(query, 'select public.case_counts($1) as counts', [
            { root: township.root, ...filter },
          ]),
        )
      ).counts
    for (const [actor, filter, means] of [
      [people.supervisor, {}, 'true'],
      [people.supervisor, { campaign: facts.campaigns[0], view: 'overdue' }, `campaign_id = ${facts.campaigns[0]}`],
      [people['officer of the village'], { categories: [facts.categories[0]] }, `category_id = ${facts.categories[0]}`],
      [people['handler of the unit in another village'], {}, 'true'],
      [people.viewer, { text: '堆物' }, `title is not null`],
    ] as [Actor, Record<string, unknown>, string][]) {
      const found = await counts(actor, filter)
      for (const [view, condition] of Object.entries(VIEWS)) {
        const wanted = await expected(actor, `${means} and ${condition}`, 'no', 5_000)
        expect(found[view], `${view} ${JSON.stringify(filter)}`).toBe(wanted.length)
      }
    }
    expect(Object.keys(await counts(people.viewer, {}))).not.toContain('mine')
    expect((await counts(people.supervisor, {})).mine).toBeGreaterThan(0)
  })

  it('are empty for strangers and refused to signed-out people', async () => {
    const { people, township } = facts
    const paging = { sort: 'reported', descending: true, limit: 5 }
    for (const person of ['stranger', 'person without a role'] as const)
      for (const view of [...Object.keys(VIEWS), 'mine'])
        expect(await pagesOf(db, people[person], { root: township.root, view }, paging), view).toEqual([])
    await expect(pagesOf(db, people['signed-out person'], { root: township.root }, paging)).rejects.toMatchObject({
      code: '42501',
    })
  })

  it.each<[string, unknown, string, unknown]>([
    ['a view that nobody knows', { view: 'x' }, 'reported', null],
    ['an order that nobody knows', {}, 'colour', null],
    ['a unit that is no number', { unit: 'x' }, 'reported', null],
    ['numbers that are none', { nos: 'x' }, 'reported', null],
    ['an instant that is none', { dueBefore: 'soon' }, 'reported', null],
    ['a place to go on from that is none', {}, 'reported', { at: 'x', no: 1 }],
    ['a place to go on from without a number', {}, 'reported', { at: null }],
  ])('are refused for %s', async (_, filter, sort, after) => {
    const ask = db.rehearse(facts.people.viewer, (query) =>
      query('select public.case_page($1, $2, true, $3)', [
        { root: facts.township.root, ...(filter as object) },
        sort,
        after,
      ]),
    )
    await expect(ask).rejects.toMatchObject({ code: 'PT422', message: 'filter_invalid' })
  })
})
