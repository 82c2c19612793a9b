import { teach } from './i18n.ts'
import { printing } from './printing.ts'

/** Adds the sentences of printing, which the first load does without: for its dialog to call before it shows one. */
export function teachPrinting(): void {
  teach('printing', printing)
}
