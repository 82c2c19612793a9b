/** A mail that could not be sent is tried again after this many minutes. */
const EVERY_MINUTES = 10
const MINUTE_MS = 60_000

/**
 * The next instant at which to look who gets the daily mail: every ten minutes, and one of them is the very minute of `at`, in every zone whose
 * distance from UTC is a multiple of ten minutes (elsewhere five minutes later).
 *
 * @param at time of day, `08:05`
 * @returns an instant after `now`, within ten minutes
 */
export function nextTick(now: Date, at: string): Date {
  const wanted = Number(at.slice(-2)) % EVERY_MINUTES
  const minute = Math.floor(now.getTime() / MINUTE_MS) + 1
  return new Date((minute + ((((wanted - minute) % EVERY_MINUTES) + EVERY_MINUTES) % EVERY_MINUTES)) * MINUTE_MS)
}
