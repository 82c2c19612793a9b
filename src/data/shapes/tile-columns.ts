import * as v from 'valibot'
import type { HotspotState } from '../../domain/status.ts'

/** A column is checked by its first value: a tile has up to 30,000 of them and comes from our own function. */
function columnOf<T>(type: 'number' | 'boolean') {
  return v.custom<T[]>((value) => Array.isArray(value) && (value.length === 0 || typeof value[0] === type))
}

const PointColumnsShape = v.object({
  kind: v.literal('points'),
  no: columnOf<number>('number'),
  x: columnOf<number>('number'),
  y: columnOf<number>('number'),
  state: columnOf<HotspotState>('number'),
  category: columnOf<number>('number'),
  urgent: columnOf<boolean>('boolean'),
  due: columnOf<number>('number'),
})

const CellColumnsShape = v.object({
  kind: v.literal('cells'),
  grid: v.picklist([16, 8, 4]),
  scale: v.picklist([1, 64]),
  cx: columnOf<number>('number'),
  cy: columnOf<number>('number'),
  n: v.pipe(v.array(columnOf<number>('number')), v.length(7)),
})

/** What `hotspot_tile(z, x, y, filter)` answers. */
export const TileColumnsShape = v.variant('kind', [PointColumnsShape, CellColumnsShape])
