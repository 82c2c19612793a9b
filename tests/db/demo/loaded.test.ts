import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoLife } from '../../../supabase/demo/life/demo-life.ts'
import { demoToLoad } from '../../../supabase/demo/load/demo-to-load.ts'
import { loadDemo } from '../../../supabase/demo/load/load-demo.ts'
import { openTestDatabase, type Query, type TestDatabase } from '../../support/database.ts'
import { tinyTown } from '../../support/tiny-town.ts'
import { counterDifferences } from '../counters/counter-differences.ts'
import { asOwner } from '../support/as-owner.ts'

const HOTSPOTS = 1500
const life = demoLife(tinyTown, { seed: 11, today: '2026-11-22', hotspots: HOTSPOTS, untilHour: 10 })
const progress: number[] = []
let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase({ seed: false })
  await database.as({ role: 'service_role' }, (query) =>
    asOwner(query, (run) =>
      loadDemo(
        (sql, parameters) => run(sql, [...(parameters ?? [])]),
        demoToLoad(tinyTown, life),
        ({ done }) => progress.push(done),
      ),
    ),
  )
})
afterAll(() => database?.close())

const query: Query = (sql, parameters) => database.query(sql, parameters)
const numberOf = async (sql: string) => (await query<{ n: number }>(sql))[0]?.n

/** What a step may lead from and to: the transition table, and the steps that no button takes yet. */
const ALLOWED = `
  select step, from_status, to_status from private.hotspot_transitions
  union all select 'report', null, 'reported'
  union all select 'imported', null, 'closed'
  union all select 'mark_duplicate', unnest('{reported,accepted}'::text[]), 'duplicate'
  union all select 'transfer', unnest('{reported,accepted}'::text[]), 'transferred'
  union all select 'suspend', unnest('{accepted,assigned,in_progress}'::text[]), 'suspended'
  union all select 'resume', 'suspended', unnest('{accepted,assigned,in_progress}'::text[])
  union all select step, 'in_progress', 'in_progress' from unnest('{ask_extension,grant_extension,refuse_extension,urge}'::text[]) step
  union all select 'pass_revisit', 'closed', unnest('{closed,held}'::text[])`

describe('a database with the demo township', () => {
  it('has every case with every event', async () => {
    expect(progress.at(-1)).toBe(HOTSPOTS)
    expect(await numberOf('select count(*)::int as n from public.hotspots')).toBe(HOTSPOTS)
    const events = [...life.hotspots()].reduce((sum, hotspot) => sum + hotspot.events.length, 0)
    // What the letters have urged comes on top.
    const urged = await numberOf(
      `select count(*)::int as n from public.hotspot_events e join public.orders o on o.no = e.note and e.step = 'urge'`,
    )
    expect(await numberOf('select count(*)::int as n from public.hotspot_events')).toBe(events + (urged ?? 0))
    expect(await numberOf('select count(*)::int as n from public.hotspot_sources')).toBe(
      await numberOf('select count(*)::int as n from public.hotspots where closed_by_source'),
    )
  })

  it('has letters that wait, that are answered and that are not finished, each about cases that were overdue', async () => {
    const [letters] = await query<Record<string, number>>(`
      select count(*) filter (where o.status = 'draft')::int as drafts, count(*) filter (where o.status = 'issued')::int as issued,
        count(*) filter (where answered)::int as answered, count(*) filter (where o.status = 'issued' and not received)::int as waiting
      from public.orders o
      cross join lateral (
        select bool_or(d.replied_at is not null) as answered, bool_or(d.received_at is not null) as received
        from public.order_addressees d where d.order_id = o.id
      ) as replies`)
    for (const n of Object.values(letters ?? {})) expect(n).toBeGreaterThan(0)
    const wrong = await query(`
      select o.no, c from public.orders o, jsonb_array_elements(o.snapshot -> 'cases') c
      where o.status = 'issued' and ((c ->> 'overdueDays')::int < 0 or c ->> 'overdueDays' is null or o.issued_at > now() - interval '20 hours'
        or (o.kind <> 'bulletin' and not exists (
          select from public.hotspot_events e where e.hotspot_id = (c ->> 'id')::uuid and e.step = 'urge' and e.note = o.no and e.at = o.issued_at)))`)
    expect(wrong).toEqual([])
  })

  it('leads every case by allowed steps to the status and version it has', async () => {
    const wrong = await query(`
      with events as (
        select *, lag(to_status) over w as before, lag(at) over w as at_before, row_number() over w as position,
          lead(id) over w is null as is_last
        from public.hotspot_events window w as (partition by hotspot_id order by id)
      )
      select h.no, e.step, e.from_status, e.to_status
      from events e join public.hotspots h on h.id = e.hotspot_id
      left join (${ALLOWED}) t
        on t.step = e.step and t.to_status = e.to_status and t.from_status is not distinct from e.from_status
      where t.step is null or e.from_status is distinct from e.before or e.version <> e.position or e.at < e.at_before
        or (e.is_last and (e.to_status <> h.status or e.version <> h.version))
        or (e.position = 1 and not h.closed_by_source and e.at <> h.reported_at)`)
    expect(wrong).toEqual([])
    expect(
      await numberOf(`select count(*)::int as n from public.hotspots h
      where not exists (select from public.hotspot_events e where e.hotspot_id = h.id)`),
    ).toBe(0)
  })

  it('runs the clock of every case as the database does', async () => {
    // Step by step: accepting sets it, suspending stops it, resuming and granted days move it.
    const wrong = await query(`
      with recursive steps as (
        select e.*, row_number() over (partition by e.hotspot_id order by e.id) as position from public.hotspot_events e
        where e.step in ('accept', 'suspend', 'resume', 'grant_extension')
      ), clocks as (
        select s.hotspot_id, s.position, l.amount, l.unit, h.root_id, private.work_due(h.root_id, s.at, l.amount, l.unit) as due, null::numeric as left_over
        from steps s join public.hotspots h on h.id = s.hotspot_id
        cross join lateral private.limit_for(h.root_id, h.category_id, h.urgent) l
        where s.position = 1
        union all
        select c.hotspot_id, s.position, c.amount, c.unit, c.root_id,
          case s.step
            when 'resume' then private.work_due(c.root_id, s.at, c.left_over, c.unit)
            when 'grant_extension' then private.work_due(
              c.root_id, greatest(s.at, c.due), (s.detail ->> 'days')::numeric,
              case when c.unit in ('working_hour', 'working_day') then 'working_day' else 'calendar_day' end)
          end,
          case when s.step = 'suspend' then private.work_between(c.root_id, s.at, c.due, c.unit) end
        from clocks c join steps s on s.hotspot_id = c.hotspot_id and s.position = c.position + 1
      ), last as (
        select distinct on (hotspot_id) * from clocks order by hotspot_id, position desc
      )
      select h.no, h.status, h.limit_amount, h.due_at, l.due, h.clock_left, l.left_over
      from public.hotspots h left join last l on l.hotspot_id = h.id
      where (h.limit_amount, h.limit_unit) is distinct from (l.amount, l.unit)
        or date_trunc('second', h.due_at) is distinct from date_trunc('second', l.due)
        or round(h.clock_left, 4) is distinct from round(l.left_over, 4)`)
    expect(wrong).toEqual([])
    expect(await numberOf('select count(*)::int as n from public.hotspots where due_at is not null')).toBeGreaterThan(
      100,
    )
    expect(
      await numberOf('select count(*)::int as n from public.hotspots where due_at < now() and end_reason is null'),
    ).toBeGreaterThan(0)
  })

  it('links what came back and what was reported twice', async () => {
    expect(
      await numberOf(`select count(*)::int as n from public.hotspots h join public.hotspots o on o.id = h.relapse_of
        where o.end_reason <> 'fixed' or o.closed_at >= h.reported_at or o.category_id <> h.category_id`),
    ).toBe(0)
    expect(
      await numberOf('select count(*)::int as n from public.hotspots where relapse_of is not null'),
    ).toBeGreaterThan(0)
    expect(
      await numberOf(
        `select count(*)::int as n from public.hotspots where (status = 'duplicate') <> (duplicate_of is not null)
           or (status = 'transferred') <> (transferred_to is not null) or (status = 'suspended') <> (suspended_from is not null)`,
      ),
    ).toBe(0)
  })

  it('plans three revisits for each case that was verified, the last of which holds it', async () => {
    const verified = `from public.hotspots where state in (5, 6)`
    expect(await numberOf('select count(*)::int as n from public.revisits')).toBe(
      3 * (await numberOf(`select count(*)::int as n ${verified}`))!,
    )
    expect(
      await numberOf(`select count(*)::int as n from public.hotspots h where state in (5, 6)
        and (status = 'held') <> (not exists (select from public.revisits r where r.hotspot_id = h.id and r.done_at is null))`),
    ).toBe(0)
    expect(
      await numberOf(`select count(*)::int as n from public.revisits r left join public.hotspot_events e on e.id = r.event_id
        where r.done_at is distinct from e.at or r.done_at::date < r.due_on - 1`),
    ).toBe(0)
  })

  it('proposes a unit for what waits, and leaves some without an owner', async () => {
    const waiting = 'from public.hotspots where unit_id is null and end_reason is null'
    expect(
      await numberOf(`select count(*)::int as n ${waiting}
        and proposed_unit_id is distinct from private.route_for(root_id, category_id, area_id)`),
    ).toBe(0)
    expect(await numberOf(`select count(*)::int as n ${waiting} and proposed_unit_id is not null`)).toBeGreaterThan(0)
  })

  it('gives reasons and units where a step asks for them', async () => {
    expect(
      await numberOf(`select count(*)::int as n from public.hotspot_events e
        join private.hotspot_transitions t on t.step = e.step and t.from_status = e.from_status
        where ('reason' = any (t.needs) and e.reason is null) or ('unit' = any (t.needs) and e.detail ->> 'unitId' is null)
          or not e.actor_role = any (t.roles)`),
    ).toBe(0)
  })

  it('counts what a recount counts', async () => {
    expect(await counterDifferences(query)).toEqual([])
    expect(await numberOf('select sum(n)::int as n from public.hotspot_counters where level = 0')).toBe(HOTSPOTS)
  })

  it('puts every case and place into the area that the database finds for it', async () => {
    for (const table of ['hotspots', 'places']) {
      expect(
        await numberOf(`select count(*)::int as n from public.${table}
          where area_id is distinct from private.area_at(root_id, lng, lat)`),
      ).toBe(0)
    }
    expect(await numberOf('select count(*)::int as n from public.hotspots where area_id is not null')).toBeGreaterThan(
      590,
    )
  })

  it('has areas that tile the township', async () => {
    const [sizes] = await query<{ villages: number; township: number }>(`
      select sum(size_m2) filter (where level in ('village', 'community')) as villages,
        sum(size_m2) filter (where level = 'township') as township from public.areas where size_m2 is not null`)
    expect(Math.abs((sizes?.villages ?? 0) / (sizes?.township ?? 1) - 1)).toBeLessThan(1e-6)
  })

  it('has targets for the headline measure of all nine campaigns', async () => {
    const rows = await query<{ slug: string; n: number }>(`
      select c.slug, count(t.area_id)::int as n from public.campaigns c
      join public.areas a on a.id = c.root_id and a.name = '小禾镇'
      join public.campaign_measures m on m.campaign_id = c.id and m.is_headline
      left join public.campaign_targets t on t.measure_id = m.id group by 1`)
    expect(rows).toHaveLength(9)
    expect(rows.every(({ n }) => n === 3)).toBe(true)
    expect(await numberOf('select count(*)::int as n from public.campaign_phases')).toBe(27)
    expect(await numberOf('select count(*)::int as n from public.campaign_categories')).toBeGreaterThan(50)
  })

  it('says that its map is invented and drawn by its own basemap', async () => {
    const settings = await query<{ key: string; value: unknown }>(
      "select key, value from public.settings s join public.areas a on a.id = s.area_id where a.name = '小禾镇' order by key",
    )
    expect(Object.fromEntries(settings.map(({ key, value }) => [key, value]))).toMatchObject({
      basemap: { kind: 'demo' },
      map_source: { 'zh-CN': '示意地图，地理为虚构' },
      time_zone: 'Asia/Shanghai',
    })
  })

  it('goes on numbering where it stopped, with triggers on again', async () => {
    const [made] = await query<{ no: number; area: string }>(`
      insert into public.hotspots (id, root_id, category_id, source, lng, lat, reported_at)
      select gen_random_uuid(), root_id, category_id, 'officer', lng, lat, now() from public.hotspots where area_id is not null order by no limit 1
      returning no::int as no, (select name from public.areas where id = area_id) as area`)
    expect(made?.no).toBe(HOTSPOTS + 1)
    expect(made?.area).toBeTruthy()
    expect(await counterDifferences(query)).toEqual([])
  })
})
