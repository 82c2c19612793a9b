/** Whether a local minute, counted from 1970, is worked. */
export type IsWorked = (minute: number) => boolean

/** Slow and plain: goes on minute by minute until so many worked ones are passed; back for a negative number, to the end of a span. */
export function dueByTheMinute(from: number, minutes: number, isWorked: IsWorked): number {
  let at = from
  for (let left = minutes; left > 0; at += 1) if (isWorked(at)) left -= 1
  for (let left = -minutes; left > 0; at -= 1) if (isWorked(at - 1)) left -= 1
  if (minutes < 0) while (!isWorked(at - 1)) at -= 1
  return at
}

/** Worked minutes between two local minutes, the first being the earlier. */
export function workedMinutes(from: number, to: number, isWorked: IsWorked): number {
  let worked = 0
  for (let at = from; at < to; at += 1) if (isWorked(at)) worked += 1
  return worked
}

const MINUTES_A_DAY = 1440

/** Working time as a town writes it down: spans in minutes since midnight, weekdays with Monday = 1, and days that differ. */
export function workedBy(
  spans: readonly (readonly [from: number, to: number])[],
  weekdays: readonly number[],
  differing: ReadonlyMap<string, boolean>,
): IsWorked {
  return (minute) => {
    const day = Math.floor(minute / MINUTES_A_DAY)
    const time = minute - day * MINUTES_A_DAY
    if (!spans.some(([from, to]) => time >= from && time < to)) return false
    const date = new Date(day * MINUTES_A_DAY * 60_000)
    return differing.get(date.toISOString().slice(0, 10)) ?? weekdays.includes(date.getUTCDay() || 7)
  }
}
