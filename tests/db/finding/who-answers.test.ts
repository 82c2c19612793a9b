import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { addArea } from '../support/areas.ts'
import { box } from '../support/box.ts'
import { addDispatch, DISPATCH_PEOPLE, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { one } from '../support/one.ts'
import { addPerson } from '../support/people.ts'

type Answer = {
  areas: { id: number; level: string }[]
  committee: { id: number; name: string } | null
  people: { duty: 'officer' | 'leader'; areaId: number; name: string | null }[]
  leads: { campaignId: number; unitId: number }[]
}

/** Who may read the members of the west village, as row security of members has it; everybody may read himself. */
const READERS: DispatchPerson[] = [
  'admin',
  'planner',
  'planner of the village',
  'supervisor',
  'supervisor of the village',
  'supervisor who is a member of the unit',
  'supervisor who did the work',
]
/** Belong to another tree, to none, or are not signed in. */
const OUTSIDERS: DispatchPerson[] = ['stranger', 'person without a role']

describe('who answers for a point', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let grid: number
  let committee: number
  let campaign: number
  let category: number

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { root, west } = dispatch.township
    grid = await addArea(db.query, west, {
      name: '一网格',
      level: 'grid',
      boundary: box(117.915, 30.945, 117.925, 30.955),
    })
    await addPerson(db.query, { role: 'officer', area: grid })
    await addPerson(db.query, { role: 'viewer', area: west, leader: true })
    const unit = await one<{ id: number }>(
      db.query,
      `insert into public.units (root_id, area_id, kind, name) values ($1, $2, 'village_committee', '西村村民委员会') returning id`,
      [root, west],
    )
    committee = unit.id
    const lead = await one<{ id: number }>(
      db.query,
      `update public.campaigns set lead_unit_id = $2 where root_id = $1 and slug = 'small_ads' returning id`,
      [root, dispatch.units.cleaners],
    )
    campaign = lead.id
    category = (await one<{ id: number }>(db.query, 'select max(id) as id from public.categories')).id
    await db.query('insert into public.campaign_categories (campaign_id, category_id) values ($1, $2)', [
      campaign,
      category,
    ])
  })
  afterAll(() => db.close())

  const ask = async (
    person: DispatchPerson,
    [lng, lat]: [number | null, number | null],
    { of = [null, null] as [number | null, number | null], root = dispatch.township.root } = {},
  ) =>
    (
      await db.rehearse(dispatch.people[person], (query) =>
        one<{ answer: Answer }>(query, 'select public.who_answers($1, $2, $3, $4, $5) as answer', [
          root,
          lng,
          lat,
          ...of,
        ]),
      )
    ).answer

  it('names the areas from the root down, the committee, and the nearest people first', async () => {
    const { root, west, at } = dispatch.township
    const answer = await ask('admin', at.west)
    expect(answer.areas.map(({ id }) => id)).toEqual([root, west, grid])
    expect(answer.committee?.id).toBe(committee)
    expect(answer.people).toEqual([
      { duty: 'officer', areaId: grid, name: '某officer' },
      { duty: 'officer', areaId: west, name: '某officer' },
      { duty: 'leader', areaId: west, name: '某viewer' },
      { duty: 'leader', areaId: root, name: '某viewer' },
    ])
    expect(answer.leads).toEqual([])
  })

  it('has no committee where none is, and nobody at all outside every area', async () => {
    const { root, at } = dispatch.township
    expect(await ask('admin', at.direct)).toMatchObject({ committee: null, people: [{ duty: 'leader', areaId: root }] })
    expect(await ask('admin', at.outside)).toEqual({ areas: [], committee: null, people: [], leads: [] })
  })

  it('names the lead unit of the campaign, else of those that the category proposes', async () => {
    const { at } = dispatch.township
    const leads = [expect.objectContaining({ campaignId: campaign, unitId: dispatch.units.cleaners })]
    expect((await ask('admin', at.west, { of: [campaign, null] })).leads).toEqual(leads)
    expect((await ask('admin', at.west, { of: [null, category] })).leads).toEqual(leads)
    expect((await ask('admin', at.west, { of: [dispatch.foreign.campaign, category] })).leads).toEqual([])
  })

  describe.each(DISPATCH_PEOPLE.filter((person) => person !== 'signed-out person' && person !== 'secret key'))(
    'asked by the %s',
    (person) => {
      it('tells that somebody answers, and the name only to whoever may read it among the members', async () => {
        const { at, west } = dispatch.township
        if (OUTSIDERS.includes(person)) {
          await expect(ask(person, at.west)).rejects.toMatchObject({ code: 'PT403', message: 'outside_scope' })
          return
        }
        const { people, committee: named } = await ask(person, at.west)
        expect(people.map(({ duty }) => duty)).toEqual(['officer', 'officer', 'leader', 'leader'])
        expect(named?.id).toBe(committee)
        const ofTheVillage = people.filter(({ areaId }) => areaId === west || areaId === grid)
        const readable = await db.rehearse(dispatch.people[person], (query) =>
          query<{ n: string }>(
            `select display_name as n from public.members where area_id in ($1, $2) and (role = 'officer' or is_leader)`,
            [west, grid],
          ),
        )
        expect(ofTheVillage.flatMap(({ name }) => name ?? [])).toHaveLength(readable.length)
        if (READERS.includes(person)) expect(ofTheVillage.every(({ name }) => name !== null)).toBe(true)
      })
    },
  )

  it('names no area that the caller does not see', async () => {
    const { root, at } = dispatch.township
    const { areas } = await ask('officer of another village', at.west)
    expect(areas.map(({ id }) => id)).toEqual([root])
  })

  it('is shut to signed-out people', async () => {
    await expect(ask('signed-out person', dispatch.township.at.west)).rejects.toMatchObject({ code: '42501' })
  })

  it.each<[string, [number | null, number | null]]>([
    ['nothing', [null, null]],
    ['half a position', [117.9, null]],
    ['beyond the earth', [181, 0]],
    ['no number', [Number.NaN, 0]],
  ])('is refused for %s', async (_, at) => {
    await expect(ask('admin', at)).rejects.toMatchObject({ code: 'PT422', message: 'location_invalid' })
  })

  it('is refused for a root that is unknown or none', async () => {
    for (const root of [999_999, dispatch.township.west])
      await expect(ask('admin', dispatch.township.at.west, { root })).rejects.toMatchObject({
        message: 'outside_scope',
      })
  })
})
