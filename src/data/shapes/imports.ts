import * as v from 'valibot'
import { CONFLICT_REASONS, ROW_REASONS, ROW_WARNINGS } from '../../domain/import-reason.ts'

const Refused = v.object({ i: v.number(), outcome: v.literal('refused'), reason: v.picklist(ROW_REASONS) })

const HereNow = {
  i: v.number(),
  no: v.optional(v.nullable(v.number()), null),
  areaId: v.nullable(v.number()),
  warnings: v.optional(v.array(v.picklist(ROW_WARNINGS)), []),
}

/** What became of the hotspots of one call, in their order. */
export const HotspotResultsShape = v.object({
  results: v.array(
    v.variant('outcome', [
      Refused,
      v.object({ ...HereNow, outcome: v.picklist(['new', 'updated', 'unchanged']) }),
      v.object({
        ...HereNow,
        outcome: v.literal('conflict'),
        reason: v.picklist(CONFLICT_REASONS),
        diff: v.optional(v.record(v.string(), v.tuple([v.unknown(), v.unknown()])), {}),
      }),
    ]),
  ),
})

/** What became of the areas of one call, in their order. */
export const AreaResultsShape = v.object({
  results: v.array(
    v.variant('outcome', [
      Refused,
      v.object({
        i: v.number(),
        outcome: v.picklist(['new', 'updated', 'unchanged']),
        id: v.optional(v.nullable(v.number()), null),
      }),
    ]),
  ),
})

/** The ids of the categories of a code system. */
export const ImportedCategoriesShape = v.object({
  categories: v.array(v.object({ code: v.string(), id: v.number() })),
})

/** How far hotspots have found their areas again. */
export const ReassignmentShape = v.object({
  done: v.boolean(),
  processed: v.number(),
  total: v.number(),
  changed: v.number(),
})

/** A root that was just made. */
export const NewRootShape = v.object({ id: v.number() })
