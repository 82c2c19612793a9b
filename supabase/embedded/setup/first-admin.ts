import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSession } from '../engine/database-session.ts'
import { createUser } from '../shims/auth-users.ts'
import type { FirstAdmin } from '../worker/protocol.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Whether nobody can sign in yet. */
export async function needsAdmin(session: DatabaseSession): Promise<boolean> {
  return (await session.query('select from auth.users limit 1')).length === 0
}

/**
 * Makes the token of the one-time link, and keeps its hash alone. A second one ends the first.
 *
 * @returns null when there is somebody already
 */
export async function offerFirstAdmin(session: DatabaseSession): Promise<string | null> {
  if (!(await needsAdmin(session))) return null
  const token = randomBytes(24).toString('base64url')
  await session.query(
    `insert into supabase_migrations.first_admin_token (token_hash) values ($1)
     on conflict (only_row) do update set token_hash = excluded.token_hash, created_at = now()`,
    [hashOf(token)],
  )
  return token
}

/**
 * Makes the first administrator and ends the token, in one transaction: whatever fails, the token still works and nobody was made.
 *
 * @returns `wrong_token` also for a token that was used before
 */
export function createFirstAdmin(
  session: DatabaseSession,
  token: string,
  { email, password, displayName, townshipName }: FirstAdmin,
): Promise<'created' | 'wrong_token'> {
  return session.transaction(async (run) => {
    const taken = await run(
      `delete from supabase_migrations.first_admin_token
       where token_hash = $1 and not exists (select from auth.users) returning 1`,
      [hashOf(token)],
    )
    if (taken.length === 0) return 'wrong_token'
    const userId = await createUser(run, {
      email,
      password,
      email_confirm: true,
      user_metadata: { display_name: displayName },
    })
    await run('select private.create_first_admin($1, $2, $3)', [userId, displayName, townshipName])
    return 'created'
  })
}
