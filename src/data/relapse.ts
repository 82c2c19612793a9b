import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { RelapseByAreaShape, type RelapseByArea } from './shapes/relapse.ts'

/**
 * Closed cases and those that came back, for each child of an area, directly in it, and in no area, with their total, in the caller's scope.
 * `campaign` null counts all, 0 those of no campaign. Refuses `not_found`; throws an `Outage`.
 */
export async function fetchRelapseByArea(
  client: DataClient,
  parentId: number,
  campaign: number | null,
  signal: AbortSignal,
): Promise<Result<RelapseByArea, Refusal>> {
  const chosen = campaign === null ? {} : { p_campaign: campaign }
  return outcomeOf(
    await client.rpc('relapse_by_area', { p_parent: parentId, ...chosen }).abortSignal(signal),
    RelapseByAreaShape,
  )
}
