import type { TileAddress } from '../../geo/tile-address.ts'

/** What the drawer is about besides a hotspot, which the address knows. */
export type MapPanel =
  | { kind: 'list'; tile: TileAddress; count: number | null; about: boolean }
  | { kind: 'area'; id: number }
  | { kind: 'report' }
