import type { Actor, Query } from './test-database.ts'

/** Thrown inside a transaction to leave it without a trace. */
export class RolledBack extends Error {}

/**
 * Makes the open transaction the actor's, the way PostgREST does: the claims of the token, then the role. The older
 * `request.jwt.claim.*` settings stay unset: a hosted project does not set them either.
 */
export async function become(query: Query, { role, userId, email }: Actor): Promise<void> {
  const claims = { role, aud: role, ...(userId && { sub: userId }), ...(email && { email }) }
  await query("select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)", [
    JSON.stringify(claims),
    role,
  ])
}

/** `as` and `rehearse` of a test database, over whatever opens a transaction. */
export function actingOver(transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>) {
  const as = <T>(actor: Actor, work: (query: Query) => Promise<T>) =>
    transaction(async (query) => {
      await become(query, actor)
      return work(query)
    })

  const rehearse = async <T>(actor: Actor, work: (query: Query) => Promise<T>): Promise<T> => {
    let outcome: { value: T } | undefined
    try {
      await as(actor, async (query) => {
        outcome = { value: await work(query) }
        throw new RolledBack()
      })
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error
    }
    if (!outcome) throw new Error('The work ended the transaction by itself.')
    return outcome.value
  }

  return { as, rehearse }
}
