import type { HotspotState } from '../status.ts'

/** Something on the map that can be gone to. */
export type Found =
  | { kind: 'area'; id: number }
  | { kind: 'place'; id: number }
  | { kind: 'hotspot'; no: number; lng: number; lat: number; state: HotspotState }
  | { kind: 'point'; lng: number; lat: number }
