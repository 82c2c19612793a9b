import { type Box, boxOf, mayReach } from '../plane/box.ts'
import { cellKey } from '../plane/cell-key.ts'
import { convexMeet } from '../plane/convex.ts'
import type { Point } from '../plane/point.ts'
import { RegionIndex } from '../plane/region-index.ts'
import { isInside } from '../plane/ring.ts'
import { segmentGap } from '../plane/segment.ts'
import { SegmentIndex } from '../plane/segment-index.ts'
import type { BridgedRoad } from '../roads/bridged.ts'
import { roadWidthM } from '../roads/road-width.ts'
import type { WaterMap } from '../water/water-body.ts'

const CELL_M = 40
const BANK_M = 6

/** Knows what stands where: roads, water, borders, and everything built or reserved so far. */
export class Ground {
  readonly #roads = new SegmentIndex<BridgedRoad>(60)
  readonly #borders = new SegmentIndex<null>(80)
  readonly #built = new Map<number, (readonly Point[])[]>()
  readonly #water: WaterMap
  readonly #areas = new RegionIndex<string>(120)

  constructor(
    roads: readonly BridgedRoad[],
    water: WaterMap,
    areas: readonly { readonly key: string; readonly ring: readonly Point[] }[],
    borders: readonly (readonly Point[])[],
  ) {
    for (const road of roads) this.#roads.addLine(road.line, road)
    for (const ring of borders) this.#borders.addRing(ring, null)
    this.#water = water
    for (const { key, ring } of areas) this.#areas.add(ring, key)
  }

  /** The roads by place. */
  get roads(): SegmentIndex<BridgedRoad> {
    return this.#roads
  }

  /** The water by place. */
  get water(): WaterMap {
    return this.#water
  }

  /** The key of the village or community around a place, or null outside the township. */
  areaAt(p: Point): string | null {
    return this.#areas.at(p)
  }

  /**
   * The area that a convex ring may be built in: it lies in one area, off water, `gapM` from what is built and clear of the
   * roads' surfaces. Null when it may not.
   */
  siteOf(ring: readonly Point[], gapM: number, kerbM = 1): string | null {
    const box = boxOf(ring)
    const a: Point = [box[0], box[1]]
    const b: Point = [box[2], box[3]]
    for (const { a: c, b: d, of } of this.#roads.near(a, b, 14))
      if (isMet(ring, box, c, d, roadWidthM(of.class) / 2 + kerbM)) return null
    for (const { a: c, b: d } of this.#water.banks.near(a, b, BANK_M)) if (isMet(ring, box, c, d, BANK_M)) return null
    for (const { a: c, b: d } of this.#borders.near(a, b, 1)) if (isMet(ring, box, c, d, 1)) return null
    if (this.#neighbours(a, b, gapM).some((other) => convexMeet(ring, other, gapM))) return null
    return this.#water.isWet(ring[0]!) ? null : this.areaAt(ring[0]!)
  }

  /** Remembers a convex ring as built. */
  take(ring: readonly Point[]): void {
    const [west, south, east, north] = boxOf(ring)
    for (const key of cellsOf(west, south, east, north)) {
      const cell = this.#built.get(key)
      if (cell) cell.push(ring)
      else this.#built.set(key, [ring])
    }
  }

  #neighbours([west, south]: Point, [east, north]: Point, gapM: number): (readonly Point[])[] {
    return cellsOf(west - gapM, south - gapM, east + gapM, north + gapM).flatMap((key) => this.#built.get(key) ?? [])
  }
}

/** Whether a segment begins in a ring or comes nearer to it than a gap. */
function isMet(ring: readonly Point[], box: Box, c: Point, d: Point, gapM: number): boolean {
  if (!mayReach(box, c, d, gapM)) return false
  if (isInside(ring, c)) return true
  for (let i = 0; i < ring.length; i++) if (segmentGap(ring[i]!, ring[(i + 1) % ring.length]!, c, d) < gapM) return true
  return false
}

function cellsOf(west: number, south: number, east: number, north: number): number[] {
  const keys: number[] = []
  for (let row = Math.floor(south / CELL_M); row <= Math.floor(north / CELL_M); row++)
    for (let column = Math.floor(west / CELL_M); column <= Math.floor(east / CELL_M); column++)
      keys.push(cellKey(column, row))
  return keys
}
