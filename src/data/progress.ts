import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { ProgressByAreaShape, type ProgressByArea } from './shapes/progress.ts'

/**
 * Hotspots by state for each child of an area, directly in it, and in no area, with their total, in the caller's scope.
 * `campaign` null counts all, 0 those of no campaign. Refuses `not_found`; throws an `Outage`.
 */
export async function fetchProgressByArea(
  client: DataClient,
  parentId: number,
  campaign: number | null,
  signal?: AbortSignal,
): Promise<Result<ProgressByArea, Refusal>> {
  const chosen = campaign === null ? {} : { p_campaign: campaign }
  const request = client.rpc('progress_by_area', { p_parent: parentId, ...chosen })
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), ProgressByAreaShape)
}
