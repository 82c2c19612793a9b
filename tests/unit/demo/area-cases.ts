import { describe, expect, it } from 'vitest'
import { boundaryFlaw } from '../../../src/geo/boundary-flaw.ts'
import { sideOfRing } from '../../../src/geo/point-in-ring.ts'
import { signedArea } from '../../../src/geo/orientation.ts'
import type { Position, TownArea } from '../../../supabase/demo/town/town.ts'
import type { SeededTown } from './seeded-town.ts'

const shell = ({ boundary }: TownArea) => boundary[0]!
const edgeKey = (a: Position, b: Position) => `${a.join()} ${b.join()}`
const edgesOf = (area: TownArea) =>
  shell(area)
    .slice(1)
    .map((b, i) => [shell(area)[i]!, b] as const)

/** The edges of the parts that have neither a neighbour's same edge, run the other way, nor are the whole's own. */
function openEdges(whole: TownArea, parts: readonly TownArea[]): string[] {
  const inner = new Set(parts.flatMap((part) => edgesOf(part).map(([a, b]) => edgeKey(a, b))))
  const outer = new Set(edgesOf(whole).map(([a, b]) => edgeKey(a, b)))
  const loose = [...inner].filter((key) => {
    const [a = '', b = ''] = key.split(' ')
    return !inner.has(`${b} ${a}`) && !outer.has(key)
  })
  return [...loose, ...[...outer].filter((key) => !inner.has(key))]
}

const sizeOf = (areas: readonly TownArea[]) => areas.reduce((sum, area) => sum + signedArea(shell(area)), 0)

/** What holds for the areas of every town. */
export const areaCases = ({ seed, town }: SeededTown): void => {
  describe(`the areas of the town of seed ${seed}`, () => {
    const [township] = town.areas
    const inner = town.areas.filter(({ level }) => level === 'village' || level === 'community')
    const communities = town.areas.filter(({ level }) => level === 'community')

    it('are a township of about 90 km² with 31 villages and 4 communities of 4 to 6 grids', () => {
      const squareKm = (signedArea(shell(township!)) / 2) * 111.32 * 111.32 * Math.cos((30.97 * Math.PI) / 180)
      expect(squareKm).toBeGreaterThan(80)
      expect(squareKm).toBeLessThan(100)
      expect(inner.filter(({ level }) => level === 'village')).toHaveLength(31)
      expect(communities).toHaveLength(4)
      for (const { key } of communities) {
        const grids = town.areas.filter(({ parentKey }) => parentKey === key).length
        expect(grids).toBeGreaterThanOrEqual(4)
        expect(grids).toBeLessThanOrEqual(6)
      }
    })

    it('are sound polygons that run counter-clockwise', () => {
      for (const { key, boundary } of town.areas) {
        expect({
          key,
          flaw: boundaryFlaw({ type: 'Polygon', coordinates: boundary.map((ring) => ring.map(([x, y]) => [x, y])) }),
        }).toEqual({ key, flaw: null })
        expect(signedArea(boundary[0]!)).toBeGreaterThan(0)
      }
    })

    it('tile the township: every edge is shared with one neighbour or is the township’s own, and the sizes add up', () => {
      expect(openEdges(township!, inner)).toEqual([])
      expect(Math.abs(sizeOf(inner) / sizeOf([township!]) - 1)).toBeLessThan(1e-6)
    })

    it('have grids that tile their community', () => {
      for (const community of communities) {
        const grids = town.areas.filter(({ parentKey }) => parentKey === community.key)
        expect(openEdges(community, grids)).toEqual([])
        expect(Math.abs(sizeOf(grids) / sizeOf([community]) - 1)).toBeLessThan(1e-6)
      }
    })

    it('have their core inside and a name and key of their own', () => {
      for (const area of town.areas) expect(sideOfRing(...area.core, shell(area))).toBe('inside')
      expect(new Set(town.areas.map(({ key }) => key)).size).toBe(town.areas.length)
      expect(new Set(town.areas.map(({ name }) => name.zh)).size).toBe(town.areas.length)
      expect(new Set(town.areas.map(({ name }) => name.en)).size).toBe(town.areas.length)
    })

    it('come after their parent', () => {
      const seen = new Set<string | null>([null])
      for (const { key, parentKey } of town.areas) {
        expect(seen.has(parentKey)).toBe(true)
        seen.add(key)
      }
    })
  })
}
