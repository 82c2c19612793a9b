import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch } from '../support/dispatch.ts'
import { fingerprint } from '../support/fingerprint.ts'
import { addHotspot } from '../support/hotspots.ts'

const PERMISSION_DENIED = '42501'
const TABLES = ['public.hotspots', 'public.hotspot_events', 'public.hotspot_counters', 'private.hotspot_transitions']

/** What the API never sends and a way in through SQL could try, one statement each; `$hotspot` is a case of the village. */
const STATEMENTS = [
  'truncate public.hotspots',
  'truncate public.hotspots cascade',
  'truncate public.hotspot_events',
  'truncate public.hotspot_counters',
  'select from public.hotspots for update',
  'lock table public.hotspots in access exclusive mode',
  `merge into public.hotspots h using (select 1) s on h.id = '$hotspot' when matched then update set status = 'closed'`,
  `with moved as (update public.hotspots set status = 'closed' returning id) select from moved`,
  'copy public.hotspot_counters from stdin',
  'alter table public.hotspots disable trigger all',
  'alter table public.hotspots disable row level security',
  'alter table public.hotspot_events disable trigger keep_events',
  'drop trigger keep_events on public.hotspot_events',
  'drop policy hotspots_select_in_scope on public.hotspots',
  'create policy mine on public.hotspots for update to authenticated using (true)',
  // Without the right to, a grant only warns.
  'do $do$ begin grant update on public.hotspots to authenticated; update public.hotspots set version = 9; end $do$',
  'create trigger mine before insert on public.hotspots for each row execute function private.keep_events()',
  'create table public.mine (id int)',
  'create table private.mine (id int)',
  `create function public.mine() returns int language sql security definer as 'select 1'`,
  `create or replace function private.may(p_area_id bigint, p_roles text[]) returns boolean language sql as 'select true'`,
  'select from private.hotspot_transitions',
  `insert into private.hotspot_transitions (step, from_status, to_status, roles) values ('jump', 'reported', 'closed', '{viewer}')`,
  `update private.hotspot_transitions set roles = '{viewer}'`,
  `select private.report_hotspot(gen_random_uuid(), '{}')`,
  'select private.rebuild_counters()',
  `select private.write_step(h, h, null, '{}', '{}') from public.hotspots h`,
  `select private.write_case(h, '{officer}', null) from public.hotspots h`,
  'select private.schedule_revisits(h) from public.hotspots h',
  'select private.close_revisit(h, null, true) from public.hotspots h',
  `select private.keep_reporter('$hotspot', '{"name": "x"}')`,
  `select private.revisit_detail(h, 'fail_revisit', '{}') from public.hotspots h`,
  `select private.hotspot_json('$hotspot')`,
  `select private.step_refusal(h, 'accept') from public.hotspots h`,
  'select private.adopt_catalogue(1)',
  `select private.make_root_area('x', null, 'county', null)`,
  `select private.create_first_admin(gen_random_uuid(), 'x', 'x')`,
  `select realtime.embedded_notify()`,
  `delete from auth.users`,
  `select from auth.users`,
] as const

describe('nobody who comes with a role of the API', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let hotspot: string

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const [lng, lat] = dispatch.township.at.west
    hotspot = (await addHotspot(db.query, { root: dispatch.township.root, lng, lat })).id
    await db.as(dispatch.people.supervisor, (query) =>
      query(`select public.advance_hotspot($1, 'accept', 1)`, [hotspot]),
    )
  })
  afterAll(() => db.close())

  it.each(DISPATCH_PEOPLE)('can: %s', async (person) => {
    const before = await fingerprint(db.query, ...TABLES)
    const endings: Record<string, string | null> = {}
    await db.rehearse(dispatch.people[person], async (query) => {
      for (const statement of STATEMENTS) {
        endings[statement] = refusalOf(await attempt(query, statement.replaceAll('$hotspot', hotspot)))
      }
    })
    expect(endings).toEqual(Object.fromEntries(STATEMENTS.map((statement) => [statement, PERMISSION_DENIED])))
    expect(await fingerprint(db.query, ...TABLES)).toBe(before)
  })
})

describe('an event', () => {
  let db: TestDatabase
  let hotspot: string

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    const { township, people } = await addDispatch(db.query)
    const [lng, lat] = township.at.west
    hotspot = (await addHotspot(db.query, { root: township.root, lng, lat })).id
    await db.as(people.supervisor, (query) => query(`select public.advance_hotspot($1, 'accept', 1)`, [hotspot]))
  })
  afterAll(() => db.close())

  it.each([
    `update public.hotspot_events set reason = 'another one'`,
    'update public.hotspot_events set id = default',
    'delete from public.hotspot_events',
    `delete from public.hotspot_events where step = 'accept'`,
    'truncate public.hotspot_events cascade',
    'truncate public.hotspots cascade',
    `merge into public.hotspot_events e using (select 1) s on true when matched then delete`,
    `insert into public.hotspot_events (id, hotspot_id, step, to_status, version) overriding system value
     select id, hotspot_id, 'x', 'closed', 9 from public.hotspot_events on conflict (id) do update set step = 'x'`,
  ])('is kept even by the owner of the database: %s', async (statement) => {
    const before = await fingerprint(db.query, 'public.hotspot_events', 'public.hotspots')
    await expect(db.query(statement)).rejects.toMatchObject({ code: 'PT403', message: 'not_allowed' })
    expect(await fingerprint(db.query, 'public.hotspot_events', 'public.hotspots')).toBe(before)
  })

  it('keeps its hotspot', async () => {
    await expect(db.query('delete from public.hotspots where id = $1', [hotspot])).rejects.toMatchObject({
      constraint: 'hotspot_events_hotspot_id_fkey',
    })
  })
})
