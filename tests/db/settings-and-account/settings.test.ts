import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { addArea } from '../support/areas.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { one } from '../support/one.ts'

describe('a setting', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let grid: number

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    grid = await addArea(db.query, dispatch.township.west, { name: '一网格', level: 'grid' })
  })
  beforeEach(() => db.query(`delete from public.settings where key = 'limit'`))
  afterAll(() => db.close())

  const set = (area: number, value: unknown) =>
    db.query(`insert into public.settings (area_id, key, value) values ($1, 'limit', $2)`, [area, { value }])
  const inForce = async (person: DispatchPerson, area: number) =>
    (
      await db.rehearse(dispatch.people[person], (query) =>
        one<{ value: unknown }>(query, `select private.setting($1, 'limit') -> 'value' as value`, [area]),
      )
    ).value

  it('is null where nobody has set it', async () => {
    expect(await inForce('viewer', grid)).toBeNull()
  })

  it('is that of the nearest area above', async () => {
    const { root, west, east } = dispatch.township
    await set(root, 'town')
    expect(await inForce('viewer', grid)).toBe('town')
    await set(west, 'village')
    expect(await inForce('viewer', grid)).toBe('village')
    await set(grid, 'grid')
    const all = [await inForce('viewer', grid), await inForce('viewer', west), await inForce('viewer', east)]
    expect(all).toEqual(['grid', 'village', 'town'])
  })

  it('is inherited by the members of a village', async () => {
    await set(dispatch.township.root, 'town')
    expect(await inForce('officer of the village', dispatch.township.west)).toBe('town')
  })

  it('is nobody’s in another township', async () => {
    await set(dispatch.foreign.root, 'neighbour')
    expect(await inForce('viewer', dispatch.foreign.root)).toBeNull()
    expect(await inForce('viewer', dispatch.township.west)).toBeNull()
  })

  it('is a time zone only when the database knows it', async () => {
    const save = (zone: unknown) =>
      db.as(dispatch.people.admin, (query) =>
        query(`update public.settings set value = $2::jsonb where area_id = $1 and key = 'time_zone' returning 1`, [
          dispatch.township.root,
          JSON.stringify(zone),
        ]),
      )
    expect(await save('America/Los_Angeles')).toHaveLength(1)
    for (const zone of ['Mars/Olympus', '', 5, null]) {
      await expect(save(zone)).rejects.toMatchObject({ code: 'PT422', message: 'time_zone_unknown' })
    }
  })
})
