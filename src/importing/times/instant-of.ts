import { asIfUtcMs, type LocalTime } from './local-time.ts'
import type { ZoneOffset } from './zone-offset.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The instant, in ms since 1970, at which the clocks of a zone show a local time. When clocks are put back and show it
 * twice, the first; when they are put forward over it, as far after the change as the time is after its start (both as
 * the calendar standard RFC 5545 and `Temporal` do it).
 */
export function instantOf(time: LocalTime, offset: ZoneOffset): number {
  const wall = asIfUtcMs(time)
  const before = offset(wall - DAY_MS)
  const after = offset(wall + DAY_MS)
  const early = wall - Math.max(before, after)
  const late = wall - Math.min(before, after)
  if (offset(early) === wall - early) return early
  if (offset(late) === wall - late) return late
  return wall - before
}
