/**
 * Changes as columns of equal length: what line `i` is `of` (the place of a cell, or the number of an area), at which step, and how
 * many hotspots were found, verified, closed per source and ended then.
 */
export interface ReplayChanges {
  of: readonly number[]
  step: readonly number[]
  found: readonly number[]
  done: readonly number[]
  bySource: readonly number[]
  ended: readonly number[]
}

/** Changes of the hotspots in one part of the map. A cell may go on in the next part, and has the same key there. */
export interface ReplayChunk {
  /** Hotspots that were read. */
  rows: number
  /** Closed or ended without a date, as some sources have it: they count at the last step. */
  undated: number
  /** `lng`, `lat`: the middle of the `n` hotspots of a cell. */
  cells: { key: readonly number[]; n: readonly number[]; lng: readonly number[]; lat: readonly number[] }
  byCell: ReplayChanges
  byArea: ReplayChanges
}

/** Stands for an area where changes name none: directly in the parent, in no area, in one that the person does not see. */
export const AREA_OF_CHANGES = { direct: -1, none: 0, unseen: -2 } as const
