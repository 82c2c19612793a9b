import { describe, expect, it } from 'vitest'
import { progressClass } from '../../../src/map/progress-class.ts'

describe('the class of a share', () => {
  it.each([
    [null, -1],
    [0, 0],
    [0.001, 1],
    [0.1999, 1],
    [0.2, 2],
    [0.5, 3],
    [0.7, 4],
    [0.999, 5],
    [1, 6],
  ])('of %s is %s', (share, expected) => {
    expect(progressClass(share)).toBe(expected)
  })
})
