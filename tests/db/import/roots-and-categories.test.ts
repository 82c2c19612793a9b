import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf, type Attempt } from '../support/attempt.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'

describe('before a file comes in', () => {
  let db: TestDatabase
  let dispatch: Dispatch

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
  })
  afterAll(() => db.close())

  const call = <Gives>(
    person: DispatchPerson,
    sql: string,
    parameters: unknown[],
  ): Promise<Attempt<{ gives: Gives }>> =>
    db.as(dispatch.people[person], (query) => attempt(query, `select ${sql} as gives`, parameters))

  describe('a new root', () => {
    const plant = (person: DispatchPerson, name: unknown, level: unknown, zone: unknown) =>
      call<{ id: number }>(person, 'public.create_root_area($1::text, $2::text, $3::text, $4::text)', [
        name,
        'New',
        level,
        zone,
      ])

    it('is its maker’s to administer and to plan, with its time zone', async () => {
      const answer = await plant('planner', ' 新县 ', 'county', 'America/Los_Angeles')
      const id = answer.rows?.[0]?.gives.id
      const [root] = await db.query('select parent_id, root_id, name, name_en, level from public.areas where id = $1', [
        id,
      ])
      expect(root).toEqual({ parent_id: null, root_id: id, name: '新县', name_en: 'New', level: 'county' })
      const members = await db.query('select user_id, role from public.members where area_id = $1 order by role', [id])
      const user_id = dispatch.people.planner.userId
      expect(members).toEqual([
        { user_id, role: 'admin' },
        { user_id, role: 'planner' },
      ])
      const [zone] = await db.query(`select value from public.settings where area_id = $1 and key = 'time_zone'`, [id])
      expect(zone).toEqual({ value: 'America/Los_Angeles' })
    })

    it('has the nine campaigns when it is a township', async () => {
      const answer = await plant('admin', '新镇', 'township', null)
      const [{ n } = { n: 0 }] = await db.query<{ n: number }>(
        'select count(*) as n from public.campaigns c join public.campaign_measures m on m.campaign_id = c.id where root_id = $1',
        [answer.rows?.[0]?.gives.id],
      )
      expect(n).toBe(9)
    })

    it.each([
      ['PT422 name_required', ' ', 'county', null],
      ['PT422 name_required', null, 'county', null],
      ['PT422 level_unknown', '新', 'city', null],
      ['PT422 level_unknown', '新', null, null],
      ['PT422 time_zone_unknown', '新', 'county', 'Mars/Olympus'],
    ])('is refused with %s: %j, %j, %j', async (refusal, name, level, zone) => {
      const [before] = await db.query('select count(*) as n from public.areas')
      expect(refusalOf(await plant('planner', name, level, zone))).toBe(refusal)
      expect((await db.query('select count(*) as n from public.areas'))[0]).toEqual(before)
    })
  })

  describe('the categories of a file', () => {
    const send = (person: DispatchPerson, rows: unknown, system: unknown = 'file') =>
      call<{ categories: { code: string; id: number }[] }>(person, 'public.import_categories($1, $2::text, $3)', [
        dispatch.township.root,
        system,
        rows,
      ])

    it('are made once, under the root and the file’s own system', async () => {
      const rows = [{ code: 'a', name: '甲', nameEn: 'A' }, { code: 'b' }, { code: ' ' }, { name: 'none' }]
      const first = (await send('planner', rows)).rows?.[0]?.gives.categories
      expect(first?.map(({ code }) => code)).toEqual(['a', 'b'])
      const again = (await send('admin', [...rows, { code: 'a', name: 'another' }])).rows?.[0]?.gives.categories
      expect(again).toEqual(first)
      const made = await db.query(
        `select root_id, code, name, name_en, kind from public.categories where code_system = 'file' order by code`,
      )
      const root_id = dispatch.township.root
      expect(made).toEqual([
        { root_id, code: 'a', name: '甲', name_en: 'A', kind: 'event' },
        { root_id, code: 'b', name: 'b', name_en: null, kind: 'event' },
      ])
    })

    it('are refused without the name of their system, and when there are too many', async () => {
      expect(refusalOf(await send('planner', [], ' '))).toBe('PT422 name_required')
      const many = Array.from({ length: 1001 }, (_, i) => ({ code: String(i) }))
      expect(refusalOf(await send('planner', many))).toBe('PT422 too_many_rows')
    })

    it.each(DISPATCH_PEOPLE)('by the %s', async (person) => {
      const refusal = refusalOf(await send(person, [{ code: 'c' }], `file of the ${person}`))
      if (person === 'admin' || person === 'planner') expect(refusal).toBeNull()
      else if (person === 'signed-out person' || person === 'secret key') expect(refusal).toBe('42501')
      else expect(refusal).toBe('PT403 not_allowed')
    })
  })
})
