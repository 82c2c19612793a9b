import { valueNoise } from '../chance/noise.ts'
import { FRAME } from '../plane/frame.ts'
import { hypot } from '../plane/hypot.ts'
import type { Point } from '../plane/point.ts'
import { slopeAt } from '../terrain/slope-at.ts'
import type { Terrain } from '../terrain/terrain.ts'
import type { WaterMap } from '../water/water-body.ts'
import { Heap } from './heap.ts'

const STEP_M = 60
const LEAST_COST = 0.7
/** Steps to the neighbours, the knight's moves among them, so that ways may run in sixteen directions. */
const MOVES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
  [2, 1],
  [2, -1],
  [-2, 1],
  [-2, -1],
  [1, 2],
  [1, -2],
  [-1, 2],
  [-1, -2],
].map(([dx = 0, dy = 0]) => ({ dx, dy, lengthM: hypot(dx, dy) * STEP_M }))

/** The country as a road-builder sees it: what a metre of road costs here, and where roads are already. */
export class RouteField {
  readonly #columns = Math.floor((FRAME.east - FRAME.west) / STEP_M) + 1
  readonly #rows = Math.floor((FRAME.north - FRAME.south) / STEP_M) + 1
  readonly #cost: Float64Array
  readonly #hasRoad: Uint8Array
  /** For one search: the least cost so far, the step before, and whether that is final. */
  readonly #best: Float64Array
  readonly #before: Int32Array
  readonly #done: Uint8Array

  constructor(seed: number, terrain: Terrain, water: WaterMap) {
    const whim = valueNoise(seed + 701, 520, 2)
    this.#cost = new Float64Array(this.#columns * this.#rows)
    this.#hasRoad = new Uint8Array(this.#columns * this.#rows)
    this.#best = new Float64Array(this.#columns * this.#rows)
    this.#before = new Int32Array(this.#columns * this.#rows)
    this.#done = new Uint8Array(this.#columns * this.#rows)
    for (let i = 0; i < this.#cost.length; i++) {
      const p = this.#placeOf(i)
      const near = terrain.fromWater.at(p) < 130 ? water.banks.nearest(p, 45) : null
      const wet = near || terrain.fromWater.at(p) < 350 ? water.isWet(p) : false
      const bank = near?.segment.of.kind === 'stream' ? 3.5 : 2
      // Old paths keep to field edges and owners' whims: without those the ways would be ruled lines.
      this.#cost[i] = (LEAST_COST + 0.55 * (1 + whim(...p)) + 14 * slopeAt(terrain, p)) * (wet ? 26 : near ? bank : 1)
    }
  }

  /** Marks a road that exists, so that ways may end at it. */
  mark(line: readonly Point[]): void {
    for (let k = 0; k + 1 < line.length; k++) {
      const [a, b] = [line[k]!, line[k + 1]!]
      const pieces = Math.ceil(hypot(b[0] - a[0], b[1] - a[1]) / 30)
      for (let s = 0; s <= pieces; s++)
        this.#hasRoad[this.#indexOf([a[0] + ((b[0] - a[0]) * s) / pieces, a[1] + ((b[1] - a[1]) * s) / pieces])] = 1
    }
  }

  /** Whether a road runs near a place (within a step of the field). */
  isMarked(p: Point): boolean {
    return this.#hasRoad[this.#indexOf(p)] === 1
  }

  /**
   * The cheapest way from a place to a goal, or to the first road that exists; on existing roads a metre costs `onRoad`
   * times as much. Null when there is none.
   */
  way(from: Point, goal: Point | 'road', onRoad = 1): Point[] | null {
    const start = this.#indexOf(from)
    const end = goal === 'road' ? -1 : this.#indexOf(goal)
    const best = this.#best.fill(Infinity)
    const before = this.#before.fill(-1)
    const queue = new Heap()
    const done = this.#done.fill(0)
    // No metre costs less, so that the search may look towards its goal (A*).
    const cheapest = Math.min(onRoad, LEAST_COST)
    best[start] = 0
    queue.push(start, 0)
    for (let i = queue.pop(); i >= 0; i = queue.pop()) {
      if (i === end || (goal === 'road' && this.#hasRoad[i] === 1)) return this.#walkedBack(i, before)
      if (done[i] === 1) continue
      done[i] = 1
      const column = i % this.#columns
      const row = (i - column) / this.#columns
      for (const { dx, dy, lengthM } of MOVES) {
        const c = column + dx
        const r = row + dy
        if (c < 0 || r < 0 || c >= this.#columns || r >= this.#rows) continue
        const j = r * this.#columns + c
        const isOnRoad = this.#hasRoad[i] === 1 && this.#hasRoad[j] === 1
        // A knight's move passes between two cells; what lies there counts as well, or it would leap over streams.
        const middle = Math.round(row + dy / 2) * this.#columns + Math.round(column + dx / 2)
        const ground = (this.#cost[i]! + this.#cost[j]! + this.#cost[middle]!) / 3
        const cost = best[i]! + lengthM * (isOnRoad ? onRoad : ground)
        if (cost >= best[j]!) continue
        best[j] = cost
        before[j] = i
        queue.push(j, cost + cheapest * this.#metresTo(j, end))
      }
    }
    return null
  }

  #metresTo(i: number, end: number): number {
    if (end < 0) return 0
    const a = i % this.#columns
    const b = end % this.#columns
    return STEP_M * hypot(a - b, (i - a - end + b) / this.#columns)
  }

  #walkedBack(end: number, before: Int32Array): Point[] {
    const way: Point[] = []
    for (let i = end; i >= 0; i = before[i]!) way.push(this.#placeOf(i))
    return way.reverse()
  }

  #indexOf([x, y]: Point): number {
    const column = Math.min(this.#columns - 1, Math.max(0, Math.round((x - FRAME.west) / STEP_M)))
    const row = Math.min(this.#rows - 1, Math.max(0, Math.round((y - FRAME.south) / STEP_M)))
    return row * this.#columns + column
  }

  #placeOf(i: number): Point {
    const column = i % this.#columns
    return [FRAME.west + column * STEP_M, FRAME.south + ((i - column) / this.#columns) * STEP_M]
  }
}
