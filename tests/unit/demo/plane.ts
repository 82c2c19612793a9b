import type { Position } from '../../../supabase/demo/town/town.ts'

const LNG_M = 111_320 * Math.cos((30.97 * Math.PI) / 180)
const LAT_M = 111_320

/** Metres between two positions, good enough over a township. */
export const metres = (a: Position, b: Position): number => Math.hypot((b[0] - a[0]) * LNG_M, (b[1] - a[1]) * LAT_M)

/** Metres from a position to a line. */
export function metresToLine(p: Position, line: readonly Position[]): number {
  let best = Infinity
  for (let i = 0; i + 1 < line.length; i++) {
    const ax = (line[i]![0] - p[0]) * LNG_M
    const ay = (line[i]![1] - p[1]) * LAT_M
    const dx = (line[i + 1]![0] - line[i]![0]) * LNG_M
    const dy = (line[i + 1]![1] - line[i]![1]) * LAT_M
    const squared = dx * dx + dy * dy
    const t = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared))
    best = Math.min(best, Math.hypot(ax + dx * t, ay + dy * t))
  }
  return best
}

/** Whether two segments have a point in common. */
export function segmentsMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const turn = (p: Position, q: Position, r: Position) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)
}

/** `[west, south, east, north]` of positions. */
export function boxOf(positions: readonly Position[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** Pairs of a and b whose boxes overlap, found by a sweep from west to east. */
export function* boxPairs<A, B>(
  as: readonly A[],
  bs: readonly B[],
  positionsOfA: (a: A) => readonly Position[],
  positionsOfB: (b: B) => readonly Position[],
): Generator<[A, B]> {
  const sorted = bs.map((b) => ({ b, box: boxOf(positionsOfB(b)) })).sort((p, q) => p.box[0] - q.box[0])
  const widest = sorted.reduce((width, { box }) => Math.max(width, box[2] - box[0]), 0)
  for (const a of as) {
    const [west, south, east, north] = boxOf(positionsOfA(a))
    for (let i = firstFrom(sorted, west - widest); i < sorted.length && sorted[i]!.box[0] <= east; i++) {
      const { b, box } = sorted[i]!
      if (box[2] >= west && box[1] <= north && box[3] >= south) yield [a, b]
    }
  }
}

/** The first place in the list, sorted by west, whose box begins at or east of a longitude. */
function firstFrom(sorted: readonly { readonly box: readonly number[] }[], west: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.box[0]! < west) low = middle + 1
    else high = middle
  }
  return low
}
