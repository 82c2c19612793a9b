import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sideOfRing } from '../../../src/geo/point-in-ring.ts'

const cross = [
  [1, 0],
  [2, 0],
  [2, 1],
  [3, 1],
  [3, 2],
  [2, 2],
  [2, 3],
  [1, 3],
  [1, 2],
  [0, 2],
  [0, 1],
  [1, 1],
  [1, 0],
]

describe('a point and a ring', () => {
  it.each([
    [1.5, 1.5, 'inside'],
    [0.5, 1.5, 'inside'],
    [0.5, 0.5, 'outside'],
    [2.5, 2.5, 'outside'],
    [-1, 1, 'outside'],
    [4, 1, 'outside'],
    [1, 1, 'edge'],
    [0, 1.5, 'edge'],
    [1.5, 0, 'edge'],
  ])('at %f, %f is %s', (x, y, side) => expect(sideOfRing(x, y, cross)).toBe(side))

  it('lie the same way round either way, from whichever corner the ring begins', () => {
    const coordinate = fc.integer({ min: -4, max: 16 }).map((quarter) => quarter / 4)
    fc.assert(
      fc.property(coordinate, coordinate, fc.nat(11), fc.boolean(), (x, y, from, reverse) => {
        const open = cross.slice(0, -1)
        const turned = [...open.slice(from), ...open.slice(0, from)]
        const closed = [...turned, turned[0]!]
        expect(sideOfRing(x, y, reverse ? closed.toReversed() : closed)).toBe(sideOfRing(x, y, cross))
      }),
      { numRuns: 500 },
    )
  })
})
