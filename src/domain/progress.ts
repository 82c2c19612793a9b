import { HOTSPOT_STATES, type HotspotState } from './status.ts'

/** Number of hotspots by state; a missing state is zero. */
export type StateCounts = Partial<Record<HotspotState, number>>

/** The columns of progress by area; `found` is the sum of the six after it. */
export interface Progress {
  /** All but rejected, duplicate and transferred. */
  found: number
  /** Reported, accepted or assigned: nobody works on it yet. */
  todo: number
  inWork: number
  /** Handed in is not done. */
  handedIn: number
  /** Closed or held through our own verification. */
  verified: number
  closedPerSource: number
  paused: number
  /** Rejected, duplicate or transferred: not part of `found`. */
  ended: number
}

/** The columns out of the counts by state. */
export function progressOf(counts: StateCounts): Progress {
  const sum = (...states: HotspotState[]) => states.reduce<number>((total, state) => total + (counts[state] ?? 0), 0)
  return {
    found: sum(0, 1, 2, 3, 4, 5, 6, 10, 11),
    todo: sum(0, 1, 2),
    inWork: sum(3),
    handedIn: sum(4),
    verified: sum(5, 6),
    closedPerSource: sum(11),
    paused: sum(10),
    ended: sum(7, 8, 9),
  }
}

/** Adds counts up, state by state. */
export function addCounts(all: readonly StateCounts[]): StateCounts {
  const total: StateCounts = {}
  for (const counts of all)
    for (const state of HOTSPOT_STATES) if (counts[state]) total[state] = (total[state] ?? 0) + counts[state]
  return total
}

/** Verified of found, 0 to 1; null when nothing was found, which is "no data" and not zero. */
export function verifiedShare(progress: Progress): number | null {
  return progress.found === 0 ? null : progress.verified / progress.found
}

/** Verified or closed per source, of found; null when nothing was found. */
export function closedShare(progress: Progress): number | null {
  return progress.found === 0 ? null : (progress.verified + progress.closedPerSource) / progress.found
}
