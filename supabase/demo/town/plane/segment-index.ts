import { cellKey } from './cell-key.ts'
import type { Point } from './point.ts'
import { segmentDistance } from './segment.ts'

/** A segment with what it belongs to. */
export interface IndexedSegment<T> {
  readonly a: Point
  readonly b: Point
  readonly of: T
}

/** Segments by the squares they pass through, to find quickly which are near. Answers stand in the order of adding. */
export class SegmentIndex<T> {
  readonly #cells = new Map<number, number[]>()
  readonly #segments: IndexedSegment<T>[] = []
  readonly #seen: number[] = []
  readonly #cellM: number
  #round = 0

  constructor(cellM = 100) {
    this.#cellM = cellM
  }

  /** Adds every segment of a line. */
  addLine(line: readonly Point[], of: T): void {
    for (let i = 0; i + 1 < line.length; i++) this.add(line[i]!, line[i + 1]!, of)
  }

  /** Adds every segment of a ring, the closing one too. */
  addRing(ring: readonly Point[], of: T): void {
    for (let i = 0; i < ring.length; i++) this.add(ring[i]!, ring[(i + 1) % ring.length]!, of)
  }

  /** Adds one segment. */
  add(a: Point, b: Point, of: T): void {
    const id = this.#segments.push({ a, b, of }) - 1
    this.#seen.push(0)
    this.#visit(a, b, 0, (key) => {
      const cell = this.#cells.get(key)
      if (cell) cell.push(id)
      else this.#cells.set(key, [id])
    })
  }

  /** The segments whose squares touch the box around a and b grown by a margin: all that are that near, and some more. */
  near(a: Point, b: Point, marginM: number): IndexedSegment<T>[] {
    this.#round++
    const ids: number[] = []
    this.#visit(a, b, marginM, (key) => {
      for (const id of this.#cells.get(key) ?? []) {
        if (this.#seen[id] === this.#round) continue
        this.#seen[id] = this.#round
        ids.push(id)
      }
    })
    return ids.sort((p, q) => p - q).map((id) => this.#segments[id]!)
  }

  /** The nearest segment within a distance of a point, or null. */
  nearest(p: Point, withinM: number): { readonly segment: IndexedSegment<T>; readonly distanceM: number } | null {
    let best: { segment: IndexedSegment<T>; distanceM: number } | null = null
    for (const segment of this.near(p, p, withinM)) {
      const distanceM = segmentDistance(p, segment.a, segment.b)
      if (distanceM <= withinM && (!best || distanceM < best.distanceM)) best = { segment, distanceM }
    }
    return best
  }

  #visit(a: Point, b: Point, marginM: number, visit: (key: number) => void): void {
    const west = Math.floor((Math.min(a[0], b[0]) - marginM) / this.#cellM)
    const east = Math.floor((Math.max(a[0], b[0]) + marginM) / this.#cellM)
    const south = Math.floor((Math.min(a[1], b[1]) - marginM) / this.#cellM)
    const north = Math.floor((Math.max(a[1], b[1]) + marginM) / this.#cellM)
    for (let row = south; row <= north; row++)
      for (let column = west; column <= east; column++) visit(cellKey(column, row))
  }
}
