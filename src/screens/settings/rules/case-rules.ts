import type { Json } from '../../../data/database.types.ts'

/** The settings of cases as they are edited; numbers as they are written. */
export interface CaseRules {
  verifyOtherArea: boolean
  hasTimeOfDay: boolean
  timeOfDayMinutes: string
  photoRequired: boolean
  revisitDays: number[]
  relapseRadiusM: string
  relapseDays: string
  dueSoonHours: string
}

/** The field of a written number. */
export type NumberRule = 'timeOfDayMinutes' | 'relapseRadiusM' | 'relapseDays' | 'dueSoonHours'

/** What the database takes of each number; of the hours any, so the largest is a month. */
export const RULE_RANGE: Record<NumberRule, { from: number; to: number }> = {
  timeOfDayMinutes: { from: 1, to: 720 },
  relapseRadiusM: { from: 1, to: 1000 },
  relapseDays: { from: 1, to: 3650 },
  dueSoonHours: { from: 1, to: 720 },
}

/** As many revisits as the database takes, and the longest time until one. */
export const MOST_REVISITS = 12
export const LONGEST_REVISIT_DAYS = 999

/** What counts where a township has set nothing: as the functions of the database have it. */
const BY_DEFAULT = {
  verify_other_area: false,
  verify_same_time_of_day: null,
  photo_required: true,
  revisit_days: [7, 30, 90],
  relapse_radius_m: 30,
  relapse_days: 180,
  due_soon_hours: 24,
}
/** Offered when verifying at the time of day of the report is switched on. */
const MINUTES_OFFERED = 60

export type CaseRuleKey = keyof typeof BY_DEFAULT
export const CASE_RULE_KEYS = Object.keys(BY_DEFAULT) as CaseRuleKey[]

/** The settings in force, to be edited; what is missing, or is not what it should be, is as the database takes it then. */
export function caseRules(stored: ReadonlyMap<string, unknown>): CaseRules {
  const number = (key: 'relapse_radius_m' | 'relapse_days' | 'due_soon_hours') => {
    const value = stored.get(key)
    return String(typeof value === 'number' ? value : BY_DEFAULT[key])
  }
  const minutes = stored.get('verify_same_time_of_day')
  const days = stored.get('revisit_days')
  return {
    verifyOtherArea: stored.get('verify_other_area') === true,
    hasTimeOfDay: typeof minutes === 'number',
    timeOfDayMinutes: String(typeof minutes === 'number' ? minutes : MINUTES_OFFERED),
    photoRequired: stored.get('photo_required') !== false,
    revisitDays: Array.isArray(days) ? days.filter((each) => typeof each === 'number') : BY_DEFAULT.revisit_days,
    relapseRadiusM: number('relapse_radius_m'),
    relapseDays: number('relapse_days'),
    dueSoonHours: number('due_soon_hours'),
  }
}

/** What will be read again once this is saved: 030 is 30 then, and minutes that nobody wants are forgotten. */
export function asStored(rules: CaseRules): CaseRules {
  return caseRules(new Map(Object.entries(valuesOf(rules))))
}

/** A whole number within a range, or null. */
export function readWhole(text: string, { from, to }: { from: number; to: number }): number | null {
  const number = Number(text.trim())
  return /^\d+$/.test(text.trim()) && number >= from && number <= to ? number : null
}

/** The numbers that cannot be saved as they are written. */
export function ruleProblems(rules: CaseRules): NumberRule[] {
  const asked = (Object.keys(RULE_RANGE) as NumberRule[]).filter(
    (key) => key !== 'timeOfDayMinutes' || rules.hasTimeOfDay,
  )
  return asked.filter((key) => readWhole(rules[key], RULE_RANGE[key]) === null)
}

/** What has to be written to get from one to the other, by key; to be asked only without problems. */
export function changedRules(before: CaseRules, after: CaseRules): [CaseRuleKey, Json][] {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  return CASE_RULE_KEYS.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key])).map((key) => [
    key,
    is[key],
  ])
}

function valuesOf(rules: CaseRules): Record<CaseRuleKey, Json> {
  return {
    verify_other_area: rules.verifyOtherArea,
    verify_same_time_of_day: rules.hasTimeOfDay ? Number(rules.timeOfDayMinutes) : null,
    photo_required: rules.photoRequired,
    revisit_days: rules.revisitDays,
    relapse_radius_m: Number(rules.relapseRadiusM),
    relapse_days: Number(rules.relapseDays),
    due_soon_hours: Number(rules.dueSoonHours),
  }
}
