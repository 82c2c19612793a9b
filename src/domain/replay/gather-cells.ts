import type { ReplayChunk } from './replay-chunk.ts'
import { replaySeries, type ReplaySeries } from './replay-series.ts'

/** The cells of a replay: where each lies, in degrees, and how things stood in it. */
export interface ReplayCells {
  positions: { lng: number; lat: number }[]
  series: ReplaySeries
  /** The most hotspots that any cell has had at any step. */
  most: number
}

/** Puts the parts of a replay together by cell: one that lies in two parts is one, in the middle of all its hotspots. */
export function gatherCells(steps: number, chunks: readonly ReplayChunk[]): ReplayCells {
  const places = new Map<number, number>()
  const sums: { n: number; lng: number; lat: number }[] = []
  const parts = chunks.map(({ cells, byCell }) => {
    const placeByCell = cells.key.map((key, i) => {
      const n = cells.n[i]!
      let place = places.get(key)
      if (place === undefined) {
        place = sums.push({ n: 0, lng: 0, lat: 0 }) - 1
        places.set(key, place)
      }
      const sum = sums[place]!
      sum.n += n
      sum.lng += n * cells.lng[i]!
      sum.lat += n * cells.lat[i]!
      return place
    })
    return { changes: byCell, placeOf: (cell: number) => placeByCell[cell] ?? -1 }
  })
  const series = replaySeries(steps, sums.length, parts)
  return {
    positions: sums.map(({ n, lng, lat }) => ({ lng: lng / n, lat: lat / n })),
    series,
    most: series.found.reduce((most, n) => Math.max(most, n), 0),
  }
}
