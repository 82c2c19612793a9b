/** The invented township keeps Chinese time, which has no summer time. */
const ZONE_MS = 8 * 3_600_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** The instant (ms) at which a day `YYYY-MM-DD` begins in the township. */
export function beginOfDay(day: string): number {
  const ms = Date.parse(`${day}T00:00:00+08:00`)
  if (Number.isNaN(ms)) throw new Error(`${day} is not a day: YYYY-MM-DD is expected.`)
  return ms
}

/** The day `YYYY-MM-DD` in the township at an instant (ms). */
export const dayOf = (ms: number): string => new Date(ms + ZONE_MS).toISOString().slice(0, 10)

/** Month 1 … 12 in the township. */
export const monthOf = (ms: number): number => new Date(ms + ZONE_MS).getUTCMonth() + 1

/** 0 = Sunday … 6 = Saturday in the township. */
export const weekdayOf = (ms: number): number => new Date(ms + ZONE_MS).getUTCDay()

/** Hour of the day with its fraction, 0 … 24. */
export const hourOf = (ms: number): number => ((((ms + ZONE_MS) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS

/** The day so many days later (or earlier). */
export const daysAfter = (day: string, days: number): string => dayOf(beginOfDay(day) + days * DAY_MS)

/** The first day of the month so many months later (or earlier). */
export function firstOfMonth(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

/**
 * The first moment from `ms` on at which an office works (8 to 18, no Sundays). Never earlier than `ms`.
 *
 * @param share where in the first hour and a half of a morning the work is taken up, 0 … 1
 */
export function workingMoment(ms: number, share: number): number {
  let moment = ms
  const hour = hourOf(moment)
  if (hour >= 18) moment = morningAfter(moment, 1, share)
  else if (hour < 8) moment = morningAfter(moment, 0, share)
  return weekdayOf(moment) === 0 ? morningAfter(moment, 1, share) : moment
}

function morningAfter(ms: number, days: number, share: number): number {
  return ms - hourOf(ms) * HOUR_MS + days * DAY_MS + (8 + 1.5 * share) * HOUR_MS
}
