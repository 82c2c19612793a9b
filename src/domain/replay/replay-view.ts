import { cellRanges, tilesIn, WORLD, type CellRange } from '../../geo/cell-ranges.ts'

/** What the map shows: `extent` is [west, south, east, north], the box is in pixels. */
export interface ReplayWindow {
  zoom: number
  width: number
  height: number
  extent: readonly [number, number, number, number]
}

/** Which cells a replay asks for: those of `level` in `ranges`, which are all there are when `isWhole`. */
export interface ReplayView {
  level: number
  ranges: CellRange[]
  isWhole: boolean
  /** Width of a cell on the screen, in pixels. */
  cellPx: number
}

/** A view is cut into at most so many cells: what a frame costs follows the screen, not the hotspots. */
const MOST_CELLS = 600
/** Discs that are closer than this cannot be told apart, in pixels. */
const SMALLEST_CELL = 48
const TILE_PX = 512
/** A tile of this many levels above the cells is the unit in which a view is asked for: 16 × 16 cells. */
const TILE_BITS = 4
/** When the whole township has no more such tiles than this, all of it is read at once and moving about asks for nothing. */
const MOST_TILES_OF_WHOLE = 12
const DEEPEST_LEVEL = 20

/** The cells for a window of the map; `whole` is the extent of everything, null when it is not known. */
export function replayView(
  { zoom, width, height, extent }: ReplayWindow,
  whole: readonly [number, number, number, number] | null,
): ReplayView {
  const cellPx = Math.max(SMALLEST_CELL, Math.sqrt((width * height) / MOST_CELLS))
  const level = Math.min(DEEPEST_LEVEL, Math.max(TILE_BITS, Math.floor(zoom + Math.log2(TILE_PX / cellPx))))
  const z = level - TILE_BITS
  const shown = TILE_PX * 2 ** (zoom - level)
  if (whole && tilesIn(whole, z) <= MOST_TILES_OF_WHOLE) return { level, ranges: [WORLD], isWhole: true, cellPx: shown }
  return { level, ranges: cellRanges(extent, z), isWhole: false, cellPx: shown }
}
