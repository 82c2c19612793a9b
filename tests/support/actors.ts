import type { Actor, Query } from './test-database.ts'

/** The accounts of the demo township, named by the part of their address before the @. */
export const DEMO_ACCOUNTS = [
  'admin',
  'planner',
  'supervisor',
  'supervisor2',
  'handler',
  'officer',
  'viewer',
  'leader',
  'stranger',
] as const

/** One of the demo accounts; `stranger` belongs to another root. */
export type DemoAccount = (typeof DEMO_ACCOUNTS)[number]

/** The password of every demo account. */
export const DEMO_PASSWORD = 'demo-township'

/** @returns the address that an account signs in with */
export const demoEmail = (account: DemoAccount) => `${account}@demo.example`

/** Somebody who has not signed in. */
export const signedOut: Actor = { role: 'anon' }
/** Somebody with an account and without any membership. */
export const signedInNobody: Actor = { role: 'authenticated', userId: '00000000-0000-4000-8000-00000000dead' }
/** The secret key. */
export const serviceRole: Actor = { role: 'service_role' }

/**
 * The demo accounts of a seeded database, to act as.
 *
 * @throws when one of them is missing
 */
export async function demoActors(query: Query): Promise<Record<DemoAccount, Actor>> {
  const users = await query<{ id: string; email: string }>('select id, email from auth.users')
  const actors = DEMO_ACCOUNTS.map((account) => {
    const email = demoEmail(account)
    const user = users.find((each) => each.email === email)
    if (!user) throw new Error(`The seed has no account ${email}.`)
    return [account, { role: 'authenticated', userId: user.id, email }] as const
  })
  return Object.fromEntries(actors) as Record<DemoAccount, Actor>
}
