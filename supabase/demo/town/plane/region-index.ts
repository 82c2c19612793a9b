import type { Point } from './point.ts'
import { isInside } from './ring.ts'
import { crossingOf } from './segment.ts'
import { type IndexedSegment, SegmentIndex } from './segment-index.ts'

interface Cell<T> {
  readonly middle: Point
  /** The regions that the cell's middle lies in, in the order of adding. */
  readonly around: readonly T[]
  readonly edges: readonly IndexedSegment<T>[]
}

/**
 * Regions by place. A cell of the plane remembers which regions its middle lies in; another point of the cell differs from
 * it only where an edge runs between the two, so most answers need no look at the whole outline.
 */
export class RegionIndex<T> {
  readonly #regions: { readonly ring: readonly Point[]; readonly of: T; readonly box: readonly number[] }[] = []
  readonly #edges: SegmentIndex<T>
  readonly #cells = new Map<string, Cell<T>>()
  readonly #cellM: number

  constructor(cellM = 80) {
    this.#cellM = cellM
    this.#edges = new SegmentIndex<T>(cellM)
  }

  /** The outlines, to find those near a line. */
  get edges(): SegmentIndex<T> {
    return this.#edges
  }

  /** Adds a region by its open ring. */
  add(ring: readonly Point[], of: T): void {
    const xs = ring.map(([x]) => x)
    const ys = ring.map(([, y]) => y)
    this.#regions.push({ ring, of, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] })
    this.#edges.addRing(ring, of)
    this.#cells.clear()
  }

  /** The first region that a place lies in, or null. */
  at(p: Point): T | null {
    const cell = this.#cellAt(p)
    if (cell.edges.length === 0) return cell.around[0] ?? null
    const crossed = new Map<T, number>()
    for (const { a, b, of } of cell.edges)
      if (crossingOf(p, cell.middle, a, b)) crossed.set(of, (crossed.get(of) ?? 0) + 1)
    if (crossed.size === 0) return cell.around[0] ?? null
    const found = this.#regions.find(({ of }) => cell.around.includes(of) !== ((crossed.get(of) ?? 0) % 2 === 1))
    return found?.of ?? null
  }

  #cellAt([x, y]: Point): Cell<T> {
    const column = Math.floor(x / this.#cellM)
    const row = Math.floor(y / this.#cellM)
    const key = `${column},${row}`
    const known = this.#cells.get(key)
    if (known) return known
    // Off the exact middle, so that no line to it runs through a corner of an outline by design.
    const middle: Point = [(column + 0.5137) * this.#cellM, (row + 0.4871) * this.#cellM]
    const isAround = ({ ring, box }: { readonly ring: readonly Point[]; readonly box: readonly number[] }) =>
      middle[0] >= box[0]! &&
      middle[0] <= box[2]! &&
      middle[1] >= box[1]! &&
      middle[1] <= box[3]! &&
      isInside(ring, middle)
    const cell: Cell<T> = {
      middle,
      around: this.#regions.filter(isAround).map(({ of }) => of),
      edges: this.#edges.near(
        [column * this.#cellM, row * this.#cellM],
        [(column + 1) * this.#cellM, (row + 1) * this.#cellM],
        0,
      ),
    }
    this.#cells.set(key, cell)
    return cell
  }
}
