import type { TileAddress } from '../../geo/tile-address.ts'

/** What the drawer is about besides a hotspot, which the address knows. */
export type MapPanel =
  | { kind: 'list'; tile: TileAddress; count: number; about: boolean }
  | { kind: 'view' }
  | { kind: 'area'; id: number }
  | { kind: 'place'; id: number }
  | { kind: 'point'; lng: number; lat: number }
  | { kind: 'measure' }
  | { kind: 'report' }
