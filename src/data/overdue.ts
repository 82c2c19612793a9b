import * as v from 'valibot'
import type { HotspotFilter } from '../domain/filter.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'

const OverdueCountShape = v.object({ n: v.number(), isMore: v.boolean() })

/** How many cases are overdue; `isMore` when there are more than were counted. */
export type OverdueCount = v.InferOutput<typeof OverdueCountShape>

/** What is overdue now under a filter whose states do not count, like the legend's other numbers. */
export async function fetchOverdueCount(
  client: DataClient,
  filter: HotspotFilter,
  signal?: AbortSignal,
): Promise<Result<OverdueCount, Refusal>> {
  const request = client.rpc('overdue_count', { p_filter: { ...filter } })
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), OverdueCountShape)
}
