import type * as v from 'valibot'
import type { HotspotFilter } from '../domain/filter.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { TileColumnsShape } from './shapes/tile-columns.ts'

export type TileColumns = v.InferOutput<typeof TileColumnsShape>

/**
 * One map tile of hotspots as columns: points, or counted cells where there are too many. Throws an `Outage`, an `AbortError`
 * when the signal fires, and for a refusal (a filter that the database cannot read) the defect that it is.
 */
export async function fetchTileColumns(
  client: DataClient,
  tile: { z: number; x: number; y: number },
  filter: HotspotFilter,
  signal: AbortSignal,
): Promise<TileColumns> {
  const request = client.rpc('hotspot_tile', { ...tile, filter: { ...filter } })
  const result = outcomeOf(await request.abortSignal(signal), TileColumnsShape)
  if (!result.ok) throw new Error(`A tile was refused: ${result.error.code}`)
  return result.value
}
