import * as v from 'valibot'
import { HOTSPOT_STATUSES } from '../../domain/status.ts'
import { timeReader } from '../times/date-pattern.ts'
import { isTimeZone } from '../times/zone-offset.ts'
import { choiceOf } from './choice.ts'

const Column = v.pipe(v.string(), v.nonEmpty())
const Name = v.pipe(v.string(), v.trim(), v.nonEmpty())

const TextFrom = v.union([v.strictObject({ column: Column }), v.strictObject({ constant: v.string() })])

const MomentColumn = v.strictObject({
  column: Column,
  /** See `timeReader`. */
  format: v.pipe(
    v.string(),
    v.check((format) => timeReader(format) !== null, 'date_format'),
  ),
  /** A time of exactly midnight in this column means that only the day is known. */
  midnightIsDay: v.optional(v.boolean()),
})

/** A category as its code table knows it. */
const Category = v.strictObject({ codeSystem: Name, code: Name })

/**
 * A column's values to categories: the listed ones to those of the catalogue, the rest, where `own` names a code system,
 * to categories of the source's own, called by their value or by `names`.
 */
const CategoryByColumn = v.strictObject({
  column: Column,
  values: v.optional(v.record(v.string(), Category)),
  own: v.optional(Name),
  names: v.optional(
    v.record(v.string(), v.strictObject({ name: v.optional(v.string()), nameEn: v.optional(v.string()) })),
  ),
  otherwise: v.optional(Category),
})

/** Where a row lies: two columns of degrees, one column of WKT or GeoJSON, or the geometry of its feature. */
const Location = v.union([
  v.strictObject({ lng: Column, lat: Column }),
  v.strictObject({ point: Column }),
  v.strictObject({ geometry: v.literal(true) }),
])

/** How a file of hotspots is to be understood: plain JSON, made by the wizard, kept, and given to the command. */
export const HotspotMapping = v.strictObject({
  version: v.literal(1),
  kind: v.literal('hotspots'),
  /** Whose record this is: with the key it makes a row the same row next time. */
  source: Name,
  key: Column,
  location: Location,
  /** Latitude and longitude stand in each other's place in this file. */
  swapLatLng: v.optional(v.boolean()),
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'time_zone')),
  reportedAt: MomentColumn,
  closedAt: v.optional(MomentColumn),
  category: v.union([v.strictObject({ constant: Category }), CategoryByColumn]),
  status: choiceOf(v.picklist(HOTSPOT_STATUSES)),
  /** A campaign by its short name or its name. */
  campaign: v.optional(choiceOf(Name)),
  /** A unit by its name. */
  unit: v.optional(choiceOf(Name)),
  title: v.optional(TextFrom),
  description: v.optional(TextFrom),
  address: v.optional(TextFrom),
  quantity: v.optional(v.strictObject({ column: Column })),
  quantityUnit: v.optional(TextFrom),
  /** Columns of the source that are worth keeping as they are, beside the hotspot. */
  keep: v.optional(v.array(Column)),
  /** The area tree that the rows belong to, by name, where the person has several. */
  root: v.optional(Name),
})

export type HotspotMapping = v.InferOutput<typeof HotspotMapping>
export type CategoryRef = v.InferOutput<typeof Category>
export type CategoryMapping = HotspotMapping['category']
export type LocationMapping = HotspotMapping['location']
export type MomentMapping = v.InferOutput<typeof MomentColumn>
export type TextMapping = v.InferOutput<typeof TextFrom>
