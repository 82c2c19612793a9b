/** A calendar day as YYYY-MM-DD. */
export type Day = string

const MS_A_DAY = 86_400_000

/** True for a day that exists. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The day that an instant belongs to in a time zone. */
export function dayOf(instant: Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(instant)
}

/** A day so many days later, or earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_A_DAY).toISOString().slice(0, 10)
}

/** The instant at which a day begins in a time zone, as ISO 8601; a midnight that a clock change skips is the next instant. */
export function startOfDay(day: Day, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // The offset is asked for near the answer and once more at the answer: it may change in between.
  const first = midnight - offsetMs(midnight, timeZone)
  return new Date(midnight - offsetMs(first, timeZone)).toISOString()
}

/** How far a time zone is ahead of UTC at an instant. */
function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(at / 1000) * 1000
}
