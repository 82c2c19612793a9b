import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetingOf } from '../../../src/geo/segment-meeting.ts'

describe('two segments', () => {
  it.each([
    ['cross', [0, 0, 2, 2, 0, 2, 2, 0], 'cross'],
    ['miss each other', [0, 0, 1, 1, 2, 0, 3, 0], 'apart'],
    ['lie on one line with a gap', [0, 0, 1, 1, 2, 2, 3, 3], 'apart'],
    ['share an end', [0, 0, 1, 1, 1, 1, 2, 0], 'touch'],
    ['share an end on one line', [0, 0, 1, 0, 1, 0, 2, 0], 'touch'],
    ['form a T', [0, 0, 2, 0, 1, 0, 1, 1], 'touch'],
    ['overlap upright', [0, 0, 0, 2, 0, 1, 0, 3], 'overlap'],
    ['are the same', [0, 0, 1, 2, 1, 2, 0, 0], 'overlap'],
  ] as const)('that %s', (_, [ax, ay, bx, by, cx, cy, dx, dy], meeting) => {
    expect(meetingOf(ax, ay, bx, by, cx, cy, dx, dy)).toBe(meeting)
  })

  it('meet the same way whichever is named first and whichever end', () => {
    const n = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(n, n, n, n, n, n, n, n, (ax, ay, bx, by, cx, cy, dx, dy) => {
        fc.pre((ax !== bx || ay !== by) && (cx !== dx || cy !== dy))
        const meeting = meetingOf(ax, ay, bx, by, cx, cy, dx, dy)
        expect(meetingOf(cx, cy, dx, dy, ax, ay, bx, by)).toBe(meeting)
        expect(meetingOf(bx, by, ax, ay, cx, cy, dx, dy)).toBe(meeting)
        expect(meetingOf(ax, ay, bx, by, dx, dy, cx, cy)).toBe(meeting)
      }),
      { numRuns: 1000 },
    )
  })
})
