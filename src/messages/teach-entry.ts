import { entry } from './entry.ts'
import { teach } from './i18n.ts'

/** Adds the sentences of the way in: for its screens to call before they show one. */
export function teachEntry(): void {
  teach('entry', entry)
}
