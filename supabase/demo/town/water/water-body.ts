import type { Point } from '../plane/point.ts'
import { RegionIndex } from '../plane/region-index.ts'
import type { SegmentIndex } from '../plane/segment-index.ts'
import type { Name } from '../town.ts'

/** A surface of water: an open ring, counter-clockwise. */
export interface WaterBody {
  readonly kind: 'river' | 'stream' | 'lake' | 'pond'
  readonly name: Name | null
  readonly ring: readonly Point[]
}

/** Answers what is wet. */
export class WaterMap {
  readonly #bodies = new RegionIndex<WaterBody>(80)

  constructor(bodies: readonly WaterBody[]) {
    for (const body of bodies) this.add(body)
  }

  /** Adds a surface. */
  add(body: WaterBody): void {
    this.#bodies.add(body.ring, body)
  }

  /** The banks, to find those near a line. */
  get banks(): SegmentIndex<WaterBody> {
    return this.#bodies.edges
  }

  /** Whether a place lies in water. */
  isWet(p: Point): boolean {
    return this.#bodies.at(p) !== null
  }

  /** Whether a place lies in water or nearer to a bank than a margin. */
  isNear(p: Point, marginM: number): boolean {
    return this.banks.nearest(p, marginM) !== null || this.isWet(p)
  }
}
