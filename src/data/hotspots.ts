import type { HotspotFilter } from '../domain/filter.ts'
import type { Hotspot, HotspotDetail, NearbyCase } from '../domain/hotspot.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { Step } from '../domain/step.ts'
import type { DataClient } from './client.ts'
import type { Json } from './database.types.ts'
import { outcomeOf } from './errors.ts'
import {
  HotspotCountsShape,
  HotspotDetailShape,
  HotspotListShape,
  HotspotShape,
  NearbyCasesShape,
  type HotspotCounts,
  type HotspotList,
} from './shapes/hotspot.ts'

/** What a step carries; `report` needs root, category and a position, the others what their offer says. */
export type StepInput = { [key: string]: Json | undefined }

/** A hotspot with its history and the steps on offer; refuses `not_found` what the caller does not see. */
export async function fetchHotspotDetail(
  client: DataClient,
  no: number,
  signal?: AbortSignal,
): Promise<Result<HotspotDetail, Refusal>> {
  const request = client.rpc('hotspot_detail', { p_no: no })
  const result = outcomeOf(await (signal ? request.abortSignal(signal) : request), HotspotDetailShape)
  if (!result.ok) return result
  return result.value ? ok(result.value) : refused({ code: 'not_found' })
}

/**
 * Takes a step on a hotspot that was read at `version` (null for `report`) and answers it as it is now. Refuses with any
 * code of the steps; a `version_conflict` carries the current hotspot in its detail, for `hotspotOfConflict`.
 */
export async function advanceHotspot(
  client: DataClient,
  id: string,
  step: Step,
  version: number | null,
  input: StepInput = {},
): Promise<Result<Hotspot, Refusal>> {
  const given = version === null ? {} : { p_version: version }
  const response = await client.rpc('advance_hotspot', { p_id: id, p_step: step, ...given, p_input: input })
  return outcomeOf(response, HotspotShape)
}

/** Open cases within `radiusM` metres (1 to 1,000) of a position, of one category or (null) of any; the nearest 20. */
export async function fetchNearbyOpenCases(
  client: DataClient,
  root: number,
  at: { lng: number; lat: number },
  categoryId: number | null,
  radiusM: number,
  signal?: AbortSignal,
): Promise<Result<NearbyCase[], Refusal>> {
  const category = categoryId === null ? {} : { p_category: categoryId }
  const request = client.rpc('nearby_open_cases', {
    p_root: root,
    p_lng: at.lng,
    p_lat: at.lat,
    ...category,
    p_radius_m: radiusM,
  })
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), NearbyCasesShape)
}

/** Hotspots by state under a filter whose states do not count: the legend is the filter. */
export async function fetchHotspotCounts(
  client: DataClient,
  filter: HotspotFilter,
  signal?: AbortSignal,
): Promise<Result<HotspotCounts, Refusal>> {
  const request = client.rpc('hotspot_counts', { filter: { ...filter } })
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), HotspotCountsShape)
}

/** The hotspots of a tile (up to zoom 22) by number, `limit` a page; pass `next` as `after` for the following one. */
export async function fetchHotspotsInTile(
  client: DataClient,
  tile: { z: number; x: number; y: number },
  filter: HotspotFilter,
  after: number | null = null,
  limit = 50,
  signal?: AbortSignal,
): Promise<Result<HotspotList, Refusal>> {
  const from = after === null ? {} : { p_after: after }
  const request = client.rpc('hotspots_in_tile', {
    p_z: tile.z,
    p_x: tile.x,
    p_y: tile.y,
    p_filter: { ...filter },
    p_limit: limit,
    ...from,
  })
  return outcomeOf(await (signal ? request.abortSignal(signal) : request), HotspotListShape)
}
