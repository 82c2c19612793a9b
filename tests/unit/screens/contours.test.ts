import { describe, expect, it } from 'vitest'
import { contourPath, heightAt } from '../../../src/screens/sign-in/contours.ts'

const HILL = { x: 50, y: 50, height: 10, width: 20 }

describe('a contour around one hill', () => {
  const path = contourPath([HILL], 5, 20, 20, 5)
  const points = path.split(/[ML]/).slice(1).map((text) => text.split(' ').map(Number)) // prettier-ignore

  it('is one closed line', () => {
    expect(path.match(/M/g)).toHaveLength(1)
    expect(points.at(0)).toEqual(points.at(-1))
  })

  it('runs where the land is as high as its level', () => {
    for (const [x = 0, y = 0] of points) expect(heightAt([HILL], x, y)).toBeCloseTo(5, 0)
  })

  it('is not there above the top', () => {
    expect(contourPath([HILL], 11, 20, 20, 5)).toBe('')
  })
})
