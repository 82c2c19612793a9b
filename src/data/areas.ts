import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { AreaFeaturesShape, type AreaFeatures } from './shapes/area-features.ts'

/**
 * The areas of a root that the caller sees, as GeoJSON with parents first; positions are [lng, lat] in WGS 84, boundaries
 * simplified by 2 m. Throws an `Outage`.
 */
export async function fetchAreaFeatures(
  client: DataClient,
  rootId: number,
  signal?: AbortSignal,
): Promise<Result<AreaFeatures, Refusal>> {
  const request = client.rpc('area_features', { p_root: rootId })
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), AreaFeaturesShape)
}
