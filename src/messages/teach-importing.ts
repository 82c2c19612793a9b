import { teach } from './i18n.ts'
import { importing } from './importing.ts'

/** Adds the sentences of the import, two fifths of all, which most people never see: for its screen to call before it shows one. */
export function teachImporting(): void {
  teach('importing', importing)
}
