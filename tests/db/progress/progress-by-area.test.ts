import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { addArea, addRoot } from '../support/areas.ts'
import { box } from '../support/box.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'
import { addPerson, addUnit } from '../support/people.ts'

type States = Record<string, number>
type Line = {
  areaId: number | null
  kind: 'area' | 'direct' | 'none'
  name: string | null
  states: States
  children: number
}
type Progress = { parent: { id: number }; rows: Line[]; total: { states: States } }

/** States added up over lines. */
function sum(all: States[]): States {
  const total: States = {}
  for (const states of all) for (const [state, n] of Object.entries(states)) total[state] = (total[state] ?? 0) + n
  return total
}

/**
 *     county 117.90–118.10 ┌ north township ┌ west village ┌ grid (inside the village)
 *                          │                └ east village (no boundary)
 *                          └ south township (bare: no villages)
 */
describe('progress by area', () => {
  let db: TestDatabase
  let areas: Record<'county' | 'north' | 'south' | 'west' | 'east' | 'grid', number>
  let campaign: number
  let people: Record<string, Actor>

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    const county = await addRoot(db.query, { name: '示例县', level: 'county', boundary: box(117.9, 30.9, 118.1, 31.1) })
    const add = (parent: number, name: string, level: 'township' | 'village' | 'grid', at?: ReturnType<typeof box>) =>
      addArea(db.query, parent, { name, level, ...(at && { boundary: at }) })
    const north = await add(county, '北镇', 'township', box(117.9, 31, 118.1, 31.1))
    const south = await add(county, '南镇', 'township', box(117.9, 30.92, 118.1, 30.98))
    const west = await add(north, '西村', 'village', box(117.9, 31, 118, 31.08))
    const east = await add(north, '东村', 'village')
    const grid = await add(west, '一网格', 'grid', box(117.92, 31.02, 117.96, 31.06))
    areas = { county, north, south, west, east, grid }
    const neighbour = await addRoot(db.query, { name: '邻县', level: 'county' })
    const own = await one<{ id: number }>(
      db.query,
      `insert into public.campaigns (root_id, slug, name) values ($1, 'ads', '小广告') returning id`,
      [county],
    )
    campaign = own.id
    const unit = await addUnit(db.query, county, '环卫所')
    const spots: [lng: number, lat: number, n: number][] = [
      [117.94, 31.04, 7], // grid
      [117.98, 31.01, 5], // west village, in no grid
      [118.05, 31.05, 4], // north township, in no village
      [118, 30.95, 6], // south township
      [118, 30.99, 3], // county, in no township
      [118.5, 31, 2], // in no area
    ]
    const statuses = ['reported', 'accepted', 'in_progress', 'handed_in', 'closed', 'rejected', 'suspended'] as const
    let turn = 0
    for (const [lng, lat, n] of spots) {
      for (let i = 0; i < n; i += 1) {
        turn += 1
        const status = statuses[turn % statuses.length]!
        await addHotspot(db.query, { root: county, lng, lat, status, unit, campaign: turn % 3 === 0 ? campaign : null })
      }
    }
    people = {
      'viewer of the county': await addPerson(db.query, { role: 'viewer', area: county }),
      'planner of a township': await addPerson(db.query, { role: 'planner', area: north }),
      'officer of a village': await addPerson(db.query, { role: 'officer', area: west }),
      'supervisor of two': await addPerson(
        db.query,
        { role: 'supervisor', area: west },
        { role: 'supervisor', area: south },
      ),
      'handler elsewhere': await addPerson(db.query, { role: 'handler', area: south, unit }),
      stranger: await addPerson(db.query, { role: 'admin', area: neighbour }),
    }
  })
  afterAll(() => db.close())

  const read = async (person: string, parent: number, only: number | null = null): Promise<Progress> =>
    (
      await db.rehearse(people[person]!, (query) =>
        one<{ progress: Progress }>(query, 'select public.progress_by_area($1, $2) as progress', [parent, only]),
      )
    ).progress

  /** Counted from the hotspots themselves, past row level security, in the areas that the person may count. */
  async function recount(parent: number, seen: number[] | 'all', only: number | null): Promise<States> {
    const rows = await db.query<{ state: number; n: number }>(
      `select h.state, count(*) as n from public.hotspots h
       left join public.areas a on a.id = h.area_id
       join public.areas top on top.id = $1
       where h.root_id = top.root_id
         and (a.path operator(extensions.<@) top.path or (h.area_id is null and top.parent_id is null and $3))
         and ($3 or h.area_id = any ($2::bigint[]))
         and ($4::bigint is null or coalesce(h.campaign_id, 0) = $4)
       group by 1`,
      [parent, seen === 'all' ? [] : seen, seen === 'all', only],
    )
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  }

  const SEES: Record<string, (ids: typeof areas) => number[] | 'all'> = {
    'viewer of the county': () => 'all',
    'planner of a township': ({ north, west, east, grid }) => [north, west, east, grid],
    'officer of a village': ({ west, grid }) => [west, grid],
    'supervisor of two': ({ west, grid, south }) => [west, grid, south],
    'handler elsewhere': ({ south }) => [south],
  }

  describe.each(Object.keys(SEES))('for the %s', (person) => {
    it.each(['county', 'north', 'south', 'west', 'east', 'grid'] as const)(
      'closes at every level: %s',
      async (name) => {
        const seen = SEES[person]!(areas)
        const visible = await db.rehearse(people[person]!, (query) =>
          query('select from public.areas where id = $1', [areas[name]]),
        )
        if (visible.length === 0) {
          await expect(read(person, areas[name])).rejects.toMatchObject({ code: 'PT403', message: 'not_found' })
          return
        }
        for (const only of [null, 0, campaign]) {
          const { rows, total, parent } = await read(person, areas[name], only)
          expect(parent.id).toBe(areas[name])
          expect(sum(rows.map(({ states }) => states))).toEqual(total.states)
          expect(total.states).toEqual(await recount(areas[name], seen, only))
        }
      },
    )
  })

  it('has a line for each child, one for what lies directly in the parent and one for what lies in no area', async () => {
    const { rows } = await read('viewer of the county', areas.county)
    const size = ({ states }: Line) => Object.values(states).reduce((n, each) => n + each, 0)
    expect(rows.map((line) => [line.kind, line.areaId, size(line), line.children])).toEqual([
      ['area', areas.north, 16, 2],
      ['area', areas.south, 6, 0],
      ['direct', areas.county, 3, 0],
      ['none', null, 2, 0],
    ])
  })

  it('has no line for "in no area" below the root, and none for "directly" where there is no boundary', async () => {
    const below = await read('viewer of the county', areas.north)
    expect(below.rows.map(({ kind, areaId }) => [kind, areaId])).toEqual([
      ['area', areas.west],
      ['area', areas.east],
      ['direct', areas.north],
    ])
    expect((await read('viewer of the county', areas.east)).rows).toEqual([])
  })

  it('splits without rest into campaigns and no campaign', async () => {
    const [all, none, one] = [
      await read('viewer of the county', areas.county),
      await read('viewer of the county', areas.county, 0),
      await read('viewer of the county', areas.county, campaign),
    ]
    expect(sum([none.total.states, one.total.states])).toEqual(all.total.states)
    expect(one.total.states).not.toEqual({})
  })

  it('tells nobody outside the tree that an area is there', async () => {
    await expect(read('stranger', areas.county)).rejects.toMatchObject({ code: 'PT403', message: 'not_found' })
    await expect(read('stranger', 999_999)).rejects.toMatchObject({ code: 'PT403', message: 'not_found' })
  })
})
