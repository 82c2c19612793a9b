import * as v from 'valibot'

/** A row of the routes: no category is any, no area is the whole township. */
export const CategoryRouteShape = v.pipe(
  v.object({
    id: v.number(),
    category_id: v.nullable(v.number()),
    area_id: v.nullable(v.number()),
    unit_id: v.number(),
  }),
  v.transform((row) => ({ id: row.id, categoryId: row.category_id, areaId: row.area_id, unitId: row.unit_id })),
)
