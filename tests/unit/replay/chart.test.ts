import { describe, expect, it } from 'vitest'
import { gatherAreas } from '../../../src/domain/replay/gather-areas.ts'
import { replaySteps } from '../../../src/domain/replay/replay-steps.ts'
import { chartPaths } from '../../../src/screens/map/replay/chart-paths.ts'
import { phaseSteps, timeTicks } from '../../../src/screens/map/replay/time-ticks.ts'

const YEAR = replaySteps('2025-11-23', '2026-11-22')

describe('the chart behind the time bar', () => {
  it('stacks verified, closed per source and open to what was found', () => {
    const changes = { of: [1, 1], step: [0, 1], found: [4, 4], done: [0, 2], bySource: [0, 2], ended: [0, 0] }
    const empty = { of: [], step: [], found: [], done: [], bySource: [], ended: [] }
    const chunk = { rows: 8, undated: 0, cells: { key: [], n: [], lng: [], lat: [] }, byCell: empty, byArea: changes }
    const paths = chartPaths(gatherAreas(2, [chunk], []).total)
    expect(paths).toEqual({
      done: 'M0,100L1,76L1,100L0,100Z',
      bySource: 'M0,100L1,52L1,76L0,100Z',
      open: 'M0,52L1,4L1,52L0,100Z',
      top: 8,
    })
  })

  it('lies flat where nothing was found', () => {
    expect(chartPaths(gatherAreas(2, [], []).total)).toMatchObject({ open: 'M0,100L1,100L1,100L0,100Z', top: 0 })
  })

  it('marks the first week of every month, the new year by its number', () => {
    const ticks = timeTicks(YEAR, 20)
    expect(ticks).toHaveLength(12)
    expect(ticks.map(({ day }) => day.slice(0, 7))[0]).toBe('2025-12')
    expect(ticks.filter(({ isYear }) => isYear).map(({ day }) => day)).toEqual(['2026-01-04'])
    for (const { step, day } of ticks) expect(YEAR[step]).toBe(day)
  })

  it('marks fewer months where there is no room', () => {
    expect(timeTicks(YEAR, 4).map(({ day }) => day.slice(5, 7))).toEqual(['01', '04', '07', '10'])
    expect(timeTicks(YEAR, 1).map(({ day }) => day.slice(5, 7))).toEqual(['01'])
  })

  it.each<[startsOn: string, endsOn: string, stretch: { from: number; to: number } | null]>([
    ['2025-01-01', '2025-06-01', null],
    ['2027-01-01', '2027-06-01', null],
    ['2025-01-01', '2025-12-07', { from: 0, to: 2 }],
    ['2025-12-01', '2025-12-14', { from: 2, to: 3 }],
    ['2026-11-20', '2027-06-01', { from: 52, to: 52 }],
  ])('knows the stretch of a phase from %s to %s', (startsOn, endsOn, stretch) => {
    expect(phaseSteps(YEAR, { startsOn, endsOn })).toEqual(stretch)
  })
})
