import { describe, expect, it } from 'vitest'
import { STATUS_GROUPS } from '../../../src/domain/status-group.ts'
import { MARK_DISTANCE } from '../../../src/map/marks/mark-distance.ts'
import { markImage } from '../../../src/map/marks/mark-image.ts'

const RADIUS = 16

/** The mark as a grid of ink and no ink. */
function inkOf(group: (typeof STATUS_GROUPS)[number]): boolean[] {
  const { data, width, height } = markImage(MARK_DISTANCE[group], RADIUS)
  return Array.from({ length: width * height }, (_, i) => data[i * 4 + 3]! >= 0.75 * 255)
}

describe('the seven marks', () => {
  it.each(STATUS_GROUPS)('%s leaves ink inside its picture and none at the border', (group) => {
    const side = 2 * (RADIUS + 4)
    const ink = inkOf(group)
    expect(ink.filter(Boolean).length).toBeGreaterThan(60)
    ink.forEach((isInk, i) => {
      const row = Math.floor(i / side)
      if (row === 0 || row === side - 1 || i % side === 0 || i % side === side - 1) expect(isInk).toBe(false)
    })
  })

  it('differ from each other by shape, whatever their colours', () => {
    const inks = STATUS_GROUPS.map(inkOf)
    inks.forEach((one, i) => {
      for (const other of inks.slice(0, i)) {
        const either = one.filter((isInk, at) => isInk || other[at]).length
        const different = one.filter((isInk, at) => isInk !== other[at]).length
        expect(different / either).toBeGreaterThan(0.25)
      }
    })
  })

  it('have a tick, a hole and a half where they should', () => {
    expect(MARK_DISTANCE.done(0.6, 0.6)).toBeLessThan(0)
    expect(MARK_DISTANCE.done(-0.12, 0.34)).toBeGreaterThan(0)
    expect(MARK_DISTANCE.todo(0, 0)).toBeGreaterThan(0)
    expect(MARK_DISTANCE.doing(0, 0.4)).toBeLessThan(0)
    expect(MARK_DISTANCE.doing(0, -0.4)).toBeGreaterThan(0)
  })
})
