import type { Point } from '../plane/point.ts'
import { triangulation } from '../plane/triangulation.ts'

/** An edge between the neighbourhoods of two seats. */
export interface VoronoiEdge {
  /** Indexes into the corners. */
  readonly from: number
  readonly to: number
  /** Indexes of the seats on its two sides, the smaller first. */
  readonly seats: readonly [number, number]
}

/** The neighbourhoods of seats: their corners (with the three seats that meet there) and the edges between corners. */
export interface VoronoiEdges {
  readonly corners: readonly Point[]
  readonly seatsAtCorner: readonly (readonly number[])[]
  readonly edges: readonly VoronoiEdge[]
}

/** The Voronoi diagram as a graph, so that a corner and an edge exist once however many areas share them. */
export function voronoiEdges(seats: readonly Point[]): VoronoiEdges {
  const delaunay = triangulation(seats)
  const { triangles, halfedges } = delaunay
  const { circumcenters } = delaunay.voronoi()
  const corners: Point[] = []
  const seatsAtCorner: number[][] = []
  for (let t = 0; t * 3 < triangles.length; t++) {
    corners.push([circumcenters[2 * t]!, circumcenters[2 * t + 1]!])
    seatsAtCorner.push(Array.from(triangles.slice(3 * t, 3 * t + 3)))
  }
  const edges: VoronoiEdge[] = []
  for (let e = 0; e < halfedges.length; e++) {
    const other = halfedges[e]!
    if (other < e) continue
    const a = triangles[e]!
    const b = triangles[e % 3 === 2 ? e - 2 : e + 1]!
    edges.push({ from: Math.floor(e / 3), to: Math.floor(other / 3), seats: [Math.min(a, b), Math.max(a, b)] })
  }
  return { corners, seatsAtCorner, edges }
}
