import type { Point } from '../plane/point.ts'
import { resampled, rounded, simplified } from '../plane/polyline.ts'

/** A way over the field's lattice as a road would be built: its steps straightened, its corners rounded, its ends kept. */
export const easedWay = (way: readonly Point[], toleranceM: number): Point[] =>
  simplified(rounded(resampled(simplified(way, toleranceM), 160), 3), 1.2)
