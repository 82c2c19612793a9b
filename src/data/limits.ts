import * as v from 'valibot'
import type { Limit } from '../domain/clock.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { readPages } from './read-pages.ts'
import { TimeLimitShape } from './shapes/calendar.ts'

/** A limit of a root, or a shipped one; `categoryId` null is for any category. */
export type TimeLimit = v.InferOutput<typeof TimeLimitShape>

const COLUMNS = 'id, root_id, category_id, urgent, amount, unit'

/** The shipped limits and a root's own. */
export async function fetchTimeLimits(client: DataClient, root: number): Promise<Result<TimeLimit[], Refusal>> {
  return readPages(TimeLimitShape, (from, to) =>
    client.from('time_limits').select(COLUMNS).or(`root_id.is.null,root_id.eq.${root}`).order('id').range(from, to),
  )
}

/** Writes a root's own limit for a category (null = any), over the one it had. Refuses `not_allowed` to all but its admin, `category_unknown`. */
export async function saveTimeLimit(
  client: DataClient,
  root: number,
  { categoryId, urgent, amount, unit }: Limit & { categoryId: number | null; urgent: boolean },
): Promise<Result<TimeLimit, Refusal>> {
  const mine = client.from('time_limits').update({ amount, unit }).eq('root_id', root).eq('urgent', urgent)
  const ofCategory = categoryId === null ? mine.is('category_id', null) : mine.eq('category_id', categoryId)
  const updated = outcomeOf(await ofCategory.select(COLUMNS), v.array(TimeLimitShape))
  if (!updated.ok) return updated
  const [row] = updated.value
  if (row) return ok(row)
  const inserted = client.from('time_limits').insert({ root_id: root, category_id: categoryId, urgent, amount, unit })
  return outcomeOf(await inserted.select(COLUMNS).single(), TimeLimitShape)
}

/** Takes a root's own limit back: the next nearest holds again. Refuses `not_allowed` what is not there for the caller. */
export async function removeTimeLimit(client: DataClient, id: number): Promise<Result<null, Refusal>> {
  const gone = outcomeOf(
    await client.from('time_limits').delete().eq('id', id).select('id'),
    v.array(v.object({ id: v.number() })),
  )
  if (!gone.ok) return gone
  return gone.value.length === 1 ? ok(null) : { ok: false, error: { code: 'not_allowed' } }
}
