import * as v from 'valibot'
import type { NoticeDigest } from '../domain/notice.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { NoticeDigestShape } from './shapes/notice.ts'

/** What waits for the caller in a root. Throws an `Outage`. */
export async function fetchNotices(
  client: DataClient,
  root: number,
  signal: AbortSignal,
): Promise<Result<NoticeDigest, Refusal>> {
  return outcomeOf(await client.rpc('my_notices', { p_root: root }).abortSignal(signal), NoticeDigestShape)
}

/** Says that the caller has looked; gives the instant from which on notices are new. Throws an `Outage`. */
export async function seeNotices(client: DataClient, root: number): Promise<Result<string, Refusal>> {
  return outcomeOf(await client.rpc('see_notices', { p_root: root }), v.string())
}
