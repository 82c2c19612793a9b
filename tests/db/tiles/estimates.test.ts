import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { addCrowd } from '../support/crowd.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'
import { one } from '../support/one.ts'
import { readTiles, sizeOf, type Tile } from './tile.ts'

/** More than are counted one by one for a filter that the counters do not hold. */
const HOTSPOTS = 60_000
/** One row in 64 is looked at: the total is off by at most one sample, a group by a few standard deviations of its sample. */
const SAMPLE = 64

describe('a filter that the counters do not hold, over very many hotspots', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let root: number
  let categories: number[]

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    root = dispatch.township.root
    const ids = async (sql: string) => (await db.query<{ id: number }>(sql)).map(({ id }) => id)
    categories = await ids('select id from public.categories where root_id is null order by id limit 6')
    await addCrowd(
      db.query,
      {
        township: dispatch.township,
        campaigns: await ids(`select id from public.campaigns where root_id = ${root} order by id limit 3`),
        units: [dispatch.units.cleaners, dispatch.units.market],
        categories,
      },
      { spread: HOTSPOTS, crowded: 0 },
    )
  })
  afterAll(() => db.close())

  const worldTile = async (filter: object): Promise<Tile> => {
    const [tile] = await db.rehearse(dispatch.people.viewer, (query) => readTiles(query, [[0, 0, 0]], filter))
    return tile!
  }
  const legend = async (filter: object) =>
    (
      await db.rehearse(dispatch.people.viewer, (query) =>
        one<{ counts: { scale: number; states: Record<string, number> } }>(
          query,
          'select public.hotspot_counts($1) as counts',
          [filter],
        ),
      )
    ).counts
  const exactly = async (condition: string) =>
    (
      await one<{ n: number }>(
        db.query,
        `select count(*) as n from public.hotspots where root_id = $1 and ${condition}`,
        [root],
      )
    ).n

  const ALMOST_ALL = { from: '2026-01-02T00:00:00Z' }

  it('is answered by a tile with a marked estimate, near the truth', async () => {
    const tile = await worldTile({ root, ...ALMOST_ALL })
    const truth = await exactly(`reported_at >= '2026-01-02Z'`)
    expect(truth).toBeGreaterThan(50_000)
    expect(tile).toMatchObject({ kind: 'cells', scale: SAMPLE })
    expect(Math.abs(sizeOf(tile) - truth) / truth).toBeLessThan(0.05)
  })

  it('is answered in the legend with a marked estimate, near the truth in every state', async () => {
    const { scale, states } = await legend({ root, ...ALMOST_ALL })
    expect(scale).toBe(SAMPLE)
    const truth = await db.query<{ state: number; n: number }>(
      `select state, count(*) as n from public.hotspots where root_id = $1 and reported_at >= '2026-01-02Z' group by 1`,
      [root],
    )
    for (const { state, n } of truth) {
      const tolerance = 5 * SAMPLE * Math.sqrt(n / SAMPLE)
      expect(Math.abs((states[state] ?? 0) - n), `state ${state}`).toBeLessThan(tolerance)
    }
  })

  it('is counted exactly as soon as few enough pass it', async () => {
    const tile = await worldTile({ root, categories: categories.slice(0, 1) })
    expect(tile).toMatchObject({ kind: 'cells', scale: 1 })
    expect(sizeOf(tile)).toBe(await exactly(`category_id = ${categories[0]}`))
  })

  it('shows single points when very few pass it', async () => {
    const tile = await worldTile({ root, from: '2026-02-03T00:00:00Z', to: '2026-02-04T00:00:00Z' })
    expect(tile.kind).toBe('points')
    expect(sizeOf(tile)).toBe(await exactly(`reported_at >= '2026-02-03Z' and reported_at < '2026-02-04Z'`))
    expect(sizeOf(tile)).toBeGreaterThan(0)
  })

  it('shows nothing when nothing passes it', async () => {
    expect(sizeOf(await worldTile({ root, from: '2030-01-01T00:00:00Z' }))).toBe(0)
  })

  it('is exact at any size where the counters hold it', async () => {
    const tile = await worldTile({ root, states: [0, 5, 11] })
    expect(tile).toMatchObject({ kind: 'cells', scale: 1 })
    expect(sizeOf(tile)).toBe(await exactly('state in (0, 5, 11)'))
    const { scale, states } = await legend({ root })
    expect(scale).toBe(1)
    expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(HOTSPOTS)
  })
})
