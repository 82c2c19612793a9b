import { frameAt, type ReplaySeries } from '../../../domain/replay/replay-series.ts'

/** How things stood in one place at one step. */
export interface ReplayStand {
  found: number
  done: number
  bySource: number
  open: number
}

/** The numbers of one place of a series at a step. */
export function standOf(series: ReplaySeries, step: number, place = 0): ReplayStand {
  const frame = frameAt(series, step)
  const found = frame.found[place] ?? 0
  const done = frame.done[place] ?? 0
  const bySource = frame.bySource[place] ?? 0
  return { found, done, bySource, open: found - done - bySource }
}
