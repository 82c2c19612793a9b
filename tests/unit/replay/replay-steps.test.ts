import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaySteps, stepOfDay } from '../../../src/domain/replay/replay-steps.ts'

const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((at) => dayAt(at.getTime()))

describe('the steps of a replay', () => {
  it.each<[name: string, from: string, today: string, steps: string[]]>([
    ['from a Monday', '2026-03-02', '2026-03-18', ['2026-03-08', '2026-03-15', '2026-03-18']],
    ['from a Sunday, which ends its week', '2026-03-08', '2026-03-18', ['2026-03-08', '2026-03-15', '2026-03-18']],
    ['to a Sunday, which is today', '2026-03-02', '2026-03-15', ['2026-03-08', '2026-03-15']],
    ['to a Monday', '2026-03-02', '2026-03-09', ['2026-03-08', '2026-03-09']],
    ['within one week', '2026-03-03', '2026-03-05', ['2026-03-05']],
    ['from today', '2026-03-05', '2026-03-05', ['2026-03-05']],
    ['from a day to come', '2026-04-05', '2026-03-05', ['2026-03-05']],
    ['over the end of a year', '2025-12-30', '2026-01-06', ['2026-01-04', '2026-01-06']],
    ['over a leap day', '2028-02-26', '2028-03-01', ['2028-02-27', '2028-03-01']],
  ])('%s', (_, from, today, steps) => {
    expect(replaySteps(from, today)).toEqual(steps)
  })

  it('are Sundays a week apart, the last one today, as many as the database takes', () => {
    fc.assert(
      fc.property(days, days, (from, today) => {
        const steps = replaySteps(from, today)
        expect(steps.at(-1)).toBe(today)
        expect(steps.length).toBeLessThanOrEqual(600)
        const sundays = steps.slice(0, -1)
        for (const day of sundays) expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0)
        sundays.slice(1).forEach((day, i) => expect(Date.parse(day) - Date.parse(sundays[i]!)).toBe(7 * 86_400_000))
        if (sundays.length > 0) expect(sundays.at(-1)! < today).toBe(true)
      }),
    )
  })
})

describe('the step of a day', () => {
  const steps = ['2026-03-08', '2026-03-15', '2026-03-18']
  it.each([
    ['2020-01-01', 0],
    ['2026-03-08', 0],
    ['2026-03-09', 1],
    ['2026-03-15', 1],
    ['2026-03-18', 2],
    ['2026-03-19', 2],
  ])('%s is step %i', (day, step) => {
    expect(stepOfDay(steps, day)).toBe(step)
  })
})
