import type { CellColumns, PointColumns } from '../../../src/map/tiles/columns.ts'

/** Points of a tile, one by one. */
export function pointColumns(
  points: { no: number; x: number; y: number; state?: PointColumns['state'][number]; due?: number }[],
) {
  const columns: PointColumns = {
    kind: 'points',
    no: points.map(({ no }) => no),
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
    state: points.map(({ state }) => state ?? 0),
    category: points.map(() => 7),
    urgent: points.map(() => false),
    due: points.map(({ due }) => due ?? 0),
  }
  return columns
}

/** Cells of a tile; `counts` by status group, the rest of them zero. */
export function cellColumns(
  grid: CellColumns['grid'],
  cells: { cx: number; cy: number; counts: number[] }[],
  scale: CellColumns['scale'] = 1,
): CellColumns {
  const n = Array.from({ length: 7 }, (_, group) => cells.map(({ counts }) => counts[group] ?? 0))
  return { kind: 'cells', grid, scale, cx: cells.map(({ cx }) => cx), cy: cells.map(({ cy }) => cy), n }
}
