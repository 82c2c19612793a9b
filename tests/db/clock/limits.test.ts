import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'
import { one } from '../support/one.ts'

describe('the limit of a case', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let shared: number
  let above: number
  let category: number
  let foreign: number

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const add = async (root: number | null, code: string, parent: number | null) =>
      (
        await one<{ id: number }>(
          db.query,
          `insert into public.categories (root_id, code_system, code, valid_from, name, parent_id) values ($1, 'own', $2, '2026-01-01', $2, $3) returning id`,
          [root, code, parent],
        )
      ).id
    shared = await add(null, '0', null)
    above = await add(dispatch.township.root, '1', shared)
    category = await add(dispatch.township.root, '11', above)
    foreign = await add(dispatch.foreign.root, '1', null)
  })
  beforeEach(() => db.query('delete from public.time_limits where root_id is not null or category_id is not null'))
  afterAll(() => db.close())

  const limit = async (urgent: boolean | null) => {
    const sql = 'select amount::float8 as amount, unit from private.limit_for($1, $2, $3)'
    const { amount, unit } = await one<{ amount: number; unit: string }>(db.query, sql, [
      dispatch.township.root,
      category,
      urgent,
    ])
    return `${amount} ${unit}`
  }
  const write = (root: number | null, of: number | null, urgent: boolean, amount: number, unit: string) =>
    db.query(
      'insert into public.time_limits (root_id, category_id, urgent, amount, unit) values ($1, $2, $3, $4, $5)',
      [root, of, urgent, amount, unit],
    )

  it('is the shipped one where the township has written nothing', async () => {
    expect(await limit(false)).toBe('5 working_day')
    expect(await limit(true)).toBe('24 urgent_hour')
    expect(await limit(null)).toBe('5 working_day')
  })

  it('is what stands nearest: own before shipped, then the category, the one above it, any', async () => {
    const { root } = dispatch.township
    await write(null, shared, false, 1, 'calendar_day')
    expect(await limit(false)).toBe('1 calendar_day')
    await write(root, null, false, 2, 'calendar_day')
    expect(await limit(false)).toBe('2 calendar_day')
    await write(root, above, false, 3, 'working_hour')
    expect(await limit(false)).toBe('3 working_hour')
    await write(root, category, false, 4, 'working_day')
    expect(await limit(false)).toBe('4 working_day')
    // Urgent ones have their own rows, and another township's are its own.
    await write(root, category, true, 2, 'urgent_hour')
    await write(dispatch.foreign.root, null, true, 9, 'urgent_day')
    expect(await limit(true)).toBe('2 urgent_hour')
    expect(await limit(false)).toBe('4 working_day')
  })

  it.each([
    ['nothing', 0, 'working_day', '23514'],
    ['less than nothing', -1, 'working_day', '23514'],
    ['no number', 'NaN', 'working_day', '23514'],
    ['no end', 'Infinity', 'working_day', '23514'],
    ['a week', 1, 'week', '23514'],
    ['half an hour', 0.5, 'urgent_hour', null],
  ])('of %s: %s %s is %s', async (_, amount, unit, refused) => {
    const outcome = await db.rehearse(dispatch.people.admin, (query) =>
      attempt(query, 'insert into public.time_limits (root_id, urgent, amount, unit) values ($1, false, $2, $3)', [
        dispatch.township.root,
        String(amount),
        unit,
      ]),
    )
    expect(refusalOf(outcome)).toBe(refused)
  })

  it('is for a category of its own or of all', async () => {
    const outcome = await db.rehearse(dispatch.people.admin, (query) =>
      attempt(
        query,
        `insert into public.time_limits (root_id, category_id, urgent, amount, unit) values ($1, $2, false, 1, 'working_day')`,
        [dispatch.township.root, foreign],
      ),
    )
    expect(refusalOf(outcome)).toBe('PT422 category_unknown')
  })
})
