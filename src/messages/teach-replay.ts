import { teach } from './i18n.ts'
import { replay } from './replay.ts'

/** Adds the sentences of the replay, which the first load does without: for its part to call before it shows one. */
export function teachReplay(): void {
  teach('replay', replay)
}
