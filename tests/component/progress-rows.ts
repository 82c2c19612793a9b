import type { ProgressByArea, ProgressRow } from '../../src/data/shapes/progress.ts'
import { addCounts, type StateCounts } from '../../src/domain/progress.ts'

/** A row of an answer; what is not said is an area of a village without hotspots. */
export function row(
  areaId: number,
  name: string,
  states: StateCounts = {},
  rest: Partial<ProgressRow> = {},
): ProgressRow {
  return { areaId, kind: 'area', name, nameEn: null, level: 'village', states, children: 0, ...rest }
}

/** An answer whose total closes. */
export function answer(...rows: ProgressRow[]): ProgressByArea {
  return {
    parent: { id: 1, name: '示例镇', nameEn: 'Shili Town' },
    rows,
    total: { states: addCounts(rows.map((each) => each.states)) },
    countedAt: '2026-05-01T02:00:00Z',
  }
}
