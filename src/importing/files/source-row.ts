import type { Feature, Geometry } from 'geojson'
import type { RowReason } from '../../domain/import-reason.ts'

/** One row of a table, or one feature of a GeoJSON file, before anybody knows what it means. */
export interface SourceRow {
  /** What a person would call it: the row of the spreadsheet, its header being 1; or the number of the feature from 1. */
  readonly line: number
  /** The text of a column without surrounding blanks; '' where the row has none. */
  value(column: string): string
  /** The geometry of a feature; undefined in a table. */
  readonly geometry?: Geometry | null
  /** The row as it stood in the file, to be handed back: the cells of a table, or the feature. */
  readonly original: readonly string[] | Feature
  /** Why the row cannot be read at all. */
  readonly malformed?: RowReason
}
