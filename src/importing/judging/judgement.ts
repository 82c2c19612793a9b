import type { RowReason, RowWarning } from '../../domain/import-reason.ts'
import type { BoundaryFlaw } from '../../geo/boundary-flaw.ts'

/** A row that may not come in: the first reason against it. */
export interface RefusedRow {
  readonly ok: false
  readonly reason: RowReason
  /** The text of the file that the reason is about. */
  readonly found?: string
  /** What is wrong with its boundary. */
  readonly flaw?: BoundaryFlaw
  /** Coordinates that were read but are not on the earth: they tell swapped and projected ones apart. */
  readonly numbers?: readonly [lng: number, lat: number]
}

/** A row that may come in, or the first reason why not. */
export type Judgement<T> = { readonly ok: true; readonly row: T; readonly warnings: readonly RowWarning[] } | RefusedRow

/** A row is refused for a reason, which is about `found` where there is such a text. */
export function no(reason: RowReason, found?: string): RefusedRow {
  return found === undefined || found === '' ? { ok: false, reason } : { ok: false, reason, found }
}
