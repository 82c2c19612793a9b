import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { addRoot } from '../support/areas.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addPerson } from '../support/people.ts'
import { addTownship, type Township } from '../support/township.ts'

/** A quarter past eight in Shanghai. */
const at = (day: string, utc = '00:15') => `${day}T${utc}:00Z`
const MONDAY = at('2026-11-23')

describe('a daily mail', () => {
  let db: TestDatabase
  let town: Township
  let west: number
  const people: Record<string, Actor & { userId: string }> = {}

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    town = await addTownship(db.query)
    west = await addRoot(db.query, { name: '西镇' })
    await db.query(`update public.settings set value = '"Asia/Urumqi"' where area_id = $1 and key = 'time_zone'`, [
      west,
    ])
    people.officer = await addPerson(
      db.query,
      { role: 'officer', area: town.west },
      { role: 'viewer', area: town.east },
    )
    people.both = await addPerson(db.query, { role: 'admin', area: town.root }, { role: 'admin', area: west })
    people.nobody = await addPerson(db.query)
  })
  beforeEach(async () => {
    await db.query('delete from private.mail_digests')
    await db.query(`delete from public.settings where key in ('mail_digest', 'working_weekdays')`)
    await db.query('delete from public.work_calendar_days where root_id is not null')
    await db.query(`update auth.users set banned_until = null, email = id::text || '@people.example'`)
  })
  afterAll(() => db.close())

  /** Who gets one, `person root day`. */
  async function due(now: string, time = '08:00'): Promise<string[]> {
    const rows = await db.query<{ user: string; root: string; day: string }>(
      `select user_id as "user", root_name as root, day::text as day from private.mail_digests_due($1::timestamptz, $2::time)`,
      [now, time],
    )
    const nameOf = (id: string) => Object.keys(people).find((name) => people[name]!.userId === id)
    return rows.map(({ user, root, day }) => `${nameOf(user)} ${root} ${day}`).sort()
  }
  const IN_TOWN = ['both 示例镇 2026-11-23', 'officer 示例镇 2026-11-23']
  const IN_WEST = ['both 西镇 2026-11-23']
  const tried = (outcome: string, tries: number) =>
    db.query(
      `insert into private.mail_digests (user_id, root_id, day, outcome, tries) values ($1, $2, '2026-11-23', $3, $4)`,
      [people.officer!.userId, town.root, outcome, tries],
    )

  it('is due once to each member of a root, by the clock of the root, for six hours', async () => {
    expect(await due(at('2026-11-22', '23:59'))).toEqual([])
    expect(await due(at('2026-11-23', '00:00'))).toEqual(IN_TOWN)
    expect(await due(at('2026-11-23', '02:00'))).toEqual([...IN_TOWN, ...IN_WEST].sort())
    expect(await due(at('2026-11-23', '05:59'))).toEqual([...IN_TOWN, ...IN_WEST].sort())
    expect(await due(at('2026-11-23', '06:00'))).toEqual(IN_WEST)
    expect(await due(at('2026-11-23', '08:00'))).toEqual([])
  })

  it('late in the evening ends with the day', async () => {
    expect(await due(at('2026-11-23', '15:59'), '23:50')).toEqual(IN_TOWN)
    expect(await due(at('2026-11-23', '16:00'), '23:50')).toEqual([])
  })

  it('is due on the working days of the calendar alone', async () => {
    expect(await due(at('2026-11-21'))).toEqual([])
    expect(await due(at('2026-10-01'))).toEqual([])
    expect(await due(at('2026-10-10'))).toEqual(['both 示例镇 2026-10-10', 'officer 示例镇 2026-10-10'])
    await db.query(
      `insert into public.work_calendar_days (root_id, day, is_working, name) values ($1, '2026-11-23', false, '停工')`,
      [town.root],
    )
    expect(await due(MONDAY)).toEqual([])
    await db.query(`insert into public.settings (area_id, key, value) values ($1, 'working_weekdays', '[6]')`, [
      town.root,
    ])
    expect(await due(at('2026-11-21'))).toEqual(['both 示例镇 2026-11-21', 'officer 示例镇 2026-11-21'])
  })

  it('is not due where a township wants none', async () => {
    const save = (value: string) =>
      db.query(
        `insert into public.settings (area_id, key, value) values ($1, 'mail_digest', $2::jsonb)
         on conflict (area_id, key) do update set value = excluded.value`,
        [town.root, value],
      )
    await save('false')
    expect(await due(MONDAY)).toEqual([])
    await save('true')
    expect(await due(MONDAY)).toEqual(IN_TOWN)
  })

  it('is not due to whoever has no address or may not sign in', async () => {
    await db.query('update auth.users set email = null where id = $1', [people.officer!.userId])
    await db.query(`update auth.users set banned_until = '2027-01-01' where id = $1`, [people.both!.userId])
    expect(await due(MONDAY)).toEqual([])
    expect(await due(at('2027-01-04'))).toEqual(['both 示例镇 2027-01-04'])
  })

  it.each([
    ['sending', 1],
    ['sent', 1],
    ['nothing', 1],
    ['failed', 3],
  ])('that is %s after try %i is not due again', async (outcome, tries) => {
    await tried(outcome, tries)
    expect(await due(MONDAY)).toEqual(['both 示例镇 2026-11-23'])
    expect(await due(at('2026-11-24'))).toHaveLength(2)
  })

  it('that failed twice is due again, after those that were tried less', async () => {
    await tried('failed', 2)
    const rows = await db.query<{ user: string }>(
      `select user_id as "user" from private.mail_digests_due($1::timestamptz, '08:00')`,
      [MONDAY],
    )
    expect(rows.map(({ user }) => user)).toEqual([people.both!.userId, people.officer!.userId])
  })

  it('is nothing that a signed-in person can read or ask for', async () => {
    for (const sql of ['select * from private.mail_digests', `select private.mail_digests_due(now(), '08:00')`]) {
      const answer = await db.rehearse(people.both!, (query) => attempt(query, sql, []))
      expect(refusalOf(answer)).toBe('42501')
    }
  })
})
