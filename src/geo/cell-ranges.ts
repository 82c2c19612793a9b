import { tileAt, type TileAddress } from './tile-address.ts'

/** Keys of the tile pyramid are counted in cells of this level: they fit into a number of JavaScript. */
export const KEY_LEVEL = 26

/** A half-open range of level-26 cells in Z-order. */
export type CellRange = [from: number, to: number]

/** Every cell of the world. */
export const WORLD: CellRange = [0, 4 ** KEY_LEVEL]

/** Number of a tile among all of its zoom (0 to 26) in Z-order. */
export function zOrderOf({ z, x, y }: TileAddress): number {
  let key = 0
  for (let bit = z - 1; bit >= 0; bit--) key = key * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1)
  return key
}

/** The tiles of a zoom that touch an extent `[west, south, east, north]`, as few ranges of level-26 cells, ascending. */
export function cellRanges(
  [west, south, east, north]: readonly [number, number, number, number],
  z: number,
): CellRange[] {
  const first = tileAt(west, north, z)
  const last = tileAt(east, south, z)
  const keys: number[] = []
  for (let y = first.y; y <= last.y; y++) for (let x = first.x; x <= last.x; x++) keys.push(zOrderOf({ z, x, y }))
  const unit = 4 ** (KEY_LEVEL - z)
  const ranges: CellRange[] = []
  for (const key of keys.toSorted((a, b) => a - b)) {
    const before = ranges.at(-1)
    if (before && before[1] === key * unit) before[1] += unit
    else ranges.push([key * unit, (key + 1) * unit])
  }
  return ranges
}

/** How many tiles of a zoom touch an extent. */
export function tilesIn([west, south, east, north]: readonly [number, number, number, number], z: number): number {
  const first = tileAt(west, north, z)
  const last = tileAt(east, south, z)
  return (last.x - first.x + 1) * (last.y - first.y + 1)
}

/** True when every one of `parts` lies in one of `ranges`, both ascending and without overlap. */
export function coversRanges(ranges: readonly CellRange[], parts: readonly CellRange[]): boolean {
  return parts.every(([from, to]) => ranges.some(([start, end]) => start <= from && to <= end))
}
