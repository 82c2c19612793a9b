import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { one } from '../support/one.ts'

type Membership = { role: string; areaId: number; rootId: number; unitId: number | null; isLeader: boolean }
type Account = {
  userId: string
  email: string
  memberships: Membership[]
  roots: { id: number; wholeRoot: boolean; timeZone: string; bbox: number[] | null; level: string }[]
}
type Features = { features: { id: number; properties: Record<string, unknown>; geometry: { type: string } | null }[] }

describe('what somebody is told at sign-in', () => {
  let db: TestDatabase
  let dispatch: Dispatch

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    await db.query(
      `insert into public.places (root_id, kind, name, lng, lat) values
         ($1, 'market', '西市场', 117.92, 30.95), ($1, 'school', '东小学', 117.96, 30.95), ($2, 'market', '邻镇市场', 117.92, 30.95)`,
      [dispatch.township.root, dispatch.foreign.root],
    )
  })
  afterAll(() => db.close())

  const ask = async <Gives>(person: DispatchPerson, call: string): Promise<Gives> =>
    (await db.rehearse(dispatch.people[person], (query) => one<{ gives: Gives }>(query, `select ${call} as gives`)))
      .gives

  const WHOLE: [DispatchPerson, string][] = [
    ['admin', 'admin'],
    ['planner', 'planner'],
    ['supervisor', 'supervisor'],
    ['viewer', 'viewer'],
    ['leader', 'viewer'],
  ]
  it.each(WHOLE)('the %s: role %s over the whole township', async (person, role) => {
    const { root } = dispatch.township
    const { userId, email } = dispatch.people[person]
    const account = await ask<Account>(person, 'public.my_account()')
    expect(account).toMatchObject({ userId, email })
    expect(account.memberships).toEqual([
      expect.objectContaining({ role, areaId: root, rootId: root, unitId: null, isLeader: person === 'leader' }),
    ])
    expect(account.roots).toEqual([
      expect.objectContaining({ id: root, wholeRoot: true, timeZone: 'Asia/Shanghai', level: 'township' }),
    ])
    const [west, south, east, north] = account.roots[0]!.bbox!
    expect([west, south, east, north]).toEqual([117.9, 30.93, 117.98, 31.01])
  })

  it.each([
    ['officer of the village', 'officer', 'west'],
    ['supervisor of another village', 'supervisor', 'east'],
  ] as const)('the %s: a part of the township', async (person, role, village) => {
    const { root } = dispatch.township
    const account = await ask<Account>(person, 'public.my_account()')
    expect(account.memberships).toEqual([
      expect.objectContaining({ role, areaId: dispatch.township[village], rootId: root }),
    ])
    expect(account.roots).toEqual([expect.objectContaining({ id: root, wholeRoot: false })])
  })

  it('the handler: the unit too', async () => {
    const account = await ask<Account>('handler of the unit', 'public.my_account()')
    expect(account.memberships).toEqual([
      expect.objectContaining({ role: 'handler', unitId: dispatch.units.cleaners, unitName: '环卫所' }),
    ])
  })

  it('of several memberships all, of a root once', async () => {
    const account = await ask<Account>('supervisor of another village who handles for the unit', 'public.my_account()')
    expect(account.memberships.map(({ role }) => role)).toEqual(['supervisor', 'handler'])
    expect(account.roots).toHaveLength(1)
  })

  it('somebody without a role: nothing but who it is', async () => {
    const account = await ask<Account>('person without a role', 'public.my_account()')
    expect(account).toMatchObject({ memberships: [], roots: [] })
  })

  const NAMES = (ids: Dispatch['township']) => ({ town: ids.root, west: ids.west, east: ids.east })
  it.each<[DispatchPerson, ('town' | 'west' | 'east')[]]>([
    ['viewer', ['town', 'west', 'east']],
    ['planner', ['town', 'west', 'east']],
    ['officer of the village', ['town', 'west']],
    ['supervisor of another village', ['town', 'east']],
    ['handler of the unit in another village', ['town', 'east']],
    ['stranger', []],
    ['person without a role', []],
  ])('areas for the %s: %j', async (person, names) => {
    const ids = NAMES(dispatch.township)
    const { features } = await ask<Features>(person, `public.area_features(${ids.town})`)
    expect(features.map(({ id }) => id)).toEqual(names.map((name) => ids[name]))
    for (const { id, geometry, properties } of features) {
      expect(geometry?.type).toBe('MultiPolygon')
      expect(properties).toMatchObject({ id, depth: id === ids.town ? 1 : 2, sizeM2: expect.any(Number) })
    }
  })

  it.each<[DispatchPerson, number]>([
    ['viewer', 2],
    ['officer of the village', 2],
    ['stranger', 0],
    ['person without a role', 0],
  ])('places for the %s: %i', async (person, n) => {
    const { root } = dispatch.township
    const { features } = await ask<Features>(person, `public.place_features(${root})`)
    expect(features).toHaveLength(n)
    expect(features.map(({ properties }) => properties.areaId)).toEqual(
      [dispatch.township.west, dispatch.township.east].slice(0, n),
    )
  })
})
