import type { Door, Answer } from './door.ts'
import type { Person } from './read-matrix.ts'
import type { Setting } from './setting.ts'

/** An attempt to reach beyond one's own, and how it must end: with a refusal, or by touching no row. */
export type Forgery = {
  who: Person
  what: string
  attempt: (door: Door, setting: Setting, who: Person) => Promise<Answer>
  /** Refusal, or `no row`. */
  ends: string
}
