import { type Box, boxOf, isInBox } from './box.ts'
import { cellKey } from './cell-key.ts'
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
  readonly #regions: { readonly ring: readonly Point[]; readonly of: T; readonly box: Box }[] = []
  readonly #edges: SegmentIndex<T>
  readonly #cells = new Map<number, Cell<T>>()
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
    const box = boxOf(ring)
    this.#regions.push({ ring, of, box })
    this.#edges.addRing(ring, of)
    if (this.#cells.size === 0) return
    // Only the cells that the region reaches are to be looked at anew.
    const [west, south, east, north] = box.map((edge) => Math.floor(edge / this.#cellM)) as [...Box]
    for (let row = south; row <= north; row++)
      for (let column = west; column <= east; column++) this.#cells.delete(cellKey(column, row))
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

  #cellAt(p: Point): Cell<T> {
    const column = Math.floor(p[0] / this.#cellM)
    const row = Math.floor(p[1] / this.#cellM)
    const key = cellKey(column, row)
    const known = this.#cells.get(key)
    if (known) return known
    // Off the exact middle, so that no line to it runs through a corner of an outline by design.
    const middle: Point = [(column + 0.5137) * this.#cellM, (row + 0.4871) * this.#cellM]
    const cell: Cell<T> = {
      middle,
      around: this.#aroundFrom([cellKey(column - 1, row), cellKey(column + 1, row), cellKey(column, row - 1)], middle),
      edges: this.#edges.near(
        [column * this.#cellM, row * this.#cellM],
        [(column + 1) * this.#cellM, (row + 1) * this.#cellM],
        0,
      ),
    }
    this.#cells.set(key, cell)
    return cell
  }

  /** What a middle lies in: as a neighbouring cell's middle but for the outlines between the two, or by looking at all. */
  #aroundFrom(neighbours: readonly number[], middle: Point): readonly T[] {
    for (const key of neighbours) {
      const neighbour = this.#cells.get(key)
      if (!neighbour) continue
      const crossed = new Map<T, number>()
      for (const { a, b, of } of this.#edges.near(middle, neighbour.middle, 0))
        if (crossingOf(middle, neighbour.middle, a, b)) crossed.set(of, (crossed.get(of) ?? 0) + 1)
      if (crossed.size === 0) return neighbour.around
      return this.#regions
        .map(({ of }) => of)
        .filter((of) => neighbour.around.includes(of) !== ((crossed.get(of) ?? 0) % 2 === 1))
    }
    return this.#regions.filter(({ ring, box }) => isInBox(box, middle) && isInside(ring, middle)).map(({ of }) => of)
  }
}
