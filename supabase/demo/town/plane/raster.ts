import type { Point } from './point.ts'

/** Values on a square lattice of points, read smoothly between them; beyond its edge the edge's value holds. */
export class Raster {
  readonly west: number
  readonly south: number
  readonly stepM: number
  readonly columns: number
  readonly rows: number
  readonly values: Float64Array

  /** Fills a lattice over a box with what `value` says at each of its points. */
  constructor(
    box: { readonly west: number; readonly east: number; readonly south: number; readonly north: number },
    stepM: number,
    value: (x: number, y: number) => number,
  ) {
    this.west = box.west
    this.south = box.south
    this.stepM = stepM
    this.columns = Math.ceil((box.east - box.west) / stepM) + 1
    this.rows = Math.ceil((box.north - box.south) / stepM) + 1
    this.values = new Float64Array(this.columns * this.rows)
    for (let row = 0; row < this.rows; row++)
      for (let column = 0; column < this.columns; column++)
        this.values[row * this.columns + column] = value(box.west + column * stepM, box.south + row * stepM)
  }

  /** The value at a place, mixed from the four lattice points around it. */
  at(p: Point): number {
    return this.valueAt(p[0], p[1])
  }

  /** The same by coordinates. */
  valueAt(x: number, y: number): number {
    const u = Math.min(this.columns - 1.000001, Math.max(0, (x - this.west) / this.stepM))
    const v = Math.min(this.rows - 1.000001, Math.max(0, (y - this.south) / this.stepM))
    const column = Math.floor(u)
    const row = Math.floor(v)
    const i = row * this.columns + column
    const south = this.values[i]! + (this.values[i + 1]! - this.values[i]!) * (u - column)
    const j = i + this.columns
    const north = this.values[j]! + (this.values[j + 1]! - this.values[j]!) * (u - column)
    return south + (north - south) * (v - row)
  }

  /** The direction of the steepest rise and how steep it is (metres a metre). */
  gradient(p: Point): Point {
    const x = p[0]
    const y = p[1]
    const d = this.stepM
    return [
      (this.valueAt(x + d, y) - this.valueAt(x - d, y)) / (2 * d),
      (this.valueAt(x, y + d) - this.valueAt(x, y - d)) / (2 * d),
    ]
  }
}
