import { describe, expect, it } from 'vitest'
import { sideOfRing } from '../../../src/geo/point-in-ring.ts'
import type { Position, Road, Water } from '../../../supabase/demo/town/town.ts'
import type { SeededTown } from './seeded-town.ts'
import { boxPairs, metresToLine, segmentsMeet } from './plane.ts'

const ends = ({ line }: Road) => [line[0]!.join(), line.at(-1)!.join()] as const
const segments = (line: readonly Position[]) => line.slice(1).map((b, i) => [line[i]!, b] as const)

/** Whether a line touches the surface of a water. */
function meets(line: readonly Position[], { polygon }: Water): boolean {
  const ring = polygon[0]!
  if (line.some(([x, y]) => sideOfRing(x, y, ring) !== 'outside')) return true
  return segments(line).some(([a, b]) => segments(ring).some(([c, d]) => segmentsMeet(a, b, c, d)))
}

/** What holds for the roads of every town. */
export const roadCases = ({ seed, town }: SeededTown): void => {
  describe(`the roads of the town of seed ${seed}`, () => {
    it('hang together', () => {
      const beside = new Map<string, string[]>()
      for (const road of town.roads) {
        const [a, b] = ends(road)
        beside.set(a, [...(beside.get(a) ?? []), b])
        beside.set(b, [...(beside.get(b) ?? []), a])
      }
      const start = ends(town.roads[0]!)[0]
      const reached = new Set([start])
      const waiting = [start]
      for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
        for (const next of beside.get(at) ?? [])
          if (!reached.has(next)) {
            reached.add(next)
            waiting.push(next)
          }
      expect(reached.size).toBe(beside.size)
    })

    it('meet only at their ends', () => {
      const crossings: string[] = []
      const line = (road: Road) => road.line
      for (const [a, b] of boxPairs(town.roads, town.roads, line, line)) {
        if (a.id >= b.id) continue
        const common = new Set(ends(a).filter((end) => ends(b).includes(end)))
        for (const [p, q] of segments(a.line))
          for (const [r, s] of segments(b.line)) {
            const isAtEnd = [p, q].some((end) => common.has(end.join())) && [r, s].some((end) => common.has(end.join()))
            if (!isAtEnd && segmentsMeet(p, q, r, s)) crossings.push(`${a.id} ${b.id} ${p.join()}`)
          }
      }
      expect(crossings).toEqual([])
    })

    it('cross water on bridges only, and bridges stand over water', () => {
      const overWater = new Set<number>()
      for (const [road, water] of boxPairs(
        town.roads,
        town.water,
        ({ line }) => line,
        ({ polygon }) => polygon[0]!,
      ))
        if (meets(road.line, water)) overWater.add(road.id)
      expect(town.roads.filter(({ isBridge }) => isBridge).map(({ id }) => id)).toEqual(
        [...overWater].sort((a, b) => a - b),
      )
    })

    it('reach the core of every village', () => {
      for (const { key, level, core } of town.areas) {
        if (level !== 'village') continue
        const nearest = Math.min(...town.roads.map(({ line }) => metresToLine(core, line)))
        expect({ key, isNear: nearest < 15 }).toEqual({ key, isNear: true })
      }
    })

    it('are numbered in order and of every class', () => {
      expect(town.roads.every(({ id }, i) => id === i)).toBe(true)
      expect(new Set(town.roads.map(({ class: kind }) => kind))).toEqual(
        new Set(['highway', 'county', 'street', 'lane']),
      )
    })
  })
}
