import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'
import { one } from '../support/one.ts'

describe('the working time of a township', () => {
  let db: TestDatabase
  let dispatch: Dispatch

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
  })
  afterAll(() => db.close())

  const set = (area: number, key: string, value: unknown) =>
    db.rehearse(dispatch.people.admin, async (query) =>
      refusalOf(
        await attempt(query, 'insert into public.settings (area_id, key, value) values ($1, $2, $3::text::jsonb)', [
          area,
          key,
          JSON.stringify(value),
        ]),
      ),
    )

  it.each([
    ['a day without a break', [['08:00', '17:00']]],
    ['spans that touch', [['08:00', '12:00'], ['12:00', '17:00']]], // prettier-ignore
    ['a night shift in two spans', [['00:00', '06:00'], ['22:00', '24:00']]], // prettier-ignore
  ])('may be %s', async (_, value) => {
    expect(await set(dispatch.township.root, 'working_hours', value)).toBeNull()
  })

  it.each([
    ['nothing at all', []],
    ['no list', { from: '08:00' }],
    ['a word', '08:00–12:00'],
    ['null', null],
    ['half a span', [['08:00']]],
    ['three ends', [['08:00', '10:00', '12:00']]],
    ['a span that ends before it begins', [['12:00', '08:00']]],
    ['an empty span', [['08:00', '08:00']]],
    ['spans that overlap', [['08:00', '12:00'], ['11:00', '17:00']]], // prettier-ignore
    ['spans out of order', [['14:00', '18:00'], ['08:00', '12:00']]], // prettier-ignore
    ['an hour that no clock has', [['08:00', '25:00']]],
    ['minutes that no clock has', [['08:60', '12:00']]],
    ['a number', [[8, 12]]],
    ['one digit', [['8:00', '12:00']]],
    ['a beginning at 24:00', [['24:00', '24:00']]],
    ['seven spans', Array.from({ length: 7 }, (_, i) => [`0${i}:00`, `0${i}:30`])],
  ])('may not be %s', async (_, value) => {
    expect(await set(dispatch.township.root, 'working_hours', value)).toBe('PT422 working_hours_invalid')
  })

  it.each([
    ['one day', [7], null],
    ['all days', [1, 2, 3, 4, 5, 6, 7], null],
    ['no day', [], 'PT422 working_weekdays_invalid'],
    ['an eighth day', [8], 'PT422 working_weekdays_invalid'],
    ['half a day', [1.5], 'PT422 working_weekdays_invalid'],
    ['a day twice', [1, 1], 'PT422 working_weekdays_invalid'],
    ['words', ['1'], 'PT422 working_weekdays_invalid'],
    ['a number', 5, 'PT422 working_weekdays_invalid'],
  ])('with %s a week: %s %s', async (_, value, refusal) => {
    expect(await set(dispatch.township.root, 'working_weekdays', value)).toBe(refusal)
  })

  it('is the township’s: a village has none of its own', async () => {
    expect(await set(dispatch.township.west, 'working_hours', [['08:00', '12:00']])).toBe('PT422 root_required')
    expect(await set(dispatch.township.west, 'working_weekdays', [1])).toBe('PT422 root_required')
  })

  const owner = async <Value>(sql: string, ...parameters: unknown[]) =>
    (await one<{ gives: Value }>(db.query, `select ${sql} as gives`, parameters)).gives

  it('that has no working day for five years is refused, not searched for ever', async () => {
    const { root } = dispatch.foreign
    await db.query(
      `insert into public.work_calendar_days (root_id, day, is_working, name)
       select $1, day::date, false, '停工' from generate_series('2026-01-01'::timestamp, '2032-01-01'::timestamp, interval '1 day') day`,
      [root],
    )
    const due = (from: string, amount: number, unit: string) =>
      owner('private.work_due($1, $2::text::timestamptz, $3, $4)', root, from, amount, unit)
    await expect(due('2026-02-01T00:00:00Z', 1, 'working_hour')).rejects.toThrow('no_working_day')
    await expect(due('2031-12-01T00:00:00Z', -1, 'working_day')).rejects.toThrow('no_working_day')
    // Four years are a long holiday, but not for ever; and what runs on does not ask.
    await expect(due('2028-02-01T00:00:00Z', 1, 'working_hour')).resolves.not.toBeNull()
    await expect(due('2026-02-01T00:00:00Z', 1, 'urgent_hour')).resolves.not.toBeNull()
  })

  it.each([
    ['an unknown unit', '1', 'week'],
    ['more than a hundred years', '900000', 'urgent_hour'],
    ['no number', 'NaN', 'working_hour'],
    ['no end', 'Infinity', 'calendar_day'],
    ['nothing', null, 'working_hour'],
  ])('counts no limit of %s', async (_, amount, unit) => {
    const call = owner('private.work_due($1, now(), $2::text::numeric, $3)', dispatch.township.root, amount, unit)
    await expect(call).rejects.toThrow('limit_invalid')
  })

  it('counts ten years of working days, too', async () => {
    const { root } = dispatch.township
    const back = await owner<string>(
      `private.work_between($1, now(), private.work_due($1, now(), 2500, 'working_day'), 'working_day')::text`,
      root,
    )
    expect(Number(back)).toBeCloseTo(2500, 9)
  })

  it('is known for the years that are shipped or written down', async () => {
    const years = () =>
      db.rehearse(dispatch.people.viewer, async (query) => {
        const sql = 'select public.work_calendar_years($1) as gives'
        return (await one<{ gives: unknown }>(query, sql, [dispatch.township.root])).gives
      })
    const shipped = [
      { year: 2025, shippedDays: 33, ownDays: 0 },
      { year: 2026, shippedDays: 39, ownDays: 0 },
    ]
    expect(await years()).toEqual(shipped)
    await db.as(dispatch.people.admin, (query) =>
      query(
        `insert into public.work_calendar_days (root_id, day, is_working, name) values ($1, '2027-10-01', false, '国庆节')`,
        [dispatch.township.root],
      ),
    )
    expect(await years()).toEqual([...shipped, { year: 2027, shippedDays: 0, ownDays: 1 }])
  })

  it('is counted for no client: only what runs as owner asks', async () => {
    for (const call of [
      `private.work_due(1, now(), 1, 'working_hour')`,
      `private.work_between(1, now(), now(), 'working_hour')`,
      `private.limit_for(1, 1, false)`,
    ]) {
      const refused = await db.rehearse(dispatch.people.admin, async (query) =>
        refusalOf(await attempt(query, `select ${call}`)),
      )
      expect(refused).toBe('42501')
    }
  })
})
