import type { Point } from '../plane/point.ts'
import type { Building } from '../town.ts'

/** A building in local metres: an open convex ring, counter-clockwise. */
export interface BuildingDraft {
  readonly ring: readonly Point[]
  readonly heightM: number
  readonly kind: Building['kind']
  readonly areaKey: string
}
