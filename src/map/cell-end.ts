import type { TileAddress } from '../geo/tile-address.ts'
import { MAX_TILE_ZOOM } from './live/live-points.ts'

/** Finest cells lie at this zoom: 8 × 8 in a tile of zoom 17, 4 × 4 in one of zoom 18. */
const FINEST_CELL_ZOOM = MAX_TILE_ZOOM + 2

/** True when going closer does not divide a cell any more, so that only a list can show what is in it. */
export function isCellFinal(address: TileAddress): boolean {
  return address.z >= FINEST_CELL_ZOOM
}
