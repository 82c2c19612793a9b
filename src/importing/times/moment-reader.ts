import type { TimePrecision } from '../../domain/hotspot.ts'
import { timeReader } from './date-pattern.ts'
import { instantOf } from './instant-of.ts'
import { zoneOffset } from './zone-offset.ts'

/** How the times of a column are written. */
export interface MomentFormat {
  /** See `timeReader`. */
  readonly format: string
  /** A time of exactly midnight in this column means that only the day is known. */
  readonly midnightIsDay?: boolean | undefined
}

/** A point in time as an import hands it on: a day is the instant at which it begins in its zone. */
export interface Moment {
  readonly at: string
  readonly precision: TimePrecision
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Reads the times of one column in one zone; null for what does not fit. Throws a RangeError for a bad format or zone. */
export function momentReader(
  { format, midnightIsDay }: MomentFormat,
  timeZone: string,
): (text: string) => Moment | null {
  const read = timeReader(format)
  if (!read) throw new RangeError(`no date format: ${format}`)
  const offset = zoneOffset(timeZone)
  return (text) => {
    const found = read(text)
    if (!found) return null
    const ms = found.kind === 'instant' ? found.ms : instantOf(found.time, offset)
    const isMidnight = (ms + offset(ms)) % DAY_MS === 0
    const isDay = (found.kind === 'local' && !found.hasTime) || (midnightIsDay === true && isMidnight)
    return { at: new Date(ms).toISOString(), precision: isDay ? 'day' : 'second' }
  }
}
