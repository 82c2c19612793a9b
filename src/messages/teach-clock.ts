import { clock } from './clock.ts'
import { teach } from './i18n.ts'

/** Adds the sentences of deadlines, which the first load does without: for every part to call that shows one of them. */
export function teachClock(): void {
  teach('clock', clock)
}
