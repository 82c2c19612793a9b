import { randomStream } from '../chance/random.ts'
import { distance, type Point } from '../plane/point.ts'
import { lengthOf, nearestOn, stretchOf } from '../plane/polyline.ts'
import { crossingOf } from '../plane/segment.ts'
import { SegmentIndex } from '../plane/segment-index.ts'
import type { VoronoiEdge, VoronoiEdges } from './voronoi-edges.ts'
import { wanderingLine } from './wandering-line.ts'

/** A border between two seats' neighbourhoods; lines of borders that meet share their end exactly. */
export interface BorderLine {
  readonly edge: VoronoiEdge
  readonly line: readonly Point[]
}

const SNAP_M = 650
const LEAST_STRETCH_M = 160
const STRENGTHS = [1, 0.6, 0.3, 0.1, 0] as const

/**
 * The lines of the edges that `wanted` names: along the river's middle where a border divides its two sides and runs near it,
 * wandering elsewhere, and crossing nowhere.
 */
export function borderLines(
  seed: number,
  seats: readonly Point[],
  diagram: VoronoiEdges,
  river: readonly Point[],
  wanted: (edge: VoronoiEdge) => boolean,
): BorderLine[] {
  const edges = diagram.edges.filter(wanted)
  const sides = seats.map((p) => sideOfLine(river, p))
  const dry = new Set<VoronoiEdge>()
  for (;;) {
    const attempt = tryLines(seed, edges, diagram, river, sides, dry)
    if (attempt.lines) return attempt.lines
    dry.add(attempt.inTheWay)
  }
}

type Attempt =
  { readonly lines: BorderLine[]; readonly inTheWay?: never } | { readonly lines: null; readonly inTheWay: VoronoiEdge }

function tryLines(
  seed: number,
  edges: readonly VoronoiEdge[],
  diagram: VoronoiEdges,
  river: readonly Point[],
  sides: readonly boolean[],
  dry: ReadonlySet<VoronoiEdge>,
): Attempt {
  const dividing = edges.filter((edge) => sides[edge.seats[0]] !== sides[edge.seats[1]] && !dry.has(edge))
  const along = snapped(dividing, diagram, river)
  const corners = diagram.corners.map((p, i) => {
    const alongM = along.get(i)
    return alongM === undefined ? p : stretchOf(river, alongM, alongM)[0]!
  })
  const index = new SegmentIndex<VoronoiEdge>(400)
  const lines: BorderLine[] = []
  const accept = (edge: VoronoiEdge, line: Point[]) => {
    index.addLine(line, edge)
    lines.push({ edge, line })
  }
  const rest: VoronoiEdge[] = []
  for (const edge of edges) {
    const line = dividing.includes(edge) ? riverStretch(edge, along, corners, river) : null
    if (line) accept(edge, line)
    else rest.push(edge)
  }
  const wet = new Set(lines.map(({ edge }) => edge))
  for (const edge of rest) {
    const a = corners[edge.from]!
    const b = corners[edge.to]!
    let met: VoronoiEdge | null = null
    const line = STRENGTHS.map((strength) => {
      const random = randomStream(seed, `border/${edge.seats.join('-')}`)
      return wanderingLine(a, b, random, strength)
    }).find((candidate) => {
      met = firstMet(index, candidate)
      return !met
    })
    if (line) accept(edge, line)
    else {
      const culprit = met && wet.has(met) ? met : [...wet].at(-1)
      if (!culprit) throw new Error(`The borders of seed ${seed} cross and no river border can give way.`)
      return { lines: null, inTheWay: culprit }
    }
  }
  return { lines }
}

/** Where corners come to lie on the river, by metres along it. */
function snapped(
  dividing: readonly VoronoiEdge[],
  diagram: VoronoiEdges,
  river: readonly Point[],
): Map<number, number> {
  const along = new Map<number, number>()
  for (const { from, to } of dividing)
    for (const corner of [from, to]) {
      const near = nearestOn(river, diagram.corners[corner]!)
      if (near.distanceM > SNAP_M || along.has(corner)) continue
      const isFree = [...along.values()].every((other) => Math.abs(other - near.alongM) > LEAST_STRETCH_M)
      if (isFree) along.set(corner, near.alongM)
    }
  return along
}

function riverStretch(
  { from, to }: VoronoiEdge,
  along: ReadonlyMap<number, number>,
  corners: readonly Point[],
  river: readonly Point[],
): Point[] | null {
  const start = along.get(from)
  const end = along.get(to)
  if (start === undefined || end === undefined) return null
  const line = start < end ? stretchOf(river, start, end) : stretchOf(river, end, start).reverse()
  if (lengthOf(line) > 1.9 * distance(corners[from]!, corners[to]!)) return null
  return [corners[from]!, ...line.slice(1, -1).filter((_, i) => i % 2 === 1), corners[to]!]
}

/** The border that a line meets anywhere but in a common end. */
function firstMet(index: SegmentIndex<VoronoiEdge>, line: readonly Point[]): VoronoiEdge | null {
  const ends = [line[0]!, line.at(-1)!]
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!
    const b = line[i + 1]!
    for (const { a: c, b: d, of } of index.near(a, b, 1)) {
      const cross = crossingOf(a, b, c, d)
      if (!cross) continue
      const at: Point = [a[0] + (b[0] - a[0]) * cross.t, a[1] + (b[1] - a[1]) * cross.t]
      const isCommonEnd = ends.some(
        (end) => distance(end, at) < 0.01 && (distance(end, c) < 0.01 || distance(end, d) < 0.01),
      )
      if (!isCommonEnd) return of
    }
  }
  return null
}

function sideOfLine(line: readonly Point[], p: Point): boolean {
  const { index } = nearestOn(line, p)
  const a = line[index]!
  const b = line[index + 1]!
  return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0
}
