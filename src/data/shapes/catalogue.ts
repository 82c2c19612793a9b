import * as v from 'valibot'

const NamedShape = { id: v.number(), name: v.string(), nameEn: v.nullable(v.string()) }

/** A campaign of a root. */
export const CampaignShape = v.object({
  ...NamedShape,
  slug: v.string(),
  startsOn: v.nullable(v.string()),
  endsOn: v.nullable(v.string()),
})

/** A category: shipped with the product (`rootId` null) or a root's own. */
export const CategoryShape = v.object({
  ...NamedShape,
  rootId: v.nullable(v.number()),
  codeSystem: v.string(),
  code: v.string(),
  groupCode: v.nullable(v.string()),
  groupName: v.nullable(v.string()),
  groupNameEn: v.nullable(v.string()),
  urgent: v.boolean(),
})

/** A responsible unit of a root. */
export const UnitShape = v.object(NamedShape)

export type Campaign = v.InferOutput<typeof CampaignShape>
export type Category = v.InferOutput<typeof CategoryShape>
export type Unit = v.InferOutput<typeof UnitShape>
