import type { BoundaryFlawKind } from '../geo/boundary-flaw.ts'

/** Why one row of a file is refused: found while reading the file, or said by the database. */
export const ROW_REASONS = [
  'key_required',
  'duplicate_key',
  'location_required',
  'location_invalid',
  'geometry_invalid',
  'outside_earth',
  'shape_unsupported',
  'category_required',
  'category_unknown',
  'campaign_unknown',
  'unit_required',
  'unit_unknown',
  'status_required',
  'status_unknown',
  'date_required',
  'date_invalid',
  'quantity_invalid',
  'name_required',
  'too_many_cells',
  'outside_scope',
] as const

export type RowReason = (typeof ROW_REASONS)[number]

/** Why a whole file is refused; nothing of it is written. */
export const FILE_REASONS = [
  'file_empty',
  'file_binary',
  'file_has_no_rows',
  'quote_never_closed',
  'json_broken',
  'not_geojson',
  'value_too_long',
  'other_coordinate_system',
  'columns_missing',
  'key_has_doubles',
  'mostly_refused',
  'coordinates_swapped',
  'coordinates_projected',
  'too_many_categories',
] as const

export type FileReason = (typeof FILE_REASONS)[number]

/** Why the local case stands although the file says something else. */
export const CONFLICT_REASONS = ['status_decided_here', 'worked_on_here'] as const

export type ConflictReason = (typeof CONFLICT_REASONS)[number]

/** What a row that came in should be looked at for. */
export const ROW_WARNINGS = ['closed_before_reported'] as const

export type RowWarning = (typeof ROW_WARNINGS)[number]

/** What can be wrong with the boundary of an area. */
export type BoundaryFlawName = BoundaryFlawKind
