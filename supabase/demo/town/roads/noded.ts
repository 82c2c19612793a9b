import { between, centimetre, distance, type Point, pointKey } from '../plane/point.ts'
import { crossingOf, nearestShare } from '../plane/segment.ts'
import { cellKey } from '../plane/cell-key.ts'
import { SegmentIndex } from '../plane/segment-index.ts'
import type { RoadDraft } from './road-draft.ts'

const SNAP_M = 7
const ROUNDS = 4

/**
 * The roads with a common point wherever two of them cross or one ends at another (ends up to 7 m short are drawn to it), and
 * cut there: every road of the result runs from junction to junction, or to its dead end.
 */
export function noded(drafts: readonly RoadDraft[]): RoadDraft[] {
  let roads: readonly RoadDraft[] = drafts.map((draft) => ({
    ...draft,
    line: withoutTwins(draft.line.map(centimetre)),
  }))
  for (let round = 0; round < ROUNDS; round++) {
    const met = withJunctions(roads)
    roads = met.roads
    if (met.added === 0) break
  }
  return cutAtJunctions(roads)
}

interface Insertion {
  readonly segment: number
  readonly share: number
  readonly node: Point
}

function withJunctions(roads: readonly RoadDraft[]): { roads: RoadDraft[]; added: number } {
  const index = new SegmentIndex<{ road: number; segment: number }>(120)
  for (const [road, { line }] of roads.entries())
    for (let segment = 0; segment + 1 < line.length; segment++)
      index.add(line[segment]!, line[segment + 1]!, { road, segment })
  const nodes = new Nodes()
  for (const { line } of roads) for (const end of [line[0]!, line.at(-1)!]) nodes.near(end)
  const insertions = roads.map((): Insertion[] => [])
  for (const [road, { line }] of roads.entries())
    for (let segment = 0; segment + 1 < line.length; segment++) {
      const [a, b] = [line[segment]!, line[segment + 1]!]
      const isEnd = (k: number) => k === 0 || k === line.length - 1
      for (const { a: c, b: d, of } of index.near(a, b, SNAP_M)) {
        if (of.road === road) continue
        const cross = of.road > road ? crossingOf(a, b, c, d) : null
        if (cross) {
          const node = nodes.near(between(a, b, cross.t))
          insertions[road]!.push({ segment, share: cross.t, node })
          insertions[of.road]!.push({ segment: of.segment, share: cross.s, node })
        }
        for (const k of [segment, segment + 1]) {
          const end = line[k]!
          if (!isEnd(k)) continue
          const share = nearestShare(end, c, d)
          if (distance(between(c, d, share), end) < SNAP_M)
            insertions[of.road]!.push({ segment: of.segment, share, node: nodes.near(end) })
        }
      }
    }
  let added = 0
  const result = roads.map((road, i) => {
    const line = inserted(road.line, insertions[i]!, nodes)
    if (line.length !== road.line.length || line.some((p, k) => p !== road.line[k])) added++
    return { ...road, line }
  })
  return { roads: result.filter(({ line }) => line.length >= 2), added }
}

function inserted(line: readonly Point[], insertions: readonly Insertion[], nodes: Nodes): Point[] {
  const sorted = [...insertions].sort((p, q) => p.segment - q.segment || p.share - q.share)
  const result: Point[] = []
  let k = 0
  for (const [i, p] of line.entries()) {
    const isEnd = i === 0 || i === line.length - 1
    result.push(isEnd ? nodes.near(p) : p)
    for (; k < sorted.length && sorted[k]!.segment === i; k++) result.push(sorted[k]!.node)
  }
  const taken = new Set(sorted.map(({ node }) => node))
  // A bend that lies a few metres from a new junction would make the road zigzag.
  const calm = result.filter(
    (p, i) =>
      i === 0 ||
      i === result.length - 1 ||
      taken.has(p) ||
      ![result[i - 1]!, result[i + 1]!].some((q) => taken.has(q) && distance(p, q) < SNAP_M),
  )
  return withoutTwins(calm)
}

const withoutTwins = (line: readonly Point[]) => line.filter((p, i) => i === 0 || distance(p, line[i - 1]!) > 0.005)

/** Junctions so far; what comes near to one becomes it. */
class Nodes {
  readonly #cells = new Map<number, Point[]>()

  near(p: Point): Point {
    const column = Math.floor(p[0] / SNAP_M)
    const row = Math.floor(p[1] / SNAP_M)
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const node of this.#cells.get(cellKey(column + dx, row + dy)) ?? [])
          if (distance(node, p) < SNAP_M) return node
    const node = centimetre(p)
    const cell = this.#cells.get(cellKey(column, row))
    if (cell) cell.push(node)
    else this.#cells.set(cellKey(column, row), [node])
    return node
  }
}

function cutAtJunctions(roads: readonly RoadDraft[]): RoadDraft[] {
  const uses = new Map<string, number>()
  for (const { line } of roads)
    for (const [i, p] of line.entries()) {
      const isEnd = i === 0 || i === line.length - 1
      uses.set(pointKey(p), (uses.get(pointKey(p)) ?? 0) + (isEnd ? 2 : 1))
    }
  const seen = new Set<string>()
  return roads.flatMap((road) => {
    const pieces: RoadDraft[] = []
    let from = 0
    for (let i = 1; i < road.line.length; i++) {
      if (i < road.line.length - 1 && uses.get(pointKey(road.line[i]!))! < 2) continue
      const line = road.line.slice(from, i + 1)
      from = i
      const ways = [line, [...line].reverse()].map((way) => way.map(pointKey).join(' '))
      const isLoop = pointKey(line[0]!) === pointKey(line.at(-1)!)
      if (isLoop || seen.has(ways[0]!) || seen.has(ways[1]!)) continue
      seen.add(ways[0]!)
      pieces.push({ ...road, line })
    }
    return pieces
  })
}
