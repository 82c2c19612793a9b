import type { RelapseByArea, RelapseNumbers, RelapseRow } from '../../../data/shapes/relapse.ts'

/** Below this many closed cases a rate says more of chance than of the place. */
export const FEW = 10
/** The rate at which the map's worst class begins. */
export const WORST_RATE = 0.25
/** Where the map's classes begin, from the worst to the best, as its legend writes them. */
export const RATE_EDGES = ['≥25%', '', '20', '15', '10', '5', '0'] as const

/** One line of the table of relapses. */
export interface RelapseLine extends RelapseNumbers {
  /** Unique in a table: the area's id, `direct` or `none`. */
  key: string
  kind: RelapseRow['kind']
  areaId: number | null
  name: string | null
  nameEn: string | null
  /** Relapsed of closed, 0 to 1; null when nothing was closed. */
  rate: number | null
  /** What the map's ramp shows, 1 = nothing came back; null where there is nothing to say. */
  share: number | null
}

export type RelapseColumn = 'area' | 'closed' | 'relapsed' | 'rate' | 'medianDays'

/** Relapsed of closed, 0 to 1; null when nothing was closed. */
export const rateOf = ({ closed, relapsed }: RelapseNumbers): number | null => (closed === 0 ? null : relapsed / closed)

/** The lines of an answer in its own order. */
export function relapseLines({ rows }: RelapseByArea): RelapseLine[] {
  return rows.map((row) => {
    const rate = rateOf(row)
    return {
      ...row,
      key: row.kind === 'area' ? String(row.areaId) : row.kind,
      areaId: row.kind === 'area' ? row.areaId : null,
      rate,
      share: rate === null ? null : Math.max(0, 1 - rate / WORST_RATE),
    }
  })
}

/**
 * The areas by a column, most first (names from the first on), then those with too few cases to be ranked, then what lies directly in the parent and in
 * no area.
 */
export function sortRelapses(
  lines: readonly RelapseLine[],
  column: RelapseColumn,
  nameOf: (line: RelapseLine) => string,
  locale: string,
): RelapseLine[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const rank = ({ kind, closed }: RelapseLine) => (kind === 'none' ? 3 : kind === 'direct' ? 2 : closed < FEW ? 1 : 0)
  const by = (a: RelapseLine, b: RelapseLine) =>
    (column === 'area' ? 0 : (b[column] ?? -1) - (a[column] ?? -1)) || compare(nameOf(a), nameOf(b))
  return lines.toSorted((a, b) => (column === 'area' ? 0 : rank(a) - rank(b)) || by(a, b))
}
