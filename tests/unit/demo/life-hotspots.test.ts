import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { beginOfDay, DAY_MS, HOUR_MS, hourOf } from '../../../supabase/demo/life/calendar.ts'
import type { DemoHotspot } from '../../../supabase/demo/life/demo-hotspot.ts'
import { demoHotspots } from '../../../supabase/demo/life/demo-hotspots.ts'
import type { DemoOptions } from '../../../supabase/demo/life/demo-options.ts'
import { Ground } from '../../../supabase/demo/life/ground/ground.ts'
import { between } from '../../../supabase/demo/life/ground/metres.ts'
import { tinyTown } from '../../support/tiny-town.ts'

const options: DemoOptions = { seed: 3, today: '2026-11-22', hotspots: 4000, untilHour: 9 }
const ENDED = ['closed', 'held', 'rejected', 'duplicate', 'transferred']
const cases = [...demoHotspots(tinyTown, options)]

/** Of everything that comes out, to the last digit. */
function fingerprint(given: DemoOptions): string {
  const hash = createHash('sha256')
  for (const hotspot of demoHotspots(tinyTown, given)) hash.update(JSON.stringify(hotspot))
  return hash.digest('hex')
}

const share = (of: readonly DemoHotspot[], is: (hotspot: DemoHotspot) => boolean) => of.filter(is).length / of.length

describe('a demo township of 4,000 cases', () => {
  it('is the same for the same seed and day, and another for another', () => {
    const fewer = { ...options, hotspots: 1000 }
    const first = fingerprint(fewer)
    expect(fingerprint(fewer)).toBe(first)
    expect(fingerprint({ ...fewer, seed: 4 })).not.toBe(first)
    expect(fingerprint({ ...fewer, today: '2026-11-23' })).not.toBe(first)
  })

  it('has exactly so many, numbered in order of report over twelve months', () => {
    expect(cases.map(({ no }) => no)).toEqual(Array.from({ length: 4000 }, (_, i) => i + 1))
    const times = cases.map(({ reportedAt }) => reportedAt)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const today = beginOfDay(options.today)
    expect(times[0]).toBeGreaterThanOrEqual(today - 365 * DAY_MS)
    expect(times[0]).toBeLessThan(today - 360 * DAY_MS)
    expect(times.at(-1)).toBeGreaterThan(today - 2 * DAY_MS)
  })

  it('lets nothing happen after the hour at which it stops, nor a case before its report', () => {
    const until = beginOfDay(options.today) + 9 * HOUR_MS
    const wrong = cases.filter(({ events, reportedAt, closedAt, updatedAt, closedBySource }) => {
      const times = events.map(({ at }) => at)
      const isInOrder = times.every((at, i) => at >= (times[i - 1] ?? 0))
      return (
        Math.max(...times, updatedAt, closedAt ?? 0) >= until ||
        !isInOrder ||
        !(closedBySource || times[0] === reportedAt)
      )
    })
    expect(wrong).toEqual([])
  })

  it('stands on land in the township, but for the few that are reported just outside', () => {
    const ground = new Ground(tinyTown)
    const outside = cases.filter(({ position }) => ground.homeAt(position) < 0)
    expect(outside.every(({ address }) => address.startsWith('镇界外'))).toBe(true)
    expect(outside.length).toBeLessThan(12)
    expect(cases.filter(({ position }) => ground.isWater(position))).toEqual([])
    for (const { shape } of cases) {
      const corners = shape?.type === 'LineString' ? shape.line : (shape?.ring ?? [])
      expect(corners.every((corner) => ground.isDry(corner))).toBe(true)
    }
  })

  it('is mostly done, the rest spread over every status', () => {
    const ended = share(cases, ({ status }) => ENDED.includes(status))
    expect(ended).toBeGreaterThan(0.65)
    expect(ended).toBeLessThan(0.95)
    const statuses = new Set(cases.map(({ status }) => status))
    expect([...statuses].sort()).toEqual(
      [...ENDED, 'reported', 'accepted', 'assigned', 'in_progress', 'handed_in', 'suspended'].sort(),
    )
  })

  it('finds more in a campaign than before it', () => {
    const environment = cases.filter(({ code }) => code.startsWith('disorder-') && code !== 'disorder-growing')
    const perDay = (from: string, days: number) => {
      const start = beginOfDay(from)
      return (
        environment.filter(({ reportedAt }) => reportedAt >= start && reportedAt < start + days * DAY_MS).length / days
      )
    }
    expect(perDay('2026-06-05', 28)).toBeGreaterThan(2 * perDay('2026-03-01', 90))
    expect(perDay('2026-09-01', 60)).toBeGreaterThan(1.3 * perDay('2026-03-01', 90))
  })

  it('meets markets in the morning and cables by day', () => {
    const atMarket = cases.filter(({ code }) => code === '09020')
    expect(share(atMarket, ({ reportedAt }) => hourOf(reportedAt) < 10)).toBeGreaterThan(0.6)
    const cables = cases.filter(({ code }) => code.startsWith('cable-'))
    expect(share(cables, ({ reportedAt }) => hourOf(reportedAt) >= 7 && hourOf(reportedAt) < 19)).toBeGreaterThan(0.95)
  })

  it('sees problems come back where they were closed, as new cases', () => {
    const relapses = cases.filter(({ description }) => description.startsWith('反弹'))
    expect(relapses.length).toBeGreaterThan(80)
    for (const relapse of relapses) {
      const before = cases.find(
        ({ code, closedAt, position, endReason }) =>
          code === relapse.code &&
          endReason === 'fixed' &&
          closedAt !== null &&
          relapse.reportedAt - closedAt >= 14 * DAY_MS &&
          Math.hypot(...between(position, relapse.position)) < 30,
      )
      expect(before).toBeDefined()
    }
  })

  it('names the original of every duplicate, which was open at the time', () => {
    const duplicates = cases.filter(({ status }) => status === 'duplicate')
    expect(duplicates.length).toBeGreaterThan(40)
    for (const { events, code, reportedAt } of duplicates) {
      const original = cases[(events.at(-1)?.originalNo ?? 0) - 1]
      expect(original?.code).toBe(code)
      expect(original?.reportedAt).toBeLessThan(reportedAt)
      expect(original?.closedAt ?? Infinity).toBeGreaterThan(reportedAt)
    }
  })

  it('has some in no campaign, and none in a campaign that had not begun when it ended', () => {
    for (const { campaign, closedAt } of cases) {
      if (campaign === 'ebikes' && closedAt !== null) expect(closedAt).toBeGreaterThan(beginOfDay('2026-11-14'))
    }
    expect(share(cases, ({ campaign }) => campaign === null)).toBeGreaterThan(0.1)
  })
})

describe('the hour of the day', () => {
  it('decides whether anything of today is there', () => {
    const today = beginOfDay('2026-11-22')
    const until = (untilHour: number) =>
      [...demoHotspots(tinyTown, { ...options, hotspots: 1000, untilHour })].at(-1)?.reportedAt ?? 0
    expect(until(0)).toBeLessThan(today)
    expect(until(12)).toBeGreaterThanOrEqual(today)
  })
})
