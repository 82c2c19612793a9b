import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'

describe('a setting of cases', () => {
  let db: TestDatabase
  let dispatch: Dispatch

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
  })
  afterAll(() => db.close())

  const write = (person: DispatchPerson, key: string, value: unknown) =>
    db.rehearse(dispatch.people[person], (query) =>
      query(
        `insert into public.settings (area_id, key, value) values ($1, $2, $3::jsonb)
         on conflict (area_id, key) do update set value = excluded.value returning key`,
        [dispatch.township.root, key, JSON.stringify(value)],
      ),
    )

  it.each([
    ['photo_required', false],
    ['verify_other_area', true],
    ['verify_same_time_of_day', 90],
    ['verify_same_time_of_day', null],
    ['relapse_radius_m', 50],
    ['relapse_days', 365],
    ['revisit_days', [7, 14]],
    ['revisit_days', []],
  ])('%s is set to %j by the admin', async (key, value) => {
    expect(await write('admin', key, value)).toEqual([{ key }])
  })

  it.each([
    ['photo_required', 'yes'],
    ['verify_other_area', 1],
    ['verify_same_time_of_day', 721],
    ['relapse_radius_m', 0],
    ['relapse_days', '365'],
    ['revisit_days', [7, -1]],
    ['revisit_days', 7],
  ])('%s cannot be %j', async (key, value) => {
    await expect(write('admin', key, value)).rejects.toMatchObject({ code: 'PT422', message: 'setting_invalid' })
  })

  it.each(['supervisor', 'viewer'] as const)('is not for a %s to write', async (person) => {
    await expect(write(person, 'relapse_days', 365)).rejects.toMatchObject({ code: '42501' })
  })
})
