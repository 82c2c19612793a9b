import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { counterDifferences } from '../counters/counter-differences.ts'
import { addDispatch, DISPATCH_PEOPLE } from '../support/dispatch.ts'
import { anyCategory } from '../support/hotspots.ts'
import { one } from '../support/one.ts'
import { LIFE_DRIVER } from './life-driver.ts'
import { MOVING_STEPS } from './transition-table.ts'

const STEPS = 10_000
const PER_STATEMENT = 500
const SEED = 20_261_122

/** Looks at everything that was lived through: each gives the cases or events that break the rule of its name. */
const RULES: Record<string, string> = {
  'the version of a case is that of its last event, and rises by one from event to event': `
    select h.no from public.hotspots h
    where h.version <> (select max(e.version) from public.hotspot_events e where e.hotspot_id = h.id)
       or h.version <> (select count(*) from public.hotspot_events e where e.hotspot_id = h.id)
       or exists (select from (
            select e.version - lag(e.version) over (order by e.id) as rise from public.hotspot_events e where e.hotspot_id = h.id
          ) r where r.rise <> 1)`,
  'an event begins where the one before it ended, and the last one ended where the case stands': `
    select h.no from public.hotspots h
    join (
      select e.*, lag(e.to_status) over (partition by e.hotspot_id order by e.id) as before_status,
        lead(e.id) over (partition by e.hotspot_id order by e.id) as next_id
      from public.hotspot_events e
    ) e on e.hotspot_id = h.id
    where e.from_status is distinct from e.before_status or e.next_id is null and e.to_status <> h.status`,
  'nobody verified what he had taken or handed in': `
    select v.id from public.hotspot_events v
    join public.hotspot_events w on w.hotspot_id = v.hotspot_id and w.id < v.id and w.actor_id = v.actor_id and w.step in ('take', 'hand_in')
    where v.step = 'verify'`,
  'nobody verified or revisited what his own unit had': `
    select v.id from public.hotspot_events v
    join public.hotspots h on h.id = v.hotspot_id
    join public.members m on m.user_id = v.actor_id and m.unit_id = h.unit_id
    where v.step in ('verify', 'pass_revisit', 'fail_revisit')`,
  'what had ended never opened again': `
    select e.id from public.hotspot_events e
    where e.from_status in ('closed', 'held', 'rejected', 'duplicate', 'transferred')
      and e.to_status not in (e.from_status, case when e.from_status = 'closed' then 'held' end)
      or e.from_status = 'closed' and e.to_status = 'held' and e.step <> 'pass_revisit'
      or e.from_status in ('held', 'rejected', 'duplicate', 'transferred')`,
  'one extension at most was open at any time': `
    select e.hotspot_id from (
      select e.*, lag(e.step) over (partition by e.hotspot_id order by e.id) as before_step
      from (
        select e.*, lag(e.detail ->> 'unitId') over (partition by e.hotspot_id, e.step order by e.id) as unit_before from public.hotspot_events e
      ) e
      -- Given to the same unit again it keeps the unit's question.
      where e.step in ('ask_extension', 'grant_extension', 'refuse_extension', 'return')
        or e.step = 'assign' and e.detail ->> 'unitId' is distinct from e.unit_before
    ) e
    where e.step = 'ask_extension' and e.before_step = 'ask_extension'
       or e.step in ('grant_extension', 'refuse_extension') and e.before_step is distinct from 'ask_extension'`,
  'a clock runs exactly while an accepted case is open and not suspended': `
    select h.no from public.hotspots h
    where (h.end_reason is null and h.status <> 'reported') <> (case when h.status = 'suspended' then h.clock_left is not null and h.due_at is null
        else h.due_at is not null and h.clock_left is null and h.end_reason is null end)
       or h.status = 'reported' and (h.due_at is not null or h.limit_amount is not null)
       or h.status <> 'suspended' and h.clock_left is not null
       or (h.limit_amount is null) <> (h.first_due_at is null)
       or (h.suspended_from is not null) <> (h.status = 'suspended')
       or h.extension_days is not null and h.status not in ('assigned', 'in_progress', 'handed_in', 'suspended')`,
  'what is counted on a case is what its events say': `
    select h.no from public.hotspots h
    cross join lateral (
      select count(*) filter (where e.step = 'urge') as urged, count(*) filter (where e.step = 'return') as returned,
        count(*) filter (where e.step = 'rework') as reworked, count(*) filter (where e.step = 'grant_extension') as extended
      from public.hotspot_events e where e.hotspot_id = h.id
    ) e
    where (h.urged_count, h.returned_count, h.reworked_count, h.extended_count) <> (e.urged, e.returned, e.reworked, e.extended)`,
  'a duplicate names an original that is another one, and there is no circle of them': `
    with recursive chain as (
      select h.id as start, h.duplicate_of as at, 1 as depth from public.hotspots h where h.duplicate_of is not null
      union all
      select c.start, h.duplicate_of, c.depth + 1 from chain c join public.hotspots h on h.id = c.at where h.duplicate_of is not null and c.depth < 1000
    )
    select start from chain where at = start or depth >= 1000
    union all select h.id from public.hotspots h where (h.status = 'duplicate') <> (h.duplicate_of is not null)`,
  'every failed revisit has its one new case, and no held case an open or failed revisit': `
    select e.id::text from public.hotspot_events e
    where e.step = 'fail_revisit' and not exists (
      select from public.hotspots n where n.id = (e.detail ->> 'newId')::uuid and n.relapse_of = e.hotspot_id and n.source = 'revisit')
    union all
    select r.id::text from public.revisits r join public.hotspots h on h.id = r.hotspot_id
    where h.status = 'held' and r.passed is not true or h.status not in ('closed', 'held')`,
}

describe(`${STEPS} random steps by random people`, () => {
  let db: TestDatabase
  let endings: Record<string, number>
  /** Sums of the events so far, each taken before the statements that followed. */
  const sums: { lastId: number; print: string }[] = []

  const printUpTo = async (lastId: number) => {
    const { print } = await one<{ print: string }>(
      db.query,
      `select coalesce(md5(string_agg(md5(e::text), '' order by e.id)), '') as print from public.hotspot_events e where e.id <= $1`,
      [lastId],
    )
    return print
  }

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    const { township, units, people } = await addDispatch(db.query)
    // Revisits that are due at once, so that cases live to their end.
    await db.query(`insert into public.settings (area_id, key, value) values ($1, 'revisit_days', '[0, 0]')`, [
      township.root,
    ])
    await db.exec(LIFE_DRIVER)
    const actors = DISPATCH_PEOPLE.flatMap((person) => people[person].userId ?? [])
    await db.query(`select setseed($1)`, [(SEED % 1000) / 1000])
    endings = {}
    for (let done = 0; done < STEPS; done += PER_STATEMENT) {
      const { lived } = await one<{ lived: Record<string, number> }>(
        db.query,
        'select life_driver.live($1, $2, $3, $4, $5, $6) as lived',
        [
          PER_STATEMENT,
          actors,
          [...MOVING_STEPS, 'report'],
          township.root,
          [units.cleaners, units.market],
          await anyCategory(db.query),
        ],
      )
      for (const [ending, n] of Object.entries(lived)) endings[ending] = (endings[ending] ?? 0) + n
      const { lastId } = await one<{ lastId: number }>(
        db.query,
        'select coalesce(max(id), 0) as "lastId" from public.hotspot_events',
      )
      sums.push({ lastId, print: await printUpTo(lastId) })
    }
  }, 240_000)
  afterAll(() => db.close())

  it('were all tried, each step taken often enough and refused often enough to mean something', () => {
    expect(Object.values(endings).reduce((sum, n) => sum + n, 0)).toBe(STEPS)
    const taken = [...MOVING_STEPS, 'report'].map((step) => [step, endings[`${step} taken`] ?? 0] as const)
    expect(taken.filter(([, n]) => n < 2)).toEqual([])
    expect(Object.keys(endings).filter((each) => each.includes('PT403')).length).toBeGreaterThan(20)
  })

  it('end in what was done or in a refusal of ours, never in a fault', () => {
    expect(Object.keys(endings).filter((each) => !/ (taken|PT403 \w+|PT409 \w+|PT422 \w+)$/.test(each))).toEqual([])
  })

  it.each(Object.keys(RULES))('%s', async (rule) => {
    expect(await db.query(`select * from (${RULES[rule]!}) broken limit 5`)).toEqual([])
  })

  it('have added events and changed none', async () => {
    for (const { lastId, print } of sums) expect(await printUpTo(lastId)).toBe(print)
  })

  it('left counters that are what a recount gives', async () => {
    expect(await counterDifferences(db.query)).toEqual([])
  })
})
