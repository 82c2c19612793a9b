import type { ConflictReason, RowReason, RowWarning } from '../../domain/import-reason.ts'
import { ROW_OUTCOMES, type RowOutcome } from '../../domain/import-row.ts'
import { detached } from '../files/detached.ts'
import type { RefusedRow } from '../judging/judgement.ts'
import { countUp, type RefusedExample, type WarnedExample } from '../judging/verdict.ts'

/** A row whose local case stands, with what differs: by field what stands here and what the file says. */
export interface Conflict {
  readonly line: number
  readonly key: string
  readonly no: number | null
  readonly reason: ConflictReason
  readonly diff: Readonly<Record<string, readonly [here: unknown, file: unknown]>>
}

/** What became of the rows so far; filled while an import runs, and true at any moment of it. */
export interface ImportReport {
  rows: number
  outcomes: Record<RowOutcome, number>
  /** Rows that are here now, by whether they lie in an area. */
  inArea: number
  noArea: number
  refused: Partial<Record<RowReason, number>>
  warnings: Partial<Record<RowWarning, number>>
  refusedExamples: RefusedExample[]
  warnedExamples: WarnedExample[]
  conflicts: Conflict[]
}

/** The first so many of each kind are kept; the counts are of all. */
const MOST_EXAMPLES = 200

/** The report of an import that has not begun. */
export function emptyReport(): ImportReport {
  return {
    rows: 0,
    outcomes: Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, 0])) as Record<RowOutcome, number>,
    inArea: 0,
    noArea: 0,
    refused: {},
    warnings: {},
    refusedExamples: [],
    warnedExamples: [],
    conflicts: [],
  }
}

/** What is known of a row that came through, whatever it is. */
export interface CameThrough {
  readonly outcome: Exclude<RowOutcome, 'refused'>
  readonly areaId?: number | null
  readonly warnings?: readonly RowWarning[]
  readonly conflict?: Omit<Conflict, 'line' | 'key'>
}

/** Writes a refused row down in the report. */
export function noteRefused(
  report: ImportReport,
  line: number,
  key: string,
  { reason, found, flaw }: RefusedRow,
): void {
  report.rows++
  report.outcomes.refused++
  countUp(report.refused, reason)
  if (report.refusedExamples.length < MOST_EXAMPLES)
    report.refusedExamples.push({
      line,
      key: detached(key),
      reason,
      ...(found && { found: detached(found) }),
      ...(flaw && { flaw }),
    })
}

/** Writes a row that came through down in the report; areas have no `areaId` of their own and count in neither number. */
export function noteThrough(report: ImportReport, line: number, key: string, row: CameThrough): void {
  report.rows++
  report.outcomes[row.outcome]++
  if (row.areaId !== undefined) report[row.areaId === null ? 'noArea' : 'inArea']++
  for (const warning of row.warnings ?? []) {
    countUp(report.warnings, warning)
    if (report.warnedExamples.length < MOST_EXAMPLES) report.warnedExamples.push({ line, key: detached(key), warning })
  }
  if (row.conflict && report.conflicts.length < MOST_EXAMPLES)
    report.conflicts.push({ line, key: detached(key), ...row.conflict })
}
