import * as v from 'valibot'

const Text = v.nullable(v.string())
const NumbersShape = v.object({
  closed: v.number(),
  relapsed: v.number(),
  medianDays: v.nullable(v.number()),
  byDays: v.tuple([v.number(), v.number(), v.number(), v.number()]),
})
const RowShape = v.object({
  ...NumbersShape.entries,
  areaId: v.nullable(v.number()),
  kind: v.picklist(['area', 'direct', 'none']),
  name: Text,
  nameEn: Text,
})

/** What `relapse_by_area(parent, campaign)` answers. */
export const RelapseByAreaShape = v.object({
  parent: v.object({ id: v.number(), name: v.string(), nameEn: Text }),
  days: v.number(),
  rows: v.array(RowShape),
  total: NumbersShape,
  countedAt: v.string(),
})

export type RelapseByArea = v.InferOutput<typeof RelapseByAreaShape>
/** Verified closed cases of an area, how many came back in time, and after how many days: 0–6, 7–29, 30–89, later. */
export type RelapseNumbers = v.InferOutput<typeof NumbersShape>
export type RelapseRow = v.InferOutput<typeof RowShape>
