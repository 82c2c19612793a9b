import { describe, expect, it } from 'vitest'
import { sideOfRing } from '../../../src/geo/point-in-ring.ts'
import type { SeededTown } from './seeded-town.ts'
import { metres, metresToLine } from './plane.ts'

/** What holds for the places of every town. */
export const placeCases = ({ seed, town }: SeededTown): void => {
  describe(`the places of the town of seed ${seed}`, () => {
    const { places } = town
    const count = (kind: string) => places.filter((place) => place.kind === kind).length

    it('are as many of each kind as a town of this size has', () => {
      expect(count('government')).toBe(1)
      expect(count('service_station')).toBe(1)
      expect(count('village_seat')).toBe(35)
      expect(count('market')).toBe(6)
      expect(count('school')).toBe(14)
      expect(count('inspection_site')).toBe(32)
      expect(count('bus_stop')).toBeGreaterThanOrEqual(36)
      for (const kind of ['park', 'clinic', 'waste_station']) expect(count(kind)).toBeGreaterThanOrEqual(4)
    })

    it('have one seat in every village and community', () => {
      const seats = places.filter(({ kind }) => kind === 'village_seat').map(({ areaKey }) => areaKey)
      const homes = town.areas.filter(({ level }) => level === 'village' || level === 'community').map(({ key }) => key)
      expect(seats.sort()).toEqual(homes.sort())
    })

    it('stand on land in their area, beside a road', () => {
      for (const { key, position, areaKey } of places) {
        const area = town.areas.find((candidate) => candidate.key === areaKey)!
        const isIn = sideOfRing(...position, area.boundary[0]!) === 'inside'
        const isWet = town.water.some(({ polygon }) => sideOfRing(...position, polygon[0]!) !== 'outside')
        const roadM = Math.min(...town.roads.map(({ line }) => metresToLine(position, line)))
        expect({ key, isIn, isWet, isByRoad: roadM < 75 }).toEqual({ key, isIn: true, isWet: false, isByRoad: true })
      }
    })

    it('have a name and key of their own', () => {
      expect(new Set(places.map(({ key }) => key)).size).toBe(places.length)
      expect(new Set(places.map(({ name }) => name.zh)).size).toBe(places.length)
      expect(new Set(places.map(({ name }) => name.en)).size).toBe(places.length)
    })

    it('lie along streets that carry 60 to 120 km of cables, each run beside its road and in its area', () => {
      let km = 0
      for (const { roadId, line, areaKey, operatorKeys } of town.cables) {
        const road = town.roads[roadId]!
        const area = town.areas.find((candidate) => candidate.key === areaKey)!
        for (const p of line) {
          expect(metresToLine(p, road.line)).toBeLessThan(14)
          expect(sideOfRing(...p, area.boundary[0]!)).toBe('inside')
        }
        expect(operatorKeys.length).toBeGreaterThan(0)
        for (let i = 1; i < line.length; i++) km += metres(line[i - 1]!, line[i]!) / 1000
      }
      expect(km).toBeGreaterThan(60)
      expect(km).toBeLessThan(120)
    })
  })
}
