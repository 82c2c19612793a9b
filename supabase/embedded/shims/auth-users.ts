import { hash } from 'bcryptjs'
import { randomUUID } from 'node:crypto'
import type { DatabaseSession, RunStatement } from '../engine/database-session.ts'

/** What may be said of a user through GoTrue's admin API. */
export interface UserChange {
  id?: string
  email?: string
  password?: string
  email_confirm?: boolean
  app_metadata?: object
  user_metadata?: object
}

/** Cost of a password hash, as Supabase's. */
const ROUNDS = 10

/**
 * Makes a user who can sign in with a password, with the identity row that goes with it.
 *
 * @param run a statement of the caller's transaction
 * @returns the new user's id, null when the address is taken
 */
export async function createUser(run: RunStatement, user: UserChange & { email: string }): Promise<string | null> {
  const id = user.id ?? randomUUID()
  const email = user.email.trim().toLowerCase()
  const made = await run<{ id: string }>(
    `insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
       confirmation_token, recovery_token, email_change, email_change_token_new, email_change_token_current, created_at, updated_at)
     values ($1, 'authenticated', 'authenticated', $2, $3, case when $4 then now() end, $5, $6, '', '', '', '', '', now(), now())
     on conflict do nothing returning id`,
    [
      id,
      email,
      user.password ? await hash(user.password, ROUNDS) : '',
      user.email_confirm ?? false,
      { provider: 'email', providers: ['email'], ...user.app_metadata },
      user.user_metadata ?? {},
    ],
  )
  if (made.length === 0) return null
  await run(
    `insert into auth.identities (id, user_id, provider, provider_id, identity_data, created_at, updated_at)
     values ($1, $2, 'email', $3, $4, now(), now())`,
    [randomUUID(), id, id, { sub: id, email, email_verified: user.email_confirm ?? false, phone_verified: false }],
  )
  return id
}

/** Changes what is given and leaves the rest; metadata is merged key by key. */
export async function updateUser(session: DatabaseSession, id: string, change: UserChange): Promise<void> {
  await session.query(
    `update auth.users set email = coalesce($2, email), encrypted_password = coalesce($3, encrypted_password),
       email_confirmed_at = case when $4 then coalesce(email_confirmed_at, now()) else email_confirmed_at end,
       raw_app_meta_data = coalesce(raw_app_meta_data, '{}') || $5::jsonb,
       raw_user_meta_data = coalesce(raw_user_meta_data, '{}') || $6::jsonb, updated_at = now()
     where id = $1`,
    [
      id,
      change.email?.trim().toLowerCase() ?? null,
      change.password ? await hash(change.password, ROUNDS) : null,
      change.email_confirm ?? false,
      change.app_metadata ?? {},
      change.user_metadata ?? {},
    ],
  )
}
