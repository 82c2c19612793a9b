import * as v from 'valibot'
import { ok, refused, type Result } from '../domain/result.ts'
import { Outage } from './errors.ts'

/** What the first administrator of an empty installation says of itself and its township. */
export interface FirstAdmin {
  /** Of the one-time link that the server printed. */
  token: string
  email: string
  password: string
  displayName: string
  townshipName: string
}

/** `wrong_token`: the link was used or is not right; `invalid`: the server found a field wanting. */
export type SetupProblem = 'wrong_token' | 'too_many_attempts' | 'invalid'

/** Fewest characters of a password that the server takes. */
export const PASSWORD_LENGTH = 10

const Status = v.object({ needsAdmin: v.boolean() })

/** True while nobody can sign in; throws an `Outage`. */
export async function fetchNeedsAdmin(): Promise<boolean> {
  const response = await answerOf(fetch('/setup/v1/status', { cache: 'no-store' }))
  if (!response.ok) throw new Outage('server', { cause: response.status })
  return v.parse(Status, await response.json()).needsAdmin
}

/** Makes the first administrator and the township; throws an `Outage`. */
export async function createFirstAdmin(admin: FirstAdmin): Promise<Result<void, SetupProblem>> {
  const response = await answerOf(
    fetch('/setup/v1/first-admin', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(admin),
    }),
  )
  if (response.status === 403) return refused('wrong_token')
  if (response.status === 429) return refused('too_many_attempts')
  if (response.status === 422) return refused('invalid')
  if (!response.ok) throw new Outage('server', { cause: response.status })
  return ok(undefined)
}

async function answerOf(request: Promise<Response>): Promise<Response> {
  return request.catch((cause: unknown) => {
    throw new Outage('unreachable', { cause })
  })
}
