import { addDays, dayOf, type Day } from './zoned-day.ts'

/** Days of which both ends are included; null is open. */
export interface DayRange {
  from: Day | null
  to: Day | null
}

/** The ranges that end today, by name: 7 days, 30 days, since the first of January. */
export const DAY_PRESETS = ['week', 'month', 'year'] as const

export type DayPreset = (typeof DAY_PRESETS)[number]

/** The days of a preset; `timeZone` decides what today is. */
export function daysOfPreset(preset: DayPreset, timeZone: string): DayRange {
  const today = dayOf(new Date(), timeZone)
  const from = {
    week: () => addDays(today, -6),
    month: () => addDays(today, -29),
    year: () => `${today.slice(0, 4)}-01-01`,
  }
  return { from: from[preset](), to: null }
}

/** The preset whose days these are; null for any others. */
export function presetOfDays({ from, to }: DayRange, timeZone: string): DayPreset | null {
  return (to === null && DAY_PRESETS.find((preset) => daysOfPreset(preset, timeZone).from === from)) || null
}
