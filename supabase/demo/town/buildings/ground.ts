import { boxOf } from '../plane/box.ts'
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
  readonly #built = new Map<string, (readonly Point[])[]>()
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
    const [west, south, east, north] = boxOf(ring)
    const a: Point = [west, south]
    const b: Point = [east, north]
    const edges = ring.map((p, i) => [p, ring[(i + 1) % ring.length]!] as const)
    for (const { a: c, b: d, of } of this.#roads.near(a, b, 14))
      if (isInside(ring, c) || edges.some(([p, q]) => segmentGap(p, q, c, d) < roadWidthM(of.class) / 2 + kerbM))
        return null
    for (const { a: c, b: d } of this.#water.banks.near(a, b, BANK_M))
      if (isInside(ring, c) || edges.some(([p, q]) => segmentGap(p, q, c, d) < BANK_M)) return null
    for (const { a: c, b: d } of this.#borders.near(a, b, 1))
      if (isInside(ring, c) || edges.some(([p, q]) => segmentGap(p, q, c, d) < 1)) return null
    if (this.#neighbours(a, b, gapM).some((other) => convexMeet(ring, other, gapM))) return null
    return this.#water.isWet(ring[0]!) ? null : this.areaAt(ring[0]!)
  }

  /** Remembers a convex ring as built. */
  take(ring: readonly Point[]): void {
    const [west, south, east, north] = boxOf(ring)
    for (const key of cellsOf(west, south, east, north)) this.#built.set(key, [...(this.#built.get(key) ?? []), ring])
  }

  #neighbours([west, south]: Point, [east, north]: Point, gapM: number): (readonly Point[])[] {
    return cellsOf(west - gapM, south - gapM, east + gapM, north + gapM).flatMap((key) => this.#built.get(key) ?? [])
  }
}

function cellsOf(west: number, south: number, east: number, north: number): string[] {
  const keys: string[] = []
  for (let row = Math.floor(south / CELL_M); row <= Math.floor(north / CELL_M); row++)
    for (let column = Math.floor(west / CELL_M); column <= Math.floor(east / CELL_M); column++)
      keys.push(`${column},${row}`)
  return keys
}
