import { Delaunay } from 'd3-delaunay'
import type { Point } from './point.ts'

/** The Delaunay triangulation of points, in their order. */
export const triangulation = (points: readonly Point[]): Delaunay<Delaunay.Point> =>
  Delaunay.from(points.map(([x, y]): Delaunay.Point => [x, y]))
