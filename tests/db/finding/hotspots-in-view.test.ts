import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { addCrowd } from '../support/crowd.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'
import { one } from '../support/one.ts'
import { randomFrom } from '../support/random.ts'

type Box = [west: number, south: number, east: number, north: number]
type Page = { rows: { no: number; lng: number; lat: number }[]; next: number | null }
type Near = { radiusM: number; rows: { campaignId: number | null; states: Record<string, number> }[] }

/** Enough for the walk from the newest to be taken where the whole township is in view. */
const SPREAD = 21_000

describe('hotspots of a piece of the map', () => {
  let db: TestDatabase
  let dispatch: Dispatch

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { township, units } = dispatch
    const ids = async (sql: string) => (await db.query<{ id: number }>(sql)).map(({ id }) => id)
    const campaigns = await ids(`select id from public.campaigns where root_id = ${township.root} order by id limit 3`)
    const categories = await ids('select id from public.categories where root_id is null order by id limit 3')
    const facts = { township, campaigns, units: [units.cleaners, units.market], categories }
    await addCrowd(db.query, facts, { spread: SPREAD, crowded: 300 })
  })
  afterAll(() => db.close())

  async function listed(actor: Actor, bbox: Box, filter: Record<string, unknown> = {}): Promise<number[]> {
    const all: number[] = []
    let before: number | null = null
    do {
      const { page }: { page: Page } = await db.rehearse(actor, (query) =>
        one(query, 'select public.hotspots_in_view($1, $2, $3, 200) as page', [
          bbox,
          { root: dispatch.township.root, ...filter },
          before,
        ]),
      )
      all.push(...page.rows.map(({ no }) => no))
      before = page.next
    } while (before !== null && all.length < 1000)
    return all
  }

  /** The first thousand and some, as the table says. */
  async function expected(bbox: Box, condition = 'true', actor = dispatch.people.viewer): Promise<number[]> {
    const rows = await db.rehearse(actor, (query) =>
      query<{ no: number }>(
        `select no from public.hotspots where lng between $1 and $3 and lat between $2 and $4 and ${condition} order by no desc limit 1000`,
        bbox,
      ),
    )
    return rows.map(({ no }) => no)
  }

  it.each<[string, Box]>([
    ['the world', [-180, -85, 180, 85]],
    ['the township', [117.9, 30.93, 117.98, 31.01]],
    ['a quarter across tile borders', [117.93, 30.95, 117.95, 30.98]],
    ['the crowd', [117.9201, 30.9501, 117.9204, 30.9504]],
    ['a point', [117.92, 30.95, 117.92, 30.95]],
    ['somewhere else', [10, 10, 11, 11]],
  ])('are listed from the newest, none lost and none twice: %s', async (_, bbox) => {
    expect(await listed(dispatch.people.viewer, bbox)).toEqual(await expected(bbox))
  })

  it('are those of the table for any rectangle', async () => {
    const random = randomFrom(7)
    for (let i = 0; i < 25; i += 1) {
      const [west, south] = [117.9 + random.next() * 0.08, 30.93 + random.next() * 0.08]
      const side = 0.08 * random.next() ** 3
      const bbox: Box = [west, south, west + side, south + side]
      expect(await listed(dispatch.people.viewer, bbox), String(bbox)).toEqual(await expected(bbox))
    }
  })

  it('keep to the filter and to what the caller sees', async () => {
    const bbox: Box = [117.9, 30.93, 117.98, 31.01]
    expect(await listed(dispatch.people.viewer, bbox, { states: [0], campaign: 0 })).toEqual(
      await expected(bbox, 'state = 0 and campaign_id is null'),
    )
    const officer = dispatch.people['officer of the village']
    expect(await listed(officer, bbox)).toEqual(await expected(bbox, 'true', officer))
    expect(await listed(dispatch.people.stranger, bbox)).toEqual([])
    await expect(listed(dispatch.people['signed-out person'], bbox)).rejects.toMatchObject({ code: '42501' })
  })

  it.each<[string, unknown]>([
    ['none', null],
    ['three numbers', [1, 2, 3]],
    ['west of east', [2, 0, 1, 1]],
    ['south of north', [0, 2, 1, 1]],
    ['beyond the earth', [0, 0, 181, 1]],
    ['a hole', [0, null, 1, 1]],
  ])('are refused for a rectangle that is none: %s', async (_, bbox) => {
    const ask = db.rehearse(dispatch.people.viewer, (query) =>
      query('select public.hotspots_in_view($1, $2)', [bbox, { root: dispatch.township.root }]),
    )
    await expect(ask).rejects.toMatchObject({ code: 'PT422', message: 'filter_invalid' })
  })

  const near = async (actor: Actor, lng: number, lat: number, radiusM: number) =>
    (
      await db.rehearse(actor, (query) =>
        one<{ near: Near }>(query, 'select public.hotspots_near($1, $2, $3, $4) as near', [
          dispatch.township.root,
          lng,
          lat,
          radiusM,
        ]),
      )
    ).near

  it.each([60, 200, 1500])(
    'are counted by campaign and state within %i metres, as PostGIS measures',
    async (radiusM) => {
      // Half a percent of the radius around the edge may fall on either side: the distance is a sphere's.
      const counted = async (metres: number) => {
        const rows = await db.query<{ n: number }>(
          `select count(*) as n from public.hotspots where extensions.st_dwithin(
           extensions.st_makepoint(lng, lat)::extensions.geography, extensions.st_makepoint(117.9203, 30.9502)::extensions.geography, $1)`,
          [metres],
        )
        return rows[0]!.n
      }
      const { rows } = await near(dispatch.people.viewer, 117.9203, 30.9502, radiusM)
      const total = rows.flatMap(({ states }) => Object.values(states)).reduce((sum, n) => sum + n, 0)
      expect(total).toBeGreaterThanOrEqual(await counted(radiusM * 0.995))
      expect(total).toBeLessThanOrEqual(await counted(radiusM * 1.005))
      expect(total).toBeGreaterThan(0)
      expect(new Set(rows.map(({ campaignId }) => campaignId)).size).toBe(rows.length)
    },
  )

  it('are counted only as far as the caller sees', async () => {
    expect((await near(dispatch.people['supervisor of another village'], 117.9203, 30.9502, 200)).rows).toEqual([])
    expect((await near(dispatch.people.stranger, 117.9203, 30.9502, 200)).rows).toEqual([])
    await expect(near(dispatch.people['signed-out person'], 117.92, 30.95, 200)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(near(dispatch.people.viewer, 117.92, 30.95, 0)).rejects.toMatchObject({ message: 'location_invalid' })
    await expect(near(dispatch.people.viewer, 200, 30.95, 100)).rejects.toMatchObject({ message: 'location_invalid' })
  })
})
