import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { PlaceFeaturesShape, type PlaceFeatures } from './shapes/area-features.ts'

/** The places of a root as GeoJSON points; throws an `Outage`. */
export async function fetchPlaceFeatures(
  client: DataClient,
  rootId: number,
  signal?: AbortSignal,
): Promise<Result<PlaceFeatures, Refusal>> {
  const request = client.rpc('place_features', { p_root: rootId })
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), PlaceFeaturesShape)
}
