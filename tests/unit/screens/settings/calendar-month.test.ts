import { describe, expect, it } from 'vitest'
import type { WorkCalendarDay } from '../../../../src/domain/work-calendar.ts'
import {
  dayFacts,
  isWorkingAsShipped,
  monthWeeks,
  writtenDays,
  yearDays,
} from '../../../../src/screens/settings/calendar/calendar-month.ts'
import { dayByKey } from '../../../../src/screens/settings/calendar/day-by-key.ts'

const FIVE_DAYS = [1, 2, 3, 4, 5]

const row = (day: string, isWorking: boolean, isShipped: boolean): WorkCalendarDay => ({
  id: 1,
  day,
  isWorking,
  name: isShipped ? '国庆节' : '镇集日',
  nameEn: null,
  isShipped,
})

describe('the weeks of a month', () => {
  it('begin on Monday and leave the days of other months empty', () => {
    const weeks = monthWeeks(2026, 10)
    expect(weeks.map((week) => week.map((day) => (day ? day.slice(8) : '--')).join(' '))).toEqual([
      '-- -- -- 01 02 03 04',
      '05 06 07 08 09 10 11',
      '12 13 14 15 16 17 18',
      '19 20 21 22 23 24 25',
      '26 27 28 29 30 31 --',
    ])
  })

  it('have the 29th of February in leap years alone', () => {
    expect(monthWeeks(2028, 2).flat()).toContain('2028-02-29')
    expect(monthWeeks(2027, 2).flat().filter(Boolean)).toHaveLength(28)
    expect(monthWeeks(2100, 2).flat().filter(Boolean)).toHaveLength(28)
  })

  it('hold every day of a year once', () => {
    const months = Array.from({ length: 12 }, (_, at) =>
      monthWeeks(2028, at + 1)
        .flat()
        .filter(Boolean),
    ).flat()
    expect(months).toEqual(yearDays(2028))
    expect(months).toHaveLength(366)
  })

  it('are four where February fits', () => {
    expect(monthWeeks(2027, 2)).toHaveLength(4)
  })
})

describe('a day of the calendar', () => {
  const facts = (day: string, rows: WorkCalendarDay[]) => dayFacts(day, writtenDays(rows).get(day), FIVE_DAYS)

  it('is what its weekday says where nobody wrote it down', () => {
    expect(facts('2026-10-09', [])).toMatchObject({ isWorking: true, mark: null, isOwn: false, named: null })
    expect(facts('2026-10-10', [])).toMatchObject({ isWorking: false, mark: null })
  })

  it('is what the shipped calendar says, a make-up Saturday too', () => {
    expect(facts('2026-10-10', [row('2026-10-10', true, true)])).toMatchObject({
      isWorking: true,
      mark: 'work',
      isOwn: false,
    })
    expect(facts('2026-10-01', [row('2026-10-01', false, true)])).toMatchObject({ isWorking: false, mark: 'off' })
  })

  it('is what the township says, in whichever order the two come', () => {
    const [shipped, own] = [row('2026-10-10', true, true), row('2026-10-10', false, false)]
    for (const rows of [
      [shipped, own],
      [own, shipped],
    ])
      expect(facts('2026-10-10', rows)).toMatchObject({
        isWorking: false,
        mark: 'off',
        isOwn: true,
        named: { name: '镇集日' },
      })
  })

  it('knows what it would be without the word of the township', () => {
    const written = writtenDays([row('2026-10-10', true, true), row('2026-10-10', false, false)]).get('2026-10-10')
    expect(isWorkingAsShipped('2026-10-10', written, FIVE_DAYS)).toBe(true)
    expect(isWorkingAsShipped('2026-10-10', undefined, FIVE_DAYS)).toBe(false)
    expect(isWorkingAsShipped('2026-10-10', undefined, [6, 7])).toBe(true)
  })
})

describe('the keys in the calendar', () => {
  it.each([
    ['ArrowLeft', '2026-01-01', '2025-12-31'],
    ['ArrowRight', '2026-12-31', '2027-01-01'],
    ['ArrowUp', '2026-10-10', '2026-10-03'],
    ['ArrowDown', '2026-10-10', '2026-10-17'],
    ['Home', '2026-10-10', '2026-10-05'],
    ['End', '2026-10-10', '2026-10-11'],
    ['PageUp', '2026-03-31', '2026-02-28'],
    ['PageDown', '2026-12-15', '2027-01-15'],
  ])('%s goes from %s to %s', (key, from, to) => {
    expect(dayByKey(key, from)).toBe(to)
  })

  it('lead nowhere for any other key', () => {
    expect(dayByKey('Enter', '2026-10-10')).toBeNull()
    expect(dayByKey('a', '2026-10-10')).toBeNull()
  })
})
