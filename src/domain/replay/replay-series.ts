import type { ReplayChanges } from './replay-chunk.ts'

/**
 * How things stood at every step for `size` cells or areas; the number of one at a step lies at `step * size + place`. Typed and
 * flat: a year of 600 cells is 400 kB, and a frame is a view into it.
 */
export interface ReplaySeries {
  steps: number
  size: number
  found: Int32Array
  done: Int32Array
  bySource: Int32Array
}

/** How things stood at one step, by place: views into the series. What is found and neither done nor closed per source is open. */
export interface ReplayFrame {
  found: Int32Array
  done: Int32Array
  bySource: Int32Array
}

/** Adds changes up over time; `placeOf` says where a line's `of` belongs, -1 leaves it out. */
export function replaySeries(
  steps: number,
  size: number,
  parts: readonly { changes: ReplayChanges; placeOf: (of: number) => number }[],
): ReplaySeries {
  const found = new Int32Array(steps * size)
  const done = new Int32Array(steps * size)
  const bySource = new Int32Array(steps * size)
  for (const { changes, placeOf } of parts) {
    changes.of.forEach((of, i) => {
      const place = placeOf(of)
      const step = changes.step[i]!
      if (place < 0 || step >= steps) return
      const at = step * size + place
      // What ended was no hotspot to be cleared: from then on it has not been found.
      found[at]! += changes.found[i]! - changes.ended[i]!
      done[at]! += changes.done[i]!
      bySource[at]! += changes.bySource[i]!
    })
  }
  for (let at = size; at < steps * size; at++) {
    found[at]! += found[at - size]!
    done[at]! += done[at - size]!
    bySource[at]! += bySource[at - size]!
  }
  return { steps, size, found, done, bySource }
}

/** The first step at which anything has been found, and the step before it, from which one sees it come; 0 when nothing ever was. */
export function firstStepOf({ found, steps, size }: ReplaySeries): number {
  const at = found.findIndex((n) => n > 0)
  return at === -1 ? 0 : Math.max(0, Math.min(steps - 2, Math.floor(at / size) - 1))
}

/** The same series from a step on; nothing is copied. */
export function seriesFrom({ steps, size, found, done, bySource }: ReplaySeries, first: number): ReplaySeries {
  const from = first * size
  return {
    steps: steps - first,
    size,
    found: found.subarray(from),
    done: done.subarray(from),
    bySource: bySource.subarray(from),
  }
}

/** One step of a series; nothing is copied. */
export function frameAt({ size, found, done, bySource }: ReplaySeries, step: number): ReplayFrame {
  const from = step * size
  const to = from + size
  return { found: found.subarray(from, to), done: done.subarray(from, to), bySource: bySource.subarray(from, to) }
}
