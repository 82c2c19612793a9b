import type { ProgressByArea, ProgressRow } from '../../data/shapes/progress.ts'
import { closedShare, progressOf, verifiedShare, type Progress } from '../../domain/progress.ts'

/** One line of the table: an area, what lies directly in the parent, or what lies in no area. */
export interface ProgressLine {
  /** Unique in a table: the area's id, `direct` or `none`. */
  key: string
  kind: ProgressRow['kind']
  areaId: number | null
  name: string | null
  nameEn: string | null
  /** Areas below this one; 0 where there is nothing to open. */
  children: number
  progress: Progress
  /** 0 to 1, null without hotspots. */
  share: number | null
  /** The share with what only the source calls closed. */
  closedShare: number | null
}

/** The lines of an answer in its own order. */
export function linesOf(answer: ProgressByArea): ProgressLine[] {
  return answer.rows.map(lineOf)
}

function lineOf(row: ProgressRow): ProgressLine {
  const progress = progressOf(row.states)
  return {
    key: row.kind === 'area' ? String(row.areaId) : row.kind,
    kind: row.kind,
    areaId: row.kind === 'area' ? row.areaId : null,
    name: row.name,
    nameEn: row.nameEn,
    children: row.children,
    progress,
    share: verifiedShare(progress),
    closedShare: closedShare(progress),
  }
}
