import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { virtualRows } from '../../../../src/screens/cases/use-virtual-rows.ts'

describe('the rows that are drawn', () => {
  it('cover what is seen and keep the height of all, wherever the box stands', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000 }),
        fc.constantFrom(36, 52),
        fc.nat({ max: 60_000_000 }),
        fc.integer({ min: 100, max: 3000 }),
        (count, rowHeight, top, height) => {
          const { first, end, above, below } = virtualRows(count, rowHeight, top, height)
          expect(above + (end - first) * rowHeight + below).toBe(
            Math.max(count * rowHeight, above + (end - first) * rowHeight),
          )
          expect(first).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(count)
          expect(end - first).toBeLessThanOrEqual(height / rowHeight + 20)
          const lastTop = Math.max(0, count * rowHeight - height)
          const seen = Math.min(top, lastTop)
          if (seen === top && count > 0) {
            expect(first * rowHeight).toBeLessThanOrEqual(top)
            expect(end * rowHeight).toBeGreaterThanOrEqual(Math.min(count * rowHeight, top + height))
          }
        },
      ),
    )
  })

  it('are none of none', () => {
    expect(virtualRows(0, 36, 0, 600)).toEqual({ first: 0, end: 0, above: 0, below: 0 })
  })
})
