import { beginOfDay, DAY_MS, dayOf, HOUR_MS, weekdayOf } from './calendar.ts'

/** How long a case may take, in the units of the database's clock. */
export interface DemoLimit {
  readonly amount: number
  readonly unit: 'urgent_hour' | 'urgent_day' | 'working_hour' | 'working_day' | 'calendar_day'
}

/** Working hours that a township has unless it says otherwise. */
const SPANS: readonly (readonly [start: number, end: number])[] = [
  [8 * HOUR_MS, 12 * HOUR_MS],
  [14 * HOUR_MS, 18 * HOUR_MS],
]
const WORK_MS = SPANS.reduce((sum, [start, end]) => sum + end - start, 0)
const UNIT_MS: Record<DemoLimit['unit'], number> = {
  urgent_hour: HOUR_MS,
  urgent_day: DAY_MS,
  calendar_day: DAY_MS,
  working_hour: HOUR_MS,
  working_day: WORK_MS,
}
const FIRST_DAY = '2020-01-01'

/** True for a limit that counts working time only. */
export const countsWork = ({ unit }: Pick<DemoLimit, 'unit'>): boolean =>
  unit === 'working_hour' || unit === 'working_day'

/**
 * The database's clock (`private.work_due`, `private.work_between`) for the invented cases, which are made before there is a database to ask; a test
 * asks it about each of them afterwards. Default working hours, Chinese time, from 2020 on.
 */
export class WorkingClock {
  private readonly start = beginOfDay(FIRST_DAY)
  /** Working days before each day since the first. */
  private readonly before: number[] = [0]

  /** @param exceptions whether it is worked, for days that are not what their weekday says */
  constructor(private readonly exceptions: ReadonlyMap<string, boolean>) {}

  /** The instant (ms) at which so much of a unit has run. */
  due(from: number, amount: number, unit: DemoLimit['unit']): number {
    if (amount === 0) return from
    if (!countsWork({ unit })) return from + amount * UNIT_MS[unit]
    const target = this.workedUntil(from) + amount * UNIT_MS[unit]
    const days = Math.ceil(target / WORK_MS) - 1
    return this.start + this.dayAfter(days) * DAY_MS + timeAfter(target - days * WORK_MS)
  }

  /** Units that have run between two instants (ms); negative when the second is the earlier one. */
  between(from: number, to: number, unit: DemoLimit['unit']): number {
    const ms = countsWork({ unit }) ? this.workedUntil(to) - this.workedUntil(from) : to - from
    return ms / UNIT_MS[unit]
  }

  /** Working time in ms since the first day. */
  private workedUntil(ms: number): number {
    const day = Math.floor((ms - this.start) / DAY_MS)
    const time = ms - this.start - day * DAY_MS
    const today = this.isWorking(day)
      ? SPANS.reduce((sum, [start, end]) => sum + Math.min(Math.max(time - start, 0), end - start), 0)
      : 0
    return this.daysBefore(day) * WORK_MS + today
  }

  /** The day, counted from the first, that comes after so many working days and is one itself. */
  private dayAfter(days: number): number {
    let least = 0
    let most = days * 3 + 60
    while (least < most) {
      const middle = (least + most) >> 1
      if (this.daysBefore(middle + 1) > days) most = middle
      else least = middle + 1
    }
    return least
  }

  private daysBefore(day: number): number {
    while (this.before.length <= day) {
      const last = this.before.length - 1
      this.before.push((this.before[last] ?? 0) + (this.isWorking(last) ? 1 : 0))
    }
    return this.before[day] ?? 0
  }

  private isWorking(day: number): boolean {
    const ms = this.start + day * DAY_MS
    return this.exceptions.get(dayOf(ms)) ?? (weekdayOf(ms) !== 0 && weekdayOf(ms) !== 6)
  }
}

/** The time of day (ms) at which so much of its work, more than nothing, is done. */
function timeAfter(work: number): number {
  let left = work
  for (const [start, end] of SPANS) {
    if (left <= end - start) return start + left
    left -= end - start
  }
  return DAY_MS
}
