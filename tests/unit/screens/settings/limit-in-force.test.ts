import { describe, expect, it } from 'vitest'
import type { TimeLimit } from '../../../../src/data/limits.ts'
import { limitInForce } from '../../../../src/screens/settings/limits/limit-in-force.ts'
import { readAmount } from '../../../../src/screens/settings/limits/read-amount.ts'

/** 小广告 7001, and below it 印章式 1; 犬只 2 stands alone. */
const PARENTS = new Map([[1, 7001]])

const limit = (
  categoryId: number | null,
  amount: number,
  of: 'own' | 'shipped' = 'own',
  urgent = false,
): TimeLimit => ({
  id: amount,
  categoryId,
  urgent,
  amount,
  unit: 'working_day',
  isShipped: of === 'shipped',
})

const amountFor = (limits: TimeLimit[], category: number | null, urgent = false) =>
  limitInForce(limits, PARENTS, category, urgent)?.amount

describe('the limit in force', () => {
  const shipped = [limit(null, 5, 'shipped'), limit(null, 24, 'shipped', true)]

  it('is the shipped one where the township says nothing', () => {
    expect(amountFor(shipped, 1)).toBe(5)
    expect(amountFor(shipped, null)).toBe(5)
  })

  it('is that of the category, then of the one above it, then of any', () => {
    const any = [...shipped, limit(null, 4)]
    expect(amountFor(any, 1)).toBe(4)
    const above = [...any, limit(7001, 3)]
    expect(amountFor(above, 1)).toBe(3)
    expect(amountFor(above, 2)).toBe(4)
    expect(amountFor([...above, limit(1, 2)], 1)).toBe(2)
    expect(amountFor([...above, limit(1, 2)], 7001)).toBe(3)
  })

  it('is any word of the township before a more exact shipped one', () => {
    expect(amountFor([...shipped, limit(1, 9, 'shipped'), limit(null, 4)], 1)).toBe(4)
    expect(amountFor([...shipped, limit(1, 9, 'shipped')], 1)).toBe(9)
  })

  it('keeps ordinary and urgent apart', () => {
    const limits = [...shipped, limit(1, 2)]
    expect(amountFor(limits, 1, true)).toBe(24)
    expect(amountFor([...limits, limit(null, 8, 'own', true)], 1, true)).toBe(8)
    expect(amountFor([...limits, limit(null, 8, 'own', true)], 1)).toBe(2)
  })

  it('ends where categories stand above each other in a ring', () => {
    const ring = new Map([
      [1, 2],
      [2, 1],
    ])
    expect(limitInForce(shipped, ring, 1, false)?.amount).toBe(5)
  })

  it('is none only where nothing is shipped', () => {
    expect(limitInForce([], PARENTS, 1, false)).toBeNull()
  })
})

describe('the amount of a limit', () => {
  it('is a number above zero', () => {
    expect(['3', ' 1.5 ', '0,5', '3650'].map(readAmount)).toEqual([3, 1.5, 0.5, 3650])
    expect(['', '0', '-1', '3651', '1e3', '三', '1.', 'Infinity'].map(readAmount)).toEqual(Array(8).fill(null))
  })
})
