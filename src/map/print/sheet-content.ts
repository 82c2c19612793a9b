import type { StatusGroup } from '../../domain/status-group.ts'

/** Every word that stands on a printed map, in the language of the reader. */
export interface SheetContent {
  title: string
  /** What is shown: campaign, filters, day. */
  subtitle: string
  /** The status groups that the map shows, with their counts as written. */
  groups: readonly { group: StatusGroup; label: string; count: string }[]
  /** The ring around what is overdue, with its count as written; null where nothing is. */
  overdue: { label: string; count: string } | null
  /** What the colours of the areas mean; null when they have none. */
  ramp: { label: string; from: string; to: string; none: string } | null
  /** How lengths are written: `500 m`, `2 km`. */
  length: (metres: number) => string
  /** How a scale is written: `1:25,000`. */
  scale: (n: number) => string
  north: string
  /** Source, approval number, time of the data; one line each. */
  sources: readonly string[]
}
