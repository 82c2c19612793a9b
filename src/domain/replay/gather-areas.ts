import type { ReplayChunk } from './replay-chunk.ts'
import { replaySeries, type ReplaySeries } from './replay-series.ts'

/** A replay in numbers: by area in the order of `ids` (see `AREA_OF_CHANGES` for those that are none), and in all. */
export interface ReplayAreas {
  ids: number[]
  series: ReplaySeries
  total: ReplaySeries
  /** Hotspots that were read, and those of them that count at the last step for want of a date. */
  rows: number
  undated: number
}

/** Puts the parts of a replay together by area; `known` are areas that have a line even where nothing was found. */
export function gatherAreas(steps: number, chunks: readonly ReplayChunk[], known: readonly number[]): ReplayAreas {
  const ids = [...new Set([...known, ...chunks.flatMap(({ byArea }) => byArea.of)])]
  const places = new Map(ids.map((id, place) => [id, place]))
  const parts = chunks.map(({ byArea }) => byArea)
  return {
    ids,
    series: replaySeries(
      steps,
      ids.length,
      parts.map((changes) => ({ changes, placeOf: (id) => places.get(id) ?? -1 })),
    ),
    total: replaySeries(
      steps,
      1,
      parts.map((changes) => ({ changes, placeOf: () => 0 })),
    ),
    rows: chunks.reduce((sum, { rows }) => sum + rows, 0),
    undated: chunks.reduce((sum, { undated }) => sum + undated, 0),
  }
}
