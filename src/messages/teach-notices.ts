import { teach } from './i18n.ts'
import { notices } from './notices.ts'

/** Adds the sentences of notices: for their panel to call before it shows one. */
export function teachNotices(): void {
  teach('notices', notices)
}
