import { hypot } from '../../town/plane/hypot.ts'
import type { Position, Road } from '../../town/town.ts'

/** A road as it is drawn: stretches of one name, class and level in one line, so that its name finds room along it. */
export type DrawnRoad = Pick<Road, 'class' | 'name' | 'line' | 'isBridge'>

/** Joins the stretches of roads that go on straight through their junctions. */
export function mergedRoads(roads: readonly Road[]): DrawnRoad[] {
  const groups = new Map<string, Road[]>()
  for (const road of roads) {
    const key = `${road.class}|${road.name?.zh ?? ''}|${road.isBridge}`
    groups.set(key, [...(groups.get(key) ?? []), road])
  }
  return [...groups.values()].flatMap((group) => {
    const left = new Set(group)
    const lines: DrawnRoad[] = []
    for (const road of group) {
      if (!left.delete(road)) continue
      const forward = extended(road.line, left)
      const both = extended([...forward].reverse(), left)
      lines.push({ class: road.class, name: road.name, isBridge: road.isBridge, line: both })
    }
    return lines
  })
}

/** How straight a continuation must be: the cosine of the bend. */
const STRAIGHT = 0.8

/** A line with every stretch put on that goes on from its end; those are taken from `left`. */
function extended(start: readonly Position[], left: Set<Road>): Position[] {
  const line = [...start]
  for (;;) {
    const end = line.at(-1)!
    const from = line.at(-2)!
    let best: { readonly road: Road; readonly way: readonly Position[]; readonly cosine: number } | null = null
    for (const road of left)
      for (const way of [road.line, [...road.line].reverse()]) {
        const [first, second] = way
        if (!first || !second || first[0] !== end[0] || first[1] !== end[1]) continue
        const cosine = cosineOf(from, end, second)
        if (cosine > STRAIGHT && (!best || cosine > best.cosine)) best = { road, way, cosine }
      }
    if (!best) return line
    left.delete(best.road)
    line.push(...best.way.slice(1))
  }
}

function cosineOf(a: Position, b: Position, c: Position): number {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]]
  return (ux * vx + uy * vy) / (hypot(ux, uy) * hypot(vx, vy))
}
