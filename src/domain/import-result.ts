import type { ConflictReason, RowReason, RowWarning } from './import-reason.ts'

/** What became of a row, `i` being its place in the batch that was sent. */
export type HotspotImportResult =
  | { i: number; outcome: 'refused'; reason: RowReason }
  | {
      i: number
      outcome: 'new' | 'updated' | 'unchanged'
      no: number | null
      areaId: number | null
      warnings: RowWarning[]
    }
  | {
      i: number
      outcome: 'conflict'
      reason: ConflictReason
      no: number | null
      areaId: number | null
      warnings: RowWarning[]
      /** By field: what stands here, what the file says. */
      diff: Record<string, [here: unknown, file: unknown]>
    }

/** What became of an area, `i` being its place in the batch that was sent. */
export type AreaImportResult =
  | { i: number; outcome: 'refused'; reason: RowReason }
  | { i: number; outcome: 'new' | 'updated' | 'unchanged'; id: number | null }
