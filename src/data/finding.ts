import type { HotspotFilter } from '../domain/filter.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Extent } from '../geo/extent.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import {
  AnsweringShape,
  HotspotSearchShape,
  HotspotsInViewShape,
  HotspotsNearShape,
  type Answering,
  type HotspotSearch,
  type HotspotsInView,
  type HotspotsNear,
} from './shapes/finding.ts'

/** Hotspots of a root by number, or whose title and address hold every word of a text; throws an `Outage`. */
export async function searchHotspots(
  client: DataClient,
  rootId: number,
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<Result<HotspotSearch, Refusal>> {
  const request = client.rpc('search_hotspots', { p_root: rootId, p_text: text, p_limit: limit })
  return outcomeOf(await request.abortSignal(signal), HotspotSearchShape)
}

/** The hotspots of a piece of the map, newest number first; pass `next` as `before` for the following page. Throws an `Outage`. */
export async function fetchHotspotsInView(
  client: DataClient,
  extent: Extent,
  filter: HotspotFilter,
  before: number | null,
  signal: AbortSignal,
): Promise<Result<HotspotsInView, Refusal>> {
  const from = before === null ? {} : { p_before: before }
  const request = client.rpc('hotspots_in_view', { p_bbox: [...extent], p_filter: { ...filter }, ...from })
  return outcomeOf(await request.abortSignal(signal), HotspotsInViewShape)
}

/** Hotspots of a root within some metres of a position, by campaign and state; throws an `Outage`. */
export async function fetchHotspotsNear(
  client: DataClient,
  rootId: number,
  { lng, lat }: { lng: number; lat: number },
  radiusM: number,
  signal: AbortSignal,
): Promise<Result<HotspotsNear, Refusal>> {
  const request = client.rpc('hotspots_near', { p_root: rootId, p_lng: lng, p_lat: lat, p_radius_m: radiusM })
  return outcomeOf(await request.abortSignal(signal), HotspotsNearShape)
}

/**
 * Who answers for a position of a root, and for a campaign there, or for what a category proposes. Refuses
 * `outside_scope`; throws an `Outage`.
 */
export async function fetchAnswering(
  client: DataClient,
  rootId: number,
  { lng, lat }: { lng: number; lat: number },
  about: { campaignId: number | null; categoryId: number | null },
  signal: AbortSignal,
): Promise<Result<Answering, Refusal>> {
  const request = client.rpc('who_answers', {
    p_root: rootId,
    p_lng: lng,
    p_lat: lat,
    ...(about.campaignId !== null && { p_campaign: about.campaignId }),
    ...(about.categoryId !== null && { p_category: about.categoryId }),
  })
  return outcomeOf(await request.abortSignal(signal), AnsweringShape)
}
