import type { RowReason, RowWarning } from '../../domain/import-reason.ts'
import type { BoundaryFlaw } from '../../geo/boundary-flaw.ts'
import type { FileRefusal } from '../files/file-refusal.ts'

/** One row that is refused, for a person to look at. */
export interface RefusedExample {
  readonly line: number
  readonly key: string
  readonly reason: RowReason
  readonly found?: string
  readonly flaw?: BoundaryFlaw
}

/** One row that comes in but should be looked at. */
export interface WarnedExample {
  readonly line: number
  readonly key: string
  readonly warning: RowWarning
}

/** What the whole file is like, before anything of it is written. */
export interface Verdict {
  readonly rows: number
  readonly good: number
  readonly refused: Readonly<Partial<Record<RowReason, number>>>
  readonly refusedExamples: readonly RefusedExample[]
  readonly warnings: Readonly<Partial<Record<RowWarning, number>>>
  readonly warnedExamples: readonly WarnedExample[]
  /** Why nothing of it may be written, if so. */
  readonly refusal: FileRefusal | null
}

/** Adds one to a count by name. */
export function countUp<K extends string>(counts: Partial<Record<K, number>>, name: K): void {
  counts[name] = (counts[name] ?? 0) + 1
}
