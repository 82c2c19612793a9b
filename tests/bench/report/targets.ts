import { summaryOf, type Summary } from '../measure/summary.ts'
import type { Samples } from '../measure/samples.ts'
import { IMPORT, REPORT } from '../subjects/api-writes.ts'
import { FIRST_CELLS, FIRST_POINTS } from '../browser/first-marks.ts'
import { PROGRESS } from '../subjects/numbers.ts'
import { SQL_BATCH } from '../subjects/sql-writes.ts'
import { FILTERS, tileMeasure, views } from '../subjects/tiles.ts'

/** What the product promises of its growth: the largest size against the smallest, or one thing against another at the largest. */
interface Target {
  what: string
  of: 'p50' | 'p95'
  measures: string[]
  /** Compared at the largest size; left out: the same measures at the smallest. */
  against?: string[]
  limit: number
}

const untimedTiles = views.flatMap((view) =>
  FILTERS.filter((filter) => filter !== 'time').map((filter) => tileMeasure(view, filter)),
)

const TARGETS: Target[] = [
  { what: 'tiles without a time filter', of: 'p95', measures: untimedTiles, limit: 3 },
  { what: 'progress table', of: 'p95', measures: PROGRESS, limit: 2 },
  { what: REPORT, of: 'p50', measures: [REPORT], limit: 1.3 },
  { what: `${IMPORT}, per row`, of: 'p50', measures: [IMPORT], limit: 3 },
  { what: `${SQL_BATCH.with}, per row`, of: 'p50', measures: [SQL_BATCH.with], limit: 3 },
  {
    what: `${SQL_BATCH.with} against ${SQL_BATCH.without}`,
    of: 'p50',
    measures: [SQL_BATCH.with],
    against: [SQL_BATCH.without],
    limit: 3,
  },
  { what: FIRST_CELLS, of: 'p50', measures: [FIRST_CELLS], limit: 2 },
  { what: FIRST_POINTS, of: 'p50', measures: [FIRST_POINTS], limit: 2 },
]

export interface Verdict {
  what: string
  of: 'p50' | 'p95'
  /** Milliseconds. */
  base: number
  top: number
  ratio: number
  limit: number
  /** Null when the sizes are too close to say. */
  isMet: boolean | null
}

/** Judges every target that was measured. */
export function verdictsOf(samples: Samples, sizes: readonly number[]): Verdict[] {
  const smallest = Math.min(...sizes)
  const largest = Math.max(...sizes)
  const isJudged = largest >= 1000 * smallest
  return TARGETS.flatMap(({ what, of, measures, against, limit }) => {
    const top = valueOf(summaryOf(samples.of(measures, largest)), of)
    const base = valueOf(summaryOf(samples.of(against ?? measures, against ? largest : smallest)), of)
    if (top === null || base === null) return []
    const ratio = top / base
    return [{ what, of, base, top, ratio, limit, isMet: isJudged || against ? ratio <= limit : null }]
  })
}

const valueOf = (summary: Summary | null, of: 'p50' | 'p95') => (summary ? summary[of] : null)
