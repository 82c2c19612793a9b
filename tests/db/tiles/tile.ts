import type { Query } from '../../support/test-database.ts'

export type PointTile = {
  kind: 'points'
  no: number[]
  x: number[]
  y: number[]
  state: number[]
  category: number[]
  urgent: boolean[]
  due: number[]
}
export type CellTile = { kind: 'cells'; grid: 16 | 8 | 4; scale: 1 | 64; cx: number[]; cy: number[]; n: number[][] }
export type Tile = PointTile | CellTile
export type TileAddress = [z: number, x: number, y: number]

/** Many tiles in one statement. */
export async function readTiles(query: Query, tiles: TileAddress[], filter: object): Promise<Tile[]> {
  const rows = await query<{ tile: Tile }>(
    `select public.hotspot_tile(z, x, y, $4) as tile
     from unnest($1::int[], $2::int[], $3::int[]) with ordinality as t (z, x, y, place) order by place`,
    [tiles.map(([z]) => z), tiles.map(([, x]) => x), tiles.map(([, , y]) => y), filter],
  )
  return rows.map(({ tile }) => tile)
}

/** How many hotspots a tile speaks of. */
export function sizeOf(tile: Tile): number {
  if (tile.kind === 'points') return tile.no.length
  return tile.n.flat().reduce((sum, n) => sum + n, 0)
}
