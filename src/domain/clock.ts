/** What a limit counts, letter for letter as the database has it: two units that run on, two of working time, and the day of the calendar. */
export const LIMIT_UNITS = ['urgent_hour', 'urgent_day', 'working_hour', 'working_day', 'calendar_day'] as const

export type LimitUnit = (typeof LIMIT_UNITS)[number]

/** True for the units that count only working time. */
export function isWorkingUnit(unit: LimitUnit): boolean {
  return unit === 'working_hour' || unit === 'working_day'
}

/** A limit, or what is left of one: an amount may be negative, for what was overdue when its clock was stopped. */
export interface Limit {
  amount: number
  unit: LimitUnit
}

/** Where a running clock stands. */
export interface DueStand {
  kind: 'overdue' | 'soon' | 'running'
  /** How much is left or over, in whole ones of the unit, rounded down; 0 minutes is "this very minute". */
  amount: number
  unit: 'minute' | 'hour' | 'day'
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Up to two days are said in hours: "one day" could be 24 hours or 47. */
const HOURS_UP_TO_MS = 2 * DAY_MS

/**
 * Where the clock of a case stands at a moment: by the clock on the wall, not by working time.
 *
 * @param dueAt ISO instant; `soonHours` before it a case is due soon
 */
export function dueStand(dueAt: string, now: Date, soonHours = 24): DueStand {
  const leftMs = Date.parse(dueAt) - now.getTime()
  const kind = leftMs < 0 ? 'overdue' : leftMs < soonHours * HOUR_MS ? 'soon' : 'running'
  const ms = Math.abs(leftMs)
  if (ms < HOUR_MS) return { kind, amount: Math.floor(ms / MINUTE_MS), unit: 'minute' }
  if (ms < HOURS_UP_TO_MS) return { kind, amount: Math.floor(ms / HOUR_MS), unit: 'hour' }
  return { kind, amount: Math.floor(ms / DAY_MS), unit: 'day' }
}

/** An amount as one says it: at most one decimal, and never nothing where there is something. */
export function spokenAmount(amount: number): number {
  const tenths = Math.round(Math.abs(amount) * 10) / 10
  return tenths === 0 && amount !== 0 ? 0.1 : tenths
}
