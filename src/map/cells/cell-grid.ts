import { STATUS_GROUPS } from '../../domain/status-group.ts'
import type { TileAddress } from '../../geo/tile-address.ts'
import type { CellColumns } from '../tiles/columns.ts'

/** One disc of the map: how many hotspots of each status group lie in `address`, and around which point of the tile. */
export interface Cell {
  /** A tile of a finer zoom that covers exactly the hotspots counted here. */
  address: TileAddress
  /** Tile units, 0 to 4095. */
  x: number
  y: number
  total: number
  counts: number[]
}

const EXTENT = 4096
/** Cells a side: at 512 px a tile, 64 px leave room for a disc that can carry its number. */
const DRAWN_GRID = 8

/** The cells of a tile as they are drawn: four of a 16 × 16 grid together, each at the centre of its hotspots. */
export function cellsOf(tile: TileAddress, columns: CellColumns): Cell[] {
  const grid = Math.min(columns.grid, DRAWN_GRID)
  const merge = columns.grid / grid
  const unit = EXTENT / columns.grid
  const cells = new Map<number, Cell & { sumX: number; sumY: number }>()
  columns.cx.forEach((cx, i) => {
    const cy = columns.cy[i]!
    const counts = STATUS_GROUPS.map((_, group) => columns.n[group]?.[i] ?? 0)
    const total = counts.reduce((sum, n) => sum + n, 0)
    if (total === 0) return
    const column = Math.floor(cx / merge)
    const row = Math.floor(cy / merge)
    const key = row * grid + column
    let cell = cells.get(key)
    if (!cell) {
      const address = { z: tile.z + Math.log2(grid), x: tile.x * grid + column, y: tile.y * grid + row }
      cell = { address, x: 0, y: 0, total: 0, counts: STATUS_GROUPS.map(() => 0), sumX: 0, sumY: 0 }
      cells.set(key, cell)
    }
    cell.total += total
    counts.forEach((n, group) => (cell.counts[group]! += n))
    cell.sumX += (cx + 0.5) * unit * total
    cell.sumY += (cy + 0.5) * unit * total
  })
  return [...cells.values()].map(({ sumX, sumY, ...cell }) => ({
    ...cell,
    x: Math.round(sumX / cell.total),
    y: Math.round(sumY / cell.total),
  }))
}
