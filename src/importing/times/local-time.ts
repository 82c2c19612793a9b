/** What a clock and a calendar on the wall show; month and day from 1. */
export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** Whether the day is in the calendar and the time on the clock (24:00 is not). */
export function isRealTime({ year, month, day, hour, minute, second }: LocalTime): boolean {
  if (hour > 23 || minute > 59 || second > 59 || month < 1 || month > 12 || day < 1 || year < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The local time counted as if it were UTC, in ms since 1970. */
export function asIfUtcMs(time: LocalTime): number {
  const { year, month, day, hour, minute, second, millisecond } = time
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
}
