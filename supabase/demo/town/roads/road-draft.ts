import type { Point } from '../plane/point.ts'
import type { Road } from '../town.ts'

/** A road as it is planned, before it is cut at its junctions. */
export interface RoadDraft {
  readonly class: Road['class']
  /** What it is called later: stretches of one name belong together. */
  readonly nameKey: string | null
  readonly line: readonly Point[]
}
