import * as v from 'valibot'
import { TileColumnsShape } from '../../../src/data/shapes/tile-columns.ts'
import type { HotspotFilter } from '../../../src/domain/filter.ts'
import type { TileAddress } from '../../../src/geo/tile-address.ts'
import type { BenchServer } from '../server/start-bench-server.ts'

type Outcome = { kind: 'exact' } | { kind: 'estimate'; error: number } | { kind: 'wrong'; reason: string }

/** An estimate from one in 64 has a standard error of 8 √n; five of them do not happen by chance. */
const LARGEST_ERROR = 5 * 8

/** Compares a tile with a scan of the whole table, from positions and columns alone. */
export async function compareTile(
  server: BenchServer,
  tile: TileAddress,
  filter: HotspotFilter,
  answer: unknown,
): Promise<Outcome> {
  const columns = v.parse(TileColumnsShape, answer)
  if (columns.kind === 'points') {
    const expected = await server.query<{ no: number; x: number; y: number; state: number }>(
      `select no, (px & 4095)::int as x, (py & 4095)::int as y, state
       from (select *, private.mercator_x(lng) >> (18 - $2::int) as px, private.mercator_y(lat) >> (18 - $2::int) as py from public.hotspots) h
       where ${matches}`,
      parameters(tile, filter),
    )
    const given = columns.no.map((no, i) => [no, columns.x[i], columns.y[i], columns.state[i]].join(' '))
    return sameLines(
      given,
      expected.map(({ no, x, y, state }) => [no, x, y, state].join(' ')),
    )
  }
  const bits = Math.log2(columns.grid)
  const expected = await server.query<{ cx: number; cy: number; grp: number; n: number }>(
    `select ((px >> (12 - $11::int)) & ((1 << $11) - 1))::int as cx, ((py >> (12 - $11::int)) & ((1 << $11) - 1))::int as cy,
       private.group_of(state) as grp, count(*)::int as n
     from (select *, private.mercator_x(lng) >> (18 - $2::int) as px, private.mercator_y(lat) >> (18 - $2::int) as py from public.hotspots) h
     where ${matches} group by 1, 2, 3`,
    [...parameters(tile, filter), bits],
  )
  const given = columns.cx.flatMap((cx, i) =>
    columns.n.flatMap((counts, grp) => (counts[i] ? [[cx, columns.cy[i], grp, counts[i]].join(' ')] : [])),
  )
  if (columns.scale === 1) {
    return sameLines(
      given,
      expected.map(({ cx, cy, grp, n }) => [cx, cy, grp, n].join(' ')),
    )
  }
  const estimate = columns.n.flat().reduce((sum, n) => sum + n, 0)
  const exact = expected.reduce((sum, { n }) => sum + n, 0)
  if (Math.abs(estimate - exact) > LARGEST_ERROR * Math.sqrt(exact)) {
    return { kind: 'wrong', reason: `about ${estimate} instead of ${exact}` }
  }
  return { kind: 'estimate', error: Math.abs(estimate - exact) / exact }
}

/** px, py are the level-30 position shifted so that the tile's own address remains above 12 bits. */
const matches = `px >> 12 = $3::bigint and py >> 12 = $4::bigint and root_id = $1
  and ($5::bigint is null or coalesce(area_id, 0) = $5) and ($6::bigint is null or coalesce(campaign_id, 0) = $6)
  and ($7::int[] is null or state = any ($7)) and ($8::bigint[] is null or category_id = any ($8))
  and ($9::timestamptz is null or reported_at >= $9) and ($10::timestamptz is null or reported_at < $10)`

function parameters({ z, x, y }: TileAddress, filter: HotspotFilter): unknown[] {
  const { root, area = null, campaign = null, states = null, categories = null, from = null, to = null } = filter
  return [root, z, x, y, area, campaign, states, categories, from, to]
}

function sameLines(given: string[], expected: string[]): Outcome {
  const missing = new Set(expected)
  const surplus = given.filter((line) => !missing.delete(line))
  if (missing.size === 0 && surplus.length === 0) return { kind: 'exact' }
  return { kind: 'wrong', reason: `${missing.size} missing, ${surplus.length} too many of ${expected.length}` }
}
