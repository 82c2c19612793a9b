import type { Account } from '../domain/account.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { AccountShape } from './shapes/account.ts'

/** Who is signed in, with memberships and the area roots they reach into; throws an `Outage`. */
export async function fetchAccount(client: DataClient, signal?: AbortSignal): Promise<Result<Account, Refusal>> {
  const request = client.rpc('my_account')
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), AccountShape)
}
