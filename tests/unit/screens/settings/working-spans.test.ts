import { describe, expect, it } from 'vitest'
import { weekdayRuns } from '../../../../src/screens/settings/calendar/weekday-runs.ts'
import {
  minutesADay,
  readClock,
  readSpans,
  spanProblems,
} from '../../../../src/screens/settings/calendar/working-spans.ts'

describe('a time of day', () => {
  it.each([
    ['08:00', '08:00'],
    ['8:00', '08:00'],
    ['8：30', '08:30'],
    ['0830', '08:30'],
    [' 18 ', '18:00'],
    ['24:00', '24:00'],
    ['00:00', '00:00'],
  ])('%j is read as %s', (text, clock) => {
    expect(readClock(text)).toBe(clock)
  })

  it.each(['', '25:00', '24:01', '12:60', '八点', '8:0', '-1:00', '08:00:00'])('%j is none', (text) => {
    expect(readClock(text)).toBeNull()
  })
})

describe('the spans of a working day', () => {
  it('are taken in the order of the day, however they were written', () => {
    expect(
      readSpans([
        ['14:00', '18'],
        ['8:00', '12:00'],
      ]),
    ).toEqual([
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ])
  })

  it('may meet, and may end at midnight', () => {
    const night = [
      ['00:00', '06:00'],
      ['06:00', '08:00'],
      ['22:00', '24:00'],
    ] as const
    expect(spanProblems(night)).toEqual([null, null, null])
    expect(readSpans(night)).toEqual(night)
  })

  it('are wrong when they end before they start, or at once', () => {
    expect(spanProblems([['18:00', '08:00']])).toEqual(['backwards'])
    expect(spanProblems([['08:00', '08:00']])).toEqual(['backwards'])
    expect(spanProblems([['24:00', '24:00']])).toEqual(['backwards'])
    expect(readSpans([['18:00', '08:00']])).toBeNull()
  })

  it('are both wrong when they overlap, also one inside the other', () => {
    const inside = [
      ['08:00', '18:00'],
      ['12:00', '13:00'],
      ['18:00', '19:00'],
    ] as const
    expect(spanProblems(inside)).toEqual(['overlap', 'overlap', null])
    expect(readSpans(inside)).toBeNull()
  })

  it('are wrong where they cannot be read, and that is no overlap for the others', () => {
    expect(
      spanProblems([
        ['', ''],
        ['08:00', '12:00'],
      ]),
    ).toEqual(['unreadable', null])
  })

  it('are one to six', () => {
    const seven = Array.from({ length: 7 }, (_, n): [string, string] => [`0${n}:00`, `0${n}:30`])
    expect(readSpans([])).toBeNull()
    expect(readSpans(seven)).toBeNull()
    expect(readSpans(seven.slice(1))).toHaveLength(6)
  })

  it('add up to the length of a working day', () => {
    expect(
      minutesADay([
        ['08:00', '12:00'],
        ['14:00', '18:00'],
      ]),
    ).toBe(480)
    expect(minutesADay([['08:30', '24:00']])).toBe(930)
  })
})

describe('weekdays as people say them', () => {
  it('are a run from three in a row on', () => {
    expect(weekdayRuns([5, 1, 2, 3, 4])).toEqual([[1, 5]])
    expect(weekdayRuns([1, 2, 3, 7])).toEqual([
      [1, 3],
      [7, 7],
    ])
  })

  it('are named one by one where they are two or stand alone', () => {
    expect(weekdayRuns([1, 2, 4])).toEqual([
      [1, 1],
      [2, 2],
      [4, 4],
    ])
    expect(weekdayRuns([])).toEqual([])
  })
})
