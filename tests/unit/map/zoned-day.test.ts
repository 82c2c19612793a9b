import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isDay, startOfDay } from '../../../src/domain/zoned-day.ts'

describe('a day in a time zone', () => {
  it.each([
    ['2026-05-01', 'Asia/Shanghai', '2026-04-30T16:00:00.000Z'],
    ['2018-01-01', 'America/Los_Angeles', '2018-01-01T08:00:00.000Z'],
    ['2018-07-01', 'America/Los_Angeles', '2018-07-01T07:00:00.000Z'],
    ['2018-03-11', 'America/Los_Angeles', '2018-03-11T08:00:00.000Z'],
    ['2018-03-12', 'America/Los_Angeles', '2018-03-12T07:00:00.000Z'],
    ['2018-11-05', 'America/Los_Angeles', '2018-11-05T08:00:00.000Z'],
    ['2026-05-01', 'UTC', '2026-05-01T00:00:00.000Z'],
  ])('%s in %s begins at %s', (day, timeZone, expected) => {
    expect(startOfDay(day, timeZone)).toBe(expected)
  })

  it('is the day on the wall there, not here', () => {
    expect(dayOf(new Date('2026-04-30T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-05-01')
    expect(dayOf(new Date('2026-04-30T16:30:00Z'), 'UTC')).toBe('2026-04-30')
  })

  it('is counted across months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  it('has to exist', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-3', 'x', ''].map(isDay)).toEqual([true, false, false, false, false])
  })
})
