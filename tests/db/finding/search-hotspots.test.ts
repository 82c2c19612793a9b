import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

type Found = { rows: { no: number; title: string | null }[]; searched: number; total: number }

describe('the search for hotspots', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  const nos: Record<string, number> = {}

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { root, at } = dispatch.township
    const add = async (name: string, [lng, lat]: [number, number], title: string | null, address: string | null) => {
      const unit = name === 'of the unit' ? dispatch.units.cleaners : null
      const { id, no } = await addHotspot(db.query, { root, lng, lat, unit })
      await db.query('update public.hotspots set title = $2, address = $3 where id = $1', [id, title, address])
      nos[name] = no
    }
    await add('old', at.west, '电线杆小广告', '西村 12 号')
    await add('new', at.west, '墙面小广告', '西村卫生室旁')
    await add('by address', at.west, '乱堆乱放', '小广告集中清理点')
    await add('of the unit', at.west, '垃圾满溢', 'School Lane')
    await add('east', at.east, '小广告', '东村路口')
    await add('percent', at.east, '完成 50% 的围挡', 'a_b')
    await add('nowhere', at.outside, '界外小广告', null)
    await add('bare', at.west, null, null)
    await addHotspot(db.query, { root: dispatch.foreign.root, lng: at.west[0], lat: at.west[1] })
  })
  afterAll(() => db.close())

  const search = async (person: DispatchPerson, text: string | null, limit = 20, root = dispatch.township.root) =>
    (
      await db.rehearse(dispatch.people[person], (query) =>
        one<{ found: Found }>(query, 'select public.search_hotspots($1, $2, $3) as found', [root, text, limit]),
      )
    ).found
  const found = async (person: DispatchPerson, text: string | null, limit?: number) =>
    (await search(person, text, limit)).rows.map(({ no }) => Object.keys(nos).find((name) => nos[name] === no))

  it('finds by title before address, the newest first', async () => {
    expect(await found('viewer', '小广告')).toEqual(['nowhere', 'east', 'new', 'old', 'by address'])
    expect(await found('viewer', '小广告', 2)).toEqual(['nowhere', 'east'])
  })

  it('finds one by its number in any way that people write it, and that one first', async () => {
    const { old } = nos
    for (const text of [`${old}`, `#${old}`, `${old} 号`, ` ${old}号 `])
      expect((await found('viewer', text))[0]).toBe('old')
    expect(await found('viewer', '999999')).toEqual([])
  })

  it('wants every word, in any order and in either field, and minds no case', async () => {
    expect(await found('viewer', '西村 墙面')).toEqual(['new'])
    expect(await found('viewer', 'school lane 垃圾')).toEqual(['of the unit'])
    expect(await found('viewer', '西村 没有')).toEqual([])
  })

  it('takes signs for what they are', async () => {
    expect(await found('viewer', '50%')).toEqual(['percent'])
    expect(await found('viewer', 'a_b')).toEqual(['percent'])
    expect(await found('viewer', 'axb')).toEqual([])
    expect(await found('viewer', '\\')).toEqual([])
  })

  it.each([null, '', '   '])('finds nothing for %j', async (text) => {
    expect(await search('viewer', text)).toMatchObject({ rows: [], searched: 8, total: 8 })
  })

  it.each<[DispatchPerson, string[]]>([
    ['admin', ['nowhere', 'east', 'new', 'old', 'by address']],
    ['officer of the village', ['new', 'old', 'by address']],
    ['supervisor of another village', ['east']],
    ['handler of the unit in another village', ['east']],
    ['stranger', []],
    ['person without a role', []],
  ])('shows the %s only what that person sees', async (person, expected) => {
    expect(await found(person, '小广告')).toEqual(expected)
    expect((await found(person, String(nos.old)))[0]).toBe(expected.includes('old') ? 'old' : undefined)
  })

  it('finds what a unit has outside its area', async () => {
    expect(await found('handler of the unit in another village', '垃圾')).toEqual(['of the unit'])
  })

  it('is shut to signed-out people', async () => {
    await expect(search('signed-out person', '小广告')).rejects.toMatchObject({ code: '42501' })
  })

  it('wants a root', async () => {
    const ask = db.rehearse(dispatch.people.viewer, (query) => query(`select public.search_hotspots(null, 'x')`))
    await expect(ask).rejects.toMatchObject({ code: 'PT422', message: 'root_required' })
  })

  it('reads the newest 50,000 and says so', async () => {
    const { root, at } = dispatch.township
    await db.query('alter table public.hotspots disable trigger user')
    await db.query(
      `insert into public.hotspots (id, root_id, category_id, source, title, lng, lat, reported_at)
       select gen_random_uuid(), $1::bigint, (select min(id) from public.categories), 'officer', '填充', $2::float8, $3::float8, now()
       from generate_series(1, 50000)`,
      [root, ...at.direct],
    )
    await db.query('alter table public.hotspots enable trigger user')
    await db.query('select private.rebuild_counters()')
    expect(await search('viewer', '小广告')).toEqual({ rows: [], searched: 50_000, total: 50_008 })
    expect((await search('viewer', String(nos.old))).rows).toHaveLength(1)
    expect((await search('officer of the village', '小广告')).rows).toHaveLength(3)
  })
})
