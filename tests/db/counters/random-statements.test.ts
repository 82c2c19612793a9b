import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { addArea } from '../support/areas.ts'
import { box } from '../support/box.ts'
import { addHotspot, anyCategory } from '../support/hotspots.ts'
import { addUnit } from '../support/people.ts'
import { addTownship, type Township } from '../support/township.ts'
import { counterDifferences } from './counter-differences.ts'
import { randomStatements, type Ground } from './random-statements.ts'

const STATEMENTS = 3000
const SEED = 20_261_122

describe('the counters', () => {
  let db: TestDatabase
  let township: Township
  let ground: Ground

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    township = await addTownship(db.query)
    const grid = await addArea(db.query, township.west, {
      name: '一网格',
      level: 'grid',
      boundary: box(117.91, 30.94, 117.93, 30.96),
    })
    const neighbour = await addTownship(db.query, '邻镇')
    const campaigns = await db.query<{ id: number }>(
      'select id from public.campaigns where root_id = $1 order by id limit 3',
      [township.root],
    )
    ground = {
      roots: [township.root, township.root, neighbour.root],
      areas: [township.root, township.west, township.east, grid, neighbour.west],
      campaigns: campaigns.map(({ id }) => id),
      unit: await addUnit(db.query, township.root, '环卫所'),
      category: await anyCategory(db.query),
    }
    // Messages have tests of their own and would take half of the time.
    await db.exec(`
      alter table public.hotspots disable trigger broadcast_hotspots_insert;
      alter table public.hotspots disable trigger broadcast_hotspots_update;`)
  })
  afterAll(() => db.close())

  it(`equal a recount after ${STATEMENTS} random statements (seed ${SEED}), and after counting anew`, async () => {
    const statements = randomStatements(SEED, ground)
    for (let done = 0; done < STATEMENTS; done += 1) {
      const statement = statements.next().value
      try {
        await db.exec(statement)
      } catch (error) {
        throw new Error(`Statement ${done}: ${statement}`, { cause: error })
      }
      if (done % 500 === 499) expect(await counterDifferences(db.query), `after ${done + 1} statements`).toEqual([])
    }
    const [size] = await db.query<{ hotspots: number; counters: number }>(
      'select (select count(*) from public.hotspots) as hotspots, (select count(*) from public.hotspot_counters where n <> 0) as counters',
    )
    expect(size!.hotspots).toBeGreaterThan(300)
    expect(size!.counters).toBeGreaterThan(1000)
    expect(await db.query('select from public.hotspot_counters where n < 0')).toEqual([])
    await db.query('select private.rebuild_counters()')
    expect(await counterDifferences(db.query)).toEqual([])
  })

  it('are seen to differ when somebody tampers with them', async () => {
    await db.query('update public.hotspot_counters set n = n + 1 where level = 0 and root_id = $1', [township.root])
    expect(await counterDifferences(db.query)).not.toEqual([])
    await db.query('select private.rebuild_counters()')
    expect(await counterDifferences(db.query)).toEqual([])
  })

  it('forget a statement that fails half-way', async () => {
    const ids = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2']
    const rows = ids.map(
      (id, place) => `('${id}', ${township.root}, ${ground.category}, 'officer', ${place * 200}, 30.95, now())`,
    )
    await expect(
      db.exec(
        `insert into public.hotspots (id, root_id, category_id, source, lng, lat, reported_at) values ${rows.join()}`,
      ),
    ).rejects.toMatchObject({ constraint: 'hotspots_is_on_earth' })
    expect(await counterDifferences(db.query)).toEqual([])
  })

  it('follow the areas that a deleted area leaves behind', async () => {
    const short = await addArea(db.query, township.root, { name: '一日村', boundary: box(117.95, 30.98, 117.97, 31) })
    await addHotspot(db.query, { root: township.root, lng: 117.96, lat: 30.99 })
    await db.query('delete from public.areas where id = $1', [short])
    expect(await counterDifferences(db.query)).toEqual([])
  })

  it('are empty when the table is emptied', async () => {
    // What hangs on a case guards itself against this: only the owner of the tables can lay the guards aside.
    const guards = [
      ['hotspot_events', 'keep_events_truncate'],
      ['photos', 'keep_photos_truncate'],
      ['order_items', 'keep_order_items_truncate'],
    ]
    const all = (what: string) =>
      guards.map(([table, guard]) => `alter table public.${table} ${what} trigger ${guard};`).join(' ')
    await db.exec(`${all('disable')} truncate public.hotspots cascade; ${all('enable')}`)
    expect(await db.query('select from public.hotspot_counters')).toEqual([])
  })
})
