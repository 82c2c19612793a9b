import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { addCrowd } from '../support/crowd.ts'
import { addDispatch, type Dispatch, type DispatchPerson } from '../support/dispatch.ts'
import { one } from '../support/one.ts'
import { cellsOf, countsOf, isIn, passes, readSpots, type Filter, type Spot } from './expected.ts'
import { tileAt } from './mercator.ts'
import { FILTER_NAMES, namedFilters } from './named-filters.ts'
import { readTiles, type CellTile, type Tile, type TileAddress } from './tile.ts'

/** More than a tile shows as points, on thirty metres. */
const CROWDED = 5600
const SPREAD = 3400
const pointLimit = ([z]: TileAddress) => (z < 16 ? 600 : 5000)

describe('what the map reads', () => {
  let db: TestDatabase
  let dispatch: Dispatch
  let spots: Spot[]
  let filters: Record<string, Filter>
  let tiles: Record<string, TileAddress>

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    const { township, units } = dispatch
    const { root, west } = township
    const ids = async (sql: string) => (await db.query<{ id: number }>(sql)).map(({ id }) => id)
    const campaigns = await ids(`select id from public.campaigns where root_id = ${root} order by id limit 3`)
    const categories = await ids('select id from public.categories where root_id is null order by id limit 6')
    await addCrowd(
      db.query,
      { township, campaigns, units: [units.cleaners, units.market], categories },
      { spread: SPREAD, crowded: CROWDED },
    )
    spots = await readSpots(db.query, root)
    filters = namedFilters({ root, village: west, elsewhere: dispatch.foreign.root, campaigns, categories })
    const crowd: [number, number] = [117.92025, 30.95025]
    const at = (z: number, [lng, lat]: [number, number]): TileAddress => [z, ...tileAt(lng, lat, z)]
    tiles = {
      world: [0, 0, 0],
      'the far side of the world': [1, 0, 0],
      township: at(10, crowd),
      village: at(13, crowd),
      'village beside it': at(13, township.at.east),
      'around the crowd': at(15, crowd),
      'the crowd at zoom 16': at(16, crowd),
      'the crowd at zoom 17': at(17, crowd),
      'the crowd at zoom 18': at(18, crowd),
      'a street beside it': at(16, township.at.east),
    }
  })
  afterAll(() => db.close())

  const subtree = (area: number): number[] => {
    const { root, west, east } = dispatch.township
    return area === root ? [root, west, east] : area === west || area === east ? [area] : []
  }

  /** Whether the tile says exactly what is there. */
  function expectTruth(tile: Tile, address: TileAddress, there: Spot[]): void {
    if (tile.kind === 'points') {
      expect(there.length).toBeLessThanOrEqual(pointLimit(address))
      const { no, x, y, state, category, urgent, due } = tile
      const told = no.map((each, i) => [each, x[i], y[i], state[i], category[i], urgent[i], due[i]])
      const unit = 2 ** (18 - address[0])
      const expected = there.map((spot) => [
        spot.no,
        Math.floor(spot.mx / unit) % 4096,
        Math.floor(spot.my / unit) % 4096,
        spot.state,
        spot.categoryId,
        spot.urgent,
        spot.due,
      ])
      const byNo = (a: unknown[], b: unknown[]) => Number(a[0]) - Number(b[0])
      expect(told.sort(byNo)).toEqual(expected.sort(byNo))
      return
    }
    expect(there.length).toBeGreaterThan(pointLimit(address))
    expect(tile.scale).toBe(1)
    expect(tile.grid).toBe(address[0] === 18 ? 4 : address[0] === 17 ? 8 : 16)
    const told = Object.fromEntries(
      tile.cx.map((cx, i) => [`${cx},${tile.cy[i]}`, tile.n.map((ofGroup) => ofGroup[i])]),
    )
    expect(told).toEqual(cellsOf(there, address, tile.grid))
  }

  /** Asks for every tile under a filter as somebody, and compares with what that person sees of the table. */
  async function expectTilesTrue(actor: Actor, filter: Filter, visible: (spot: Spot) => boolean): Promise<Tile[]> {
    const addresses = Object.values(tiles)
    const told = await db.rehearse(actor, (query) => readTiles(query, addresses, filter))
    const seen = spots.filter(visible).filter(passes(filter, subtree))
    told.forEach((tile, place) => expectTruth(tile, addresses[place]!, seen.filter(isIn(addresses[place]!))))
    return told
  }

  it.each(FILTER_NAMES)('as tiles, with the filter: %s', async (name) => {
    await expectTilesTrue(dispatch.people.viewer, filters[name]!, () => true)
  })

  it('holds tiles of both kinds and all grids, or the above would prove little', async () => {
    const told = await expectTilesTrue(dispatch.people.viewer, filters.everything!, () => true)
    const cells = told.filter((tile): tile is CellTile => tile.kind === 'cells')
    expect([...new Set(cells.map(({ grid }) => grid))].sort((a, b) => a - b)).toEqual([4, 8, 16])
    expect(told.filter((tile) => tile.kind === 'points').some((tile) => tile.no.length > 0)).toBe(true)
  })

  it.each(FILTER_NAMES)('as counts of the legend, with the filter: %s', async (name) => {
    const filter = filters[name]!
    const told = await db.rehearse(dispatch.people.viewer, (query) =>
      one<{ counts: unknown }>(query, 'select public.hotspot_counts($1) as counts', [filter]),
    )
    // The legend is the filter by state, so it is counted without it.
    const { states: _states, ...rest } = filter
    expect(told.counts).toEqual({ scale: 1, states: countsOf(spots.filter(passes(rest, subtree))) })
  })

  async function readList(actor: Actor, [z, x, y]: TileAddress, filter: Filter, limit: number): Promise<number[]> {
    const listed: number[] = []
    let after: number | null = null
    do {
      const { page }: { page: { rows: { no: number }[]; next: number | null } } = await db.rehearse(actor, (query) =>
        one(query, 'select public.hotspots_in_tile($1, $2, $3, $4, $5, $6) as page', [z, x, y, filter, after, limit]),
      )
      listed.push(...page.rows.map(({ no }) => no))
      after = page.next
    } while (after !== null)
    return listed
  }

  it.each(['everything', 'all at once', 'in no area', 'a village'])(
    'as a list in pages, with the filter: %s',
    async (name) => {
      const filter = filters[name]!
      const address = tiles.village!
      const expected = spots.filter(passes(filter, subtree)).filter(isIn(address))
      expect(await readList(dispatch.people.viewer, address, filter, 200)).toEqual(expected.map(({ no }) => no))
    },
  )

  it('as a list of one crowded cell, whose number is the one on the map', async () => {
    const [z, x, y] = tiles['the crowd at zoom 18']!
    const [tile] = await db.rehearse(dispatch.people.viewer, (query) =>
      readTiles(query, [[z, x, y]], filters.everything!),
    )
    if (tile?.kind !== 'cells') throw new Error('The crowd is no longer crowded.')
    const most = tile.n.reduce(
      (sums, ofGroup) => sums.map((sum, i) => sum + ofGroup[i]!),
      tile.cx.map(() => 0),
    )
    const place = most.indexOf(Math.max(...most))
    const address: TileAddress = [z + 2, x * 4 + tile.cx[place]!, y * 4 + tile.cy[place]!]
    const listed = await readList(dispatch.people.viewer, address, filters.everything!, 200)
    expect(listed).toHaveLength(most[place]!)
    expect(listed).toEqual(spots.filter(isIn(address)).map(({ no }) => no))
  })

  describe.each<{ person: DispatchPerson; sees: (dispatch: Dispatch) => (spot: Spot) => boolean }>([
    {
      person: 'officer of the village',
      sees:
        ({ township }) =>
        (spot) =>
          spot.areaId === township.west,
    },
    {
      person: 'supervisor of another village',
      sees:
        ({ township }) =>
        (spot) =>
          spot.areaId === township.east,
    },
    {
      person: 'handler of the unit in another village',
      sees:
        ({ township, units }) =>
        (spot) =>
          spot.areaId === township.east || spot.unitId === units.cleaners,
    },
    {
      person: 'supervisor of another village who handles for the unit',
      sees:
        ({ township, units }) =>
        (spot) =>
          spot.areaId === township.east || spot.unitId === units.cleaners,
    },
    { person: 'stranger', sees: () => () => false },
  ])('for the $person', ({ person, sees }) => {
    it.each([
      'everything',
      'what is open',
      'a campaign',
      'a village',
      'the whole township by its area',
      'in no area',
      'most categories',
      'since',
    ])('agrees in tiles, counts, list and table: %s', async (name) => {
      const actor = dispatch.people[person]
      const filter = filters[name]!
      const visible = spots.filter(sees(dispatch))
      const seen = await db.rehearse(actor, (query) =>
        query<{ no: number }>('select no from public.hotspots order by no'),
      )
      expect(seen.map(({ no }) => no)).toEqual(visible.map(({ no }) => no))
      await expectTilesTrue(actor, filter, sees(dispatch))
      const { states: _states, ...rest } = filter
      const told = await db.rehearse(actor, (query) =>
        one<{ counts: unknown }>(query, 'select public.hotspot_counts($1) as counts', [filter]),
      )
      expect(told.counts).toEqual({ scale: 1, states: countsOf(visible.filter(passes(rest, subtree))) })
      const address = tiles['village beside it']!
      const expected = visible.filter(passes(filter, subtree)).filter(isIn(address))
      expect(await readList(actor, address, filter, 200)).toEqual(expected.map(({ no }) => no))
    })
  })

  it.each<[what: string, sql: string]>([
    ['a filter without a root', `select public.hotspot_tile(0, 0, 0, '{}')`],
    ['no filter', 'select public.hotspot_tile(0, 0, 0, null)'],
    ['counts without a root', `select public.hotspot_counts('{"campaign": 1}')`],
  ])('is refused: %s', async (_, sql) => {
    await expect(db.rehearse(dispatch.people.viewer, (query) => query(sql))).rejects.toMatchObject({
      code: 'PT422',
      message: 'root_required',
    })
  })

  it.each<[what: string, sql: string]>([
    ['a word for a root', `select public.hotspot_tile(0, 0, 0, '{"root": "x"}')`],
    ['a word for an area', `select public.hotspot_counts('{"root": 1, "area": "x"}')`],
    ['a number too long', `select public.hotspot_counts('{"root": 99999999999999999999}')`],
    ['states that are no list', `select public.hotspot_tile(0, 0, 0, '{"root": 1, "states": 5}')`],
    ['a state that is none', `select public.hotspot_tile(0, 0, 0, '{"root": 1, "states": ["x"]}')`],
    ['categories that are no list', `select public.hotspot_counts('{"root": 1, "categories": {}}')`],
    ['a day that is none', `select public.hotspot_counts('{"root": 1, "from": "2026-02-30T00:00:00Z"}')`],
    ['a time that is none', `select public.hotspot_counts('{"root": 1, "to": "soon"}')`],
    ['a zoom too deep', `select public.hotspot_tile(19, 0, 0, '{"root": 1}')`],
    ['a tile beside the world', `select public.hotspot_tile(2, 4, 0, '{"root": 1}')`],
    ['a negative tile', `select public.hotspot_tile(2, 0, -1, '{"root": 1}')`],
    ['a list too deep', `select public.hotspots_in_tile(31, 0, 0, '{"root": 1}')`],
  ])('is refused: %s', async (_, sql) => {
    await expect(db.rehearse(dispatch.people.viewer, (query) => query(sql))).rejects.toMatchObject({
      code: 'PT422',
      message: 'filter_invalid',
    })
  })
})
