/** Milliseconds. */
export interface Summary {
  p50: number
  p95: number
  max: number
  samples: number
}

/** Below this, one round alone says nothing of its tail. */
const ENOUGH_FOR_A_TAIL = 20

/**
 * Condenses samples taken in rounds: the median over the rounds of each round's p50 and p95, so that one disturbed round does not count, and
 * the maximum of all. Rounds of few samples are put together first.
 *
 * @returns null without samples
 */
export function summaryOf(rounds: readonly (readonly number[])[]): Summary | null {
  const all = rounds.flat()
  if (all.length === 0) return null
  const parts = rounds.every((round) => round.length >= ENOUGH_FOR_A_TAIL) ? rounds : [all]
  return {
    p50: median(parts.map((round) => quantile(round, 0.5))),
    p95: median(parts.map((round) => quantile(round, 0.95))),
    max: Math.max(...all),
    samples: all.length,
  }
}

const median = (values: readonly number[]) => quantile(values, 0.5)

/** By linear interpolation between the neighbours. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? NaN
  const above = sorted[Math.ceil(place)] ?? NaN
  return below + (above - below) * (place - Math.floor(place))
}
