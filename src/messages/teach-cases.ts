import { cases } from './cases.ts'
import { teach } from './i18n.ts'

/** Adds the sentences of the ledger: for its screen to call before it shows one. */
export function teachCases(): void {
  teach('cases', cases)
}
