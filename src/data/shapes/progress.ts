import * as v from 'valibot'
import { AREA_LEVELS } from '../../domain/area.ts'
import { countsByState } from './hotspot.ts'

const StatesShape = v.pipe(v.record(v.string(), v.number()), v.transform(countsByState))
const Text = v.nullable(v.string())

const RowShape = v.object({
  areaId: v.nullable(v.number()),
  kind: v.picklist(['area', 'direct', 'none']),
  name: Text,
  nameEn: Text,
  level: v.nullable(v.picklist(AREA_LEVELS)),
  states: StatesShape,
  children: v.number(),
})

/** What `progress_by_area(parent, campaign)` answers. */
export const ProgressByAreaShape = v.object({
  parent: v.object({ id: v.number(), name: v.string(), nameEn: Text }),
  rows: v.array(RowShape),
  total: v.object({ states: StatesShape }),
  countedAt: v.string(),
})

export type ProgressByArea = v.InferOutput<typeof ProgressByAreaShape>
/** `area`: a child rolled up over its subtree; `direct`: in the parent and in no child; `none`: in no area of the root. */
export type ProgressRow = v.InferOutput<typeof RowShape>
