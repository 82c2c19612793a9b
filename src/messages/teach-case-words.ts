import { caseWords } from './case-words.ts'
import { teach } from './i18n.ts'

/** Adds the sentences of a case's life, which the first load does without: for every part to call that shows one of them. */
export function teachCaseWords(): void {
  teach('case', caseWords)
}
