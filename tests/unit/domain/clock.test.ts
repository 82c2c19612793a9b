import { describe, expect, it } from 'vitest'
import { dueStand, isWorkingUnit, LIMIT_UNITS, spokenAmount } from '../../../src/domain/clock.ts'
import { isWorkingDay, workCalendar, workingDaysBetween } from '../../../src/domain/work-calendar.ts'

const DUE = '2026-11-20T10:00:00Z'
const stand = (now: string, soonHours?: number) => dueStand(DUE, new Date(now), soonHours)

describe('a running clock', () => {
  it.each([
    ['2026-11-10T09:00:00Z', 'running', 10, 'day'],
    ['2026-11-18T10:00:00Z', 'running', 2, 'day'],
    ['2026-11-18T10:00:01Z', 'running', 47, 'hour'],
    ['2026-11-19T10:00:00Z', 'running', 24, 'hour'],
    ['2026-11-19T10:00:01Z', 'soon', 23, 'hour'],
    ['2026-11-20T09:00:00Z', 'soon', 1, 'hour'],
    ['2026-11-20T09:00:01Z', 'soon', 59, 'minute'],
    ['2026-11-20T09:59:30Z', 'soon', 0, 'minute'],
    ['2026-11-20T10:00:00Z', 'soon', 0, 'minute'],
    ['2026-11-20T10:00:30Z', 'overdue', 0, 'minute'],
    ['2026-11-20T10:59:59Z', 'overdue', 59, 'minute'],
    ['2026-11-20T11:00:00Z', 'overdue', 1, 'hour'],
    ['2026-11-22T09:59:59Z', 'overdue', 47, 'hour'],
    ['2026-11-22T10:00:00Z', 'overdue', 2, 'day'],
  ])('at %s: %s, %i %s', (now, kind, amount, unit) => {
    expect(stand(now)).toEqual({ kind, amount, unit })
  })

  it('warns as early as the township wants', () => {
    expect(stand('2026-11-19T10:00:01Z', 4).kind).toBe('running')
    expect(stand('2026-11-18T11:00:00Z', 48).kind).toBe('soon')
  })
})

describe('an amount of a limit', () => {
  it.each([
    [2, 2],
    [1.75, 1.8],
    [-0.375, 0.4],
    [0.01, 0.1],
    [0, 0],
  ])('%d is said as %d', (amount, spoken) => {
    expect(spokenAmount(amount)).toBe(spoken)
  })

  it('counts working time in two of the five units', () => {
    expect(LIMIT_UNITS.filter(isWorkingUnit)).toEqual(['working_hour', 'working_day'])
  })
})

describe('the work calendar', () => {
  const row = (day: string, isWorking: boolean, isShipped: boolean) => ({
    id: 1,
    day,
    isWorking,
    isShipped,
    name: '节',
    nameEn: null,
  })
  const calendar = workCalendar(
    [
      row('2026-11-18', true, false),
      row('2026-11-18', false, true),
      row('2026-11-21', true, true),
      row('2026-11-25', false, true),
    ],
    [1, 2, 3, 4, 5],
  )

  it('lets a township’s own day win over the shipped one, in whichever order they come', () => {
    expect(isWorkingDay('2026-11-18', calendar)).toBe(true)
  })

  it('knows weekdays, make-up days and holidays', () => {
    const week = ['20', '21', '22', '23', '24', '25', '26'].map((day) => isWorkingDay(`2026-11-${day}`, calendar))
    expect(week).toEqual([true, true, false, true, true, false, true])
  })

  it.each([
    ['2026-11-19', '2026-11-20', 1],
    ['2026-11-20', '2026-11-23', 2],
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-23', '2026-11-20', 0],
    ['2026-11-24', '2026-11-26', 1],
    ['2026-12-31', '2027-01-04', 2],
  ])('counts after %s until %s: %i', (after, until, days) => {
    expect(workingDaysBetween(after, until, calendar)).toBe(days)
  })
})
