/** A calendar day as `YYYY-MM-DD`. */
type Day = string

/** A day that is not what its weekday says. */
export interface WorkCalendarDay {
  id: number
  day: Day
  isWorking: boolean
  name: string
  nameEn: string | null
  /** From the shipped calendar; a township's own row of the same day wins over it. */
  isShipped: boolean
}

/** When a township works: days that differ, and the weekdays of all others (Monday = 1). */
export interface WorkCalendar {
  weekdays: readonly number[]
  days: ReadonlyMap<Day, Pick<WorkCalendarDay, 'isWorking'>>
}

const DAY_MS = 86_400_000

/** The calendar out of its rows; of two for one day the township's own counts. */
export function workCalendar(rows: readonly WorkCalendarDay[], weekdays: readonly number[]): WorkCalendar {
  const ownLast = rows.toSorted((one, other) => Number(other.isShipped) - Number(one.isShipped))
  return { weekdays, days: new Map(ownLast.map((row) => [row.day, row])) }
}

/** Whether a day is worked. */
export function isWorkingDay(day: Day, { weekdays, days }: WorkCalendar): boolean {
  return days.get(day)?.isWorking ?? weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
}

/**
 * Working days after one day up to and including another, as people count them: from Friday to Monday it is one. None when the
 * second is not later; days are not looked at beyond ten years.
 */
export function workingDaysBetween(after: Day, until: Day, calendar: WorkCalendar): number {
  const last = Math.min(Date.parse(until), Date.parse(after) + 3660 * DAY_MS)
  let worked = 0
  for (let at = Date.parse(after) + DAY_MS; at <= last; at += DAY_MS)
    if (isWorkingDay(new Date(at).toISOString().slice(0, 10), calendar)) worked += 1
  return worked
}
