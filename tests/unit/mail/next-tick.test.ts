import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTick } from '../../../supabase/embedded/mail/next-tick.ts'

const after = (time: string, at: string) =>
  nextTick(new Date(`2026-11-23T${time}Z`), at)
    .toISOString()
    .slice(11, 23)

describe('the next look at who gets the mail', () => {
  it.each([
    ['07:59:59.999', '08:00', '08:00:00.000'],
    ['08:00:00.000', '08:00', '08:10:00.000'],
    ['08:00:00.001', '08:00', '08:10:00.000'],
    ['08:03:20.000', '08:05', '08:05:00.000'],
    ['08:05:00.000', '08:05', '08:15:00.000'],
    ['08:58:00.000', '08:59', '08:59:00.000'],
    ['23:59:30.000', '08:00', '00:00:00.000'],
  ])('after %s is for mail at %s at %s', (now, at, expected) => {
    expect(after(now, at)).toBe(expected)
  })

  it('is ahead, within ten minutes, and hits the minute of the mail', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.nat(59),
        (now, minute) => {
          const next = nextTick(now, `08:${String(minute).padStart(2, '0')}`)
          const ahead = next.getTime() - now.getTime()
          expect(ahead).toBeGreaterThan(0)
          expect(ahead).toBeLessThanOrEqual(600_000)
          expect([next.getUTCMinutes() % 10, next.getTime() % 60_000]).toEqual([minute % 10, 0])
        },
      ),
    )
  })
})
