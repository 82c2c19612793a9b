import type { DemoAccount } from '../../data/connection.ts'
import type { Role } from '../../domain/role.ts'

/** Accounts that their role alone does not describe, by the name in their address. */
const SPECIAL = ['supervisor2', 'leader', 'stranger'] as const

/** The order in which a hotspot meets the roles. */
const WORKFLOW: readonly Role[] = ['officer', 'supervisor', 'handler', 'planner', 'admin', 'viewer']

/** Whose own words an account has; null for one whose role says it all. */
export function wordsOf(account: DemoAccount): (typeof SPECIAL)[number] | null {
  return SPECIAL.find((name) => account.email.startsWith(`${name}@`)) ?? null
}

/** The accounts in the order of the work, the special ones last. */
export function byWorkflow(accounts: readonly DemoAccount[]): DemoAccount[] {
  const place = (account: DemoAccount) => {
    const special = wordsOf(account)
    return special ? WORKFLOW.length + SPECIAL.indexOf(special) : WORKFLOW.indexOf(account.role)
  }
  return [...accounts].sort((a, b) => place(a) - place(b))
}
