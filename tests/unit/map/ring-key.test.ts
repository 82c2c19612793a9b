import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discClass, parseRingKey, RING_ARCS, ringArcs, ringKey } from '../../../src/map/cells/ring-key.ts'

const counts = fc
  .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 7, maxLength: 7 })
  .filter((all) => all.some((n) => n > 0))

describe('the ring of a cell', () => {
  it('is always whole, shows whoever is there and nobody else', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const arcs = ringArcs(all)
        expect(arcs.reduce((a, b) => a + b, 0)).toBe(RING_ARCS)
        expect(arcs.map((arc) => arc > 0)).toEqual(all.map((n) => n > 0))
      }),
    )
  })

  it('gives a majority the larger part', () => {
    expect(ringArcs([75, 25, 0, 0, 0, 0, 0])).toEqual([18, 6, 0, 0, 0, 0, 0])
  })

  it('keeps a single open case among thousands visible', () => {
    expect(ringArcs([1, 0, 0, 9999, 0, 0, 0])).toEqual([1, 0, 0, 23, 0, 0, 0])
  })

  it('stays blank for a cell without hotspots', () => {
    expect(ringArcs([0, 0, 0, 0, 0, 0, 0])).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})

describe('the name of a picture', () => {
  it('says all that is needed to draw it', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const total = all.reduce((a, b) => a + b, 0)
        expect(parseRingKey(ringKey(all, total))).toEqual({ size: discClass(total), arcs: ringArcs(all) })
      }),
    )
  })

  it.each(['', '3', '99:1.2.3.4.5.6.7', '1:1.2.3', '1:a.b.c.d.e.f.g', '1:1.2.3.4.5.6.-7'])('is not %j', (key) => {
    expect(parseRingKey(key)).toBeNull()
  })
})

describe('the size of a disc', () => {
  it('grows with the count and stays within a cell', () => {
    const classes = [1, 50, 500, 1000, 2000, 5000, 1_000_000].map(discClass)
    expect(classes).toEqual([...classes].sort((a, b) => a - b))
    expect(new Set(classes).size).toBeGreaterThanOrEqual(5)
  })
})
