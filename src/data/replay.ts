import type { HotspotFilter } from '../domain/filter.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { ReplayChunk } from '../domain/replay/replay-chunk.ts'
import type { Result } from '../domain/result.ts'
import type { CellRange } from '../geo/cell-ranges.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { readPages } from './read-pages.ts'
import { CampaignPhaseShape, ReplayChunkShape, ReplayChunksShape, type CampaignPhase } from './shapes/replay.ts'

/** What a replay asks of a chunk: its filter (states do not count), the last days of all steps but the last, and in what detail. */
export interface ReplayQuestion {
  filter: HotspotFilter
  days: readonly string[]
  /** Level of the cells, 0 to 20; null asks for none. */
  level: number | null
  byArea: boolean
}

/** Cuts ranges of level-26 cells into chunks that the database reads in a moment each; throws an `Outage`. */
export async function fetchReplayChunks(
  client: DataClient,
  filter: HotspotFilter,
  ranges: readonly CellRange[],
  signal: AbortSignal,
): Promise<Result<CellRange[], Refusal>> {
  const request = client.rpc('replay_chunks', { p_filter: overTime(filter), p_ranges: ranges.map(([...range]) => range) })
  return outcomeOf(await request.abortSignal(signal), ReplayChunksShape)
}

/** The changes of one chunk by step; throws an `Outage`. */
export async function fetchReplayChunk(
  client: DataClient,
  { filter, days, level, byArea }: ReplayQuestion,
  [from, to]: CellRange,
  signal: AbortSignal,
): Promise<Result<ReplayChunk, Refusal>> {
  const request = client.rpc('replay_chunk', {
    p_filter: overTime(filter),
    p_days: [...days],
    p_from: from,
    p_to: to,
    p_by_area: byArea,
    ...(level !== null && { p_level: level }),
  })
  return outcomeOf(await request.abortSignal(signal), ReplayChunkShape)
}

/** The phases of a campaign in their order; throws an `Outage`. */
export function fetchCampaignPhases(client: DataClient, campaignId: number): Promise<Result<CampaignPhase[], Refusal>> {
  return readPages(CampaignPhaseShape, (from, to) =>
    client
      .from('campaign_phases')
      .select('name, nameEn:name_en, startsOn:starts_on, endsOn:ends_on')
      .eq('campaign_id', campaignId)
      .order('position')
      .range(from, to),
  )
}

/** Overdue is a word about now: it says nothing of the days that are replayed. */
function overTime({ overdue: _overdue, ...filter }: HotspotFilter): Omit<HotspotFilter, 'overdue'> {
  return filter
}
