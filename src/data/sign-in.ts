import { isAuthApiError, isAuthRetryableFetchError, type AuthError } from '@supabase/supabase-js'
import { ok, refused, type Result } from '../domain/result.ts'
import { retryAtOf, type DataClient } from './client.ts'
import { Outage } from './errors.ts'

/** Why a sign-in failed: the pair is wrong, or there were too many tries and `retryAt` (ISO, null = unknown) is next. */
export type SignInProblem = { kind: 'invalid_credentials' } | { kind: 'too_many_attempts'; retryAt: string | null }

/** True when this browser holds a session, refreshed where it had run out; throws an `Outage`. */
export async function hasSession(client: DataClient): Promise<boolean> {
  const { data, error } = await client.auth.getSession()
  if (error && isAuthRetryableFetchError(error)) throw new Outage('unreachable', { cause: error })
  return data.session !== null
}

/** Signs in with e-mail and password; throws an `Outage` when the server did not answer. */
export async function signIn(
  client: DataClient,
  email: string,
  password: string,
): Promise<Result<void, SignInProblem>> {
  const { error } = await client.auth.signInWithPassword({ email, password })
  return error ? refused(problemOf(client, error)) : ok(undefined)
}

/** Forgets the session in this browser and, if it can be reached, on the server. */
export async function signOut(client: DataClient): Promise<void> {
  const { error } = await client.auth.signOut({ scope: 'local' })
  if (error && !isAuthApiError(error) && !isAuthRetryableFetchError(error)) throw error
}

/** Tells when the session ends by itself: signed out in another tab, or a refresh that the server refused. */
export function onSignedOut(client: DataClient, listener: () => void): () => void {
  const { data } = client.auth.onAuthStateChange((event) => {
    if (event === 'SIGNED_OUT') listener()
  })
  return () => data.subscription.unsubscribe()
}

function problemOf(client: DataClient, error: AuthError): SignInProblem {
  if (isAuthRetryableFetchError(error)) throw new Outage('unreachable', { cause: error })
  if (error.status === 429) return { kind: 'too_many_attempts', retryAt: retryAtOf(client) }
  if (error.status && error.status >= 500) throw new Outage('server', { cause: error })
  if (error.status === 400 || error.status === 401 || error.status === 422) return { kind: 'invalid_credentials' }
  throw error
}
