import type { WorkCalendarDay } from '../../../domain/work-calendar.ts'

type Named = Pick<WorkCalendarDay, 'name' | 'nameEn'>

/** What is written of one day: by the shipped calendar, and by the township over it. */
export interface WrittenDay {
  shipped: WorkCalendarDay | null
  own: WorkCalendarDay | null
}

/** A day of the calendar as it counts. */
export interface DayFacts {
  /** `YYYY-MM-DD` */
  day: string
  isWorking: boolean
  /** Set where somebody wrote the day down; plain weekdays have none. */
  mark: 'off' | 'work' | null
  isOwn: boolean
  named: Named | null
}

const DAY_MS = 86_400_000

/** What is written, by day. */
export function writtenDays(rows: readonly WorkCalendarDay[]): ReadonlyMap<string, WrittenDay> {
  const written = new Map<string, WrittenDay>()
  for (const row of rows) {
    const before = written.get(row.day) ?? { shipped: null, own: null }
    written.set(row.day, row.isShipped ? { ...before, shipped: row } : { ...before, own: row })
  }
  return written
}

/** Monday = 1 to Sunday = 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Whether a day is worked as long as the township says nothing of it. */
export function isWorkingAsShipped(day: string, written: WrittenDay | undefined, weekdays: readonly number[]): boolean {
  return written?.shipped?.isWorking ?? weekdays.includes(weekdayOf(day))
}

/** How a day counts: the township's own word before the shipped one, before its weekday. */
export function dayFacts(day: string, written: WrittenDay | undefined, weekdays: readonly number[]): DayFacts {
  const row = written?.own ?? written?.shipped ?? null
  const isWorking = row?.isWorking ?? weekdays.includes(weekdayOf(day))
  return { day, isWorking, mark: row && (row.isWorking ? 'work' : 'off'), isOwn: Boolean(written?.own), named: row }
}

/** The weeks of a month, Monday first; null where a week belongs to another month. `month` is 1 to 12. */
export function monthWeeks(year: number, month: number): (string | null)[][] {
  const days = daysOf(Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1))
  const cells: (string | null)[] = [...Array.from({ length: weekdayOf(days[0]!) - 1 }, () => null), ...days]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** Every day of a year. */
export function yearDays(year: number): string[] {
  return daysOf(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1))
}

function daysOf(from: number, until: number): string[] {
  return Array.from({ length: Math.round((until - from) / DAY_MS) }, (_, n) =>
    new Date(from + n * DAY_MS).toISOString().slice(0, 10),
  )
}
