import type { HotspotFilter } from '../../domain/filter.ts'
import type { HotspotState } from '../../domain/status.ts'
import type { TileAddress } from '../../geo/tile-address.ts'

/** Hotspots of a tile one by one, as columns of equal length; `x` and `y` run from 0 to 4095 inside the tile. */
export interface PointColumns {
  kind: 'points'
  no: readonly number[]
  x: readonly number[]
  y: readonly number[]
  state: readonly HotspotState[]
  category: readonly number[]
  urgent: readonly boolean[]
  /** Whole minutes since 1970 from which it is overdue; 0 = no clock runs. */
  due: readonly number[]
}

/**
 * Hotspots of a crowded tile, counted on a square grid: `n[group][i]` hotspots of a status group in the cell
 * (`cx[i]`, `cy[i]`). A `scale` of 64 marks an estimate out of one row in 64.
 */
export interface CellColumns {
  kind: 'cells'
  grid: 16 | 8 | 4
  scale: 1 | 64
  cx: readonly number[]
  cy: readonly number[]
  n: readonly (readonly number[])[]
}

export type TileColumns = PointColumns | CellColumns

/** Fetches the columns of one tile for one filter; rejects with an AbortError when the signal fires. */
export type FetchTileColumns = (tile: TileAddress, filter: HotspotFilter, signal: AbortSignal) => Promise<TileColumns>
