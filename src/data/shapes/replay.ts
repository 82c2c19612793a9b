import * as v from 'valibot'
import type { ReplayChunk } from '../../domain/replay/replay-chunk.ts'

/** A column is checked by its first value: a chunk has up to 30,000 of them and comes from our own function. */
const Column = v.custom<number[]>(
  (value) => Array.isArray(value) && (value.length === 0 || typeof value[0] === 'number'),
)

const ChangesShape = v.object({
  of: Column,
  step: Column,
  found: Column,
  done: Column,
  bySource: Column,
  ended: Column,
})

/** What `replay_chunk` answers. */
export const ReplayChunkShape: v.GenericSchema<unknown, ReplayChunk> = v.object({
  rows: v.number(),
  undated: v.number(),
  cells: v.object({ key: Column, n: Column, lng: Column, lat: Column }),
  byCell: ChangesShape,
  byArea: ChangesShape,
})

/** What `replay_chunks` answers. */
export const ReplayChunksShape = v.array(v.tuple([v.number(), v.number()]))

/** A dated phase of a campaign; days as YYYY-MM-DD, both included. */
export const CampaignPhaseShape = v.object({
  name: v.string(),
  nameEn: v.nullable(v.string()),
  startsOn: v.string(),
  endsOn: v.string(),
})

export type CampaignPhase = v.InferOutput<typeof CampaignPhaseShape>
