import { teach } from './i18n.ts'
import { relapse } from './relapse.ts'

/** Adds the sentences of relapses, which the first load does without: for its screen to call before it shows one. */
export function teachRelapse(): void {
  teach('relapse', relapse)
}
