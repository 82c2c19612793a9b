import { describe, expect, it } from 'vitest'
import { areaSizes, M2_PER_MU } from '../../../src/domain/area-size.ts'
import { circleAround } from '../../../src/geo/circle-around.ts'
import { areaM2, lengthM } from '../../../src/geo/measure.ts'

/** About 100 m on the ground at 31 degrees north, in degrees. */
const EAST = 100 / (111_195 * Math.cos((31 * Math.PI) / 180))
const NORTH = 100 / 111_195

describe('a line', () => {
  it('is as long as its parts', () => {
    expect(lengthM([])).toBe(0)
    expect(lengthM([[118, 31]])).toBe(0)
    const corner: [number, number][] = [
      [118, 31],
      [118 + EAST, 31],
      [118 + EAST, 31 + NORTH],
    ]
    expect(lengthM(corner)).toBeCloseTo(200, 1)
  })
})

describe('a square of 100 m', () => {
  const square: [number, number][] = [
    [118, 31],
    [118 + EAST, 31],
    [118 + EAST, 31 + NORTH],
    [118, 31 + NORTH],
  ]
  it('is a hectare or 15 mu, closed or open, whichever way it turns', () => {
    for (const ring of [square, [...square, square[0]!], square.toReversed()]) {
      const { m2, mu, hectares } = areaSizes(areaM2(ring))
      expect(m2).toBeGreaterThan(9990)
      expect(m2).toBeLessThan(10_010)
      expect(mu).toBeCloseTo(15, 1)
      expect(hectares).toBeCloseTo(1, 2)
    }
  })
  it('has no area before its third corner', () => {
    expect(areaM2(square.slice(0, 2))).toBe(0)
  })
})

it('15 mu are a hectare', () => expect(15 * M2_PER_MU).toBeCloseTo(10_000, 9))

it('a circle has all of its positions at the radius, and is closed', () => {
  const ring = circleAround([118, 31], 250)
  expect(ring[0]).toEqual(ring.at(-1))
  for (const position of ring) expect(lengthM([[118, 31], position])).toBeCloseTo(250, 3)
})
