import type { Random } from '../chance/random.ts'
import { rounded } from '../plane/polyline.ts'
import { between, direction, distance, moved, type Point } from '../plane/point.ts'

const SHORTEST_M = 110

/** A line from a to b that wanders like a border on the ground (midpoint displacement); `strength` 0 is straight. */
export function wanderingLine(a: Point, b: Point, random: Random, strength: number): Point[] {
  const middle = displaced(a, b, random, strength)
  return rounded([a, ...middle, b], 1)
}

function displaced(a: Point, b: Point, random: Random, strength: number): Point[] {
  const length = distance(a, b)
  if (length < SHORTEST_M) return []
  const off = random.between(-1, 1) * strength * length * 0.2
  const m = moved(between(a, b, random.between(0.42, 0.58)), direction(a, b), 0, off)
  return [...displaced(a, m, random, strength * 0.92), m, ...displaced(m, b, random, strength * 0.92)]
}
