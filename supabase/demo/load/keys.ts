import type { DemoLimit } from '../life/working-clock.ts'

/** What the database knows of what the demo calls by keys: mostly the numbers that it has given. */
export interface Keys {
  readonly root: number
  readonly areas: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, { id: number; name: string; nameEn: string }>
  readonly users: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, number>
  readonly campaigns: ReadonlyMap<string, number>
  /** By code system and code, `local ad-stamp`. */
  readonly categories: ReadonlyMap<string, { id: number; urgent: boolean; limit: DemoLimit }>
  /** Whether it is worked, for days `YYYY-MM-DD` that are not what their weekday says. */
  readonly workDays: ReadonlyMap<string, boolean>
}

/** The value of a key that must be there. */
export function valueOf<T>(values: ReadonlyMap<string, T>, key: string, what: string): T {
  const value = values.get(key)
  if (value === undefined) throw new Error(`The demo knows no ${what} ${key}.`)
  return value
}
