import * as v from 'valibot'
import { AREA_LEVELS } from '../../domain/area.ts'
import { isTimeZone } from '../times/zone-offset.ts'

const Column = v.pipe(v.string(), v.nonEmpty())
const Name = v.pipe(v.string(), v.trim(), v.nonEmpty())

/** How a GeoJSON file of areas is to be understood: plain JSON, made by the wizard, kept, and given to the command. */
export const AreaMapping = v.strictObject({
  version: v.literal(1),
  kind: v.literal('areas'),
  /** Whose boundaries these are: with the key it makes an area the same area next time. */
  source: Name,
  key: Column,
  name: Column,
  nameEn: v.optional(Column),
  level: v.picklist(AREA_LEVELS),
  /** Latitude and longitude stand in each other's place in this file. */
  swapLatLng: v.optional(v.boolean()),
  /** The tree to put the areas in: the one of this name that the person has, or else a new one. */
  newRoot: v.optional(
    v.strictObject({
      name: Name,
      nameEn: v.optional(Name),
      level: v.picklist(AREA_LEVELS),
      timeZone: v.pipe(v.string(), v.check(isTimeZone, 'time_zone')),
    }),
  ),
})

export type AreaMapping = v.InferOutput<typeof AreaMapping>
