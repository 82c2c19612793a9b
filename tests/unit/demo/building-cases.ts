import { describe, expect, it } from 'vitest'
import { sideOfRing } from '../../../src/geo/point-in-ring.ts'
import type { Building, Position } from '../../../supabase/demo/town/town.ts'
import type { SeededTown } from './seeded-town.ts'
import { boxPairs, segmentsMeet } from './plane.ts'

const shell = ({ polygon }: { readonly polygon: readonly (readonly Position[])[] }) => polygon[0]!
const segments = (line: readonly Position[]) => line.slice(1).map((b, i) => [line[i]!, b] as const)

function edgesMeet(a: readonly Position[], b: readonly Position[]): boolean {
  return segments(a).some(([p, q]) => segments(b).some(([r, s]) => segmentsMeet(p, q, r, s)))
}

/** Whether two rings have ground in common. */
const overlap = (a: readonly Position[], b: readonly Position[]) =>
  edgesMeet(a, b) || sideOfRing(...a[0]!, b) === 'inside' || sideOfRing(...b[0]!, a) === 'inside'

/** What holds for the buildings of every town. */
export const buildingCases = ({ seed, town }: SeededTown): void => {
  describe(`the buildings of the town of seed ${seed}`, () => {
    const { buildings } = town

    it('are 4,000 to 8,000, of every kind, with believable heights', () => {
      expect(buildings.length).toBeGreaterThanOrEqual(4_000)
      expect(buildings.length).toBeLessThanOrEqual(8_000)
      expect(new Set(buildings.map(({ kind }) => kind)).size).toBe(8)
      for (const { heightM } of buildings) {
        expect(heightM).toBeGreaterThanOrEqual(3)
        expect(heightM).toBeLessThanOrEqual(40)
      }
    })

    it('lie in the one area that they name, across no border', () => {
      const areas = town.areas.filter(({ level }) => level === 'village' || level === 'community')
      const holders = new Map<Building, string[]>()
      for (const [building, area] of boxPairs(buildings, areas, shell, ({ boundary }) => boundary[0]!)) {
        if (edgesMeet(shell(building), area.boundary[0]!)) holders.set(building, ['across a border'])
        else if (shell(building).every(([x, y]) => sideOfRing(x, y, area.boundary[0]!) === 'inside'))
          holders.set(building, [...(holders.get(building) ?? []), area.key])
      }
      for (const building of buildings) expect(holders.get(building)).toEqual([building.areaKey])
    })

    it('stand on nothing that stands already', () => {
      const clashes: Building[] = []
      for (const [a, b] of boxPairs(buildings, buildings, shell, shell))
        if (a !== b && overlap(shell(a), shell(b))) clashes.push(a)
      expect(clashes).toEqual([])
    })

    it('stand off the water and off the roads', () => {
      const banks = town.water.flatMap((body) => segments(shell(body)))
      const wet = new Set<Building>()
      for (const [building, bank] of boxPairs(buildings, banks, shell, (edge) => edge))
        if (edgesMeet(shell(building), bank)) wet.add(building)
      for (const [building, water] of boxPairs(buildings, town.water, shell, shell))
        if (sideOfRing(...shell(building)[0]!, shell(water)) === 'inside') wet.add(building)
      expect([...wet]).toEqual([])
      const onRoad: Building[] = []
      for (const [building, road] of boxPairs(buildings, town.roads, shell, ({ line }) => line))
        if (edgesMeet(shell(building), road.line)) onRoad.push(building)
      expect(onRoad).toEqual([])
    })

    it('make a village of every core', () => {
      for (const { key, level } of town.areas) {
        if (level !== 'village') continue
        const count = buildings.filter(({ areaKey }) => areaKey === key).length
        expect({ key, isVillage: count >= 40 }).toEqual({ key, isVillage: true })
      }
    })
  })
}
