import * as v from 'valibot'
import { LIMIT_UNITS } from '../../domain/clock.ts'
import type { Hotspot, HotspotDetail, HotspotEvent, NearbyCase } from '../../domain/hotspot.ts'
import { ROLES } from '../../domain/role.ts'
import { HOTSPOT_SOURCES } from '../../domain/source.ts'
import { HOTSPOT_STATUSES, isHotspotState, type HotspotState } from '../../domain/status.ts'
import { EVENT_STEPS, STEPS, STEP_NEEDS } from '../../domain/step.ts'
import { PhotoShape } from './photo.ts'

/** One of the small integers that stand for a state. */
export const StateShape = v.custom<HotspotState>(isHotspotState)

const Text = v.nullable(v.string())
const Id = v.nullable(v.number())
const Precision = v.picklist(['second', 'day'])
const Fields = v.record(v.string(), v.unknown())
const Position = v.pipe(v.array(v.number()), v.minLength(2))

const LineOrPolygon = v.variant('type', [
  v.object({ type: v.literal('LineString'), coordinates: v.array(Position) }),
  v.object({ type: v.literal('Polygon'), coordinates: v.array(v.array(Position)) }),
])

const CaseLinkShape = v.object({ id: v.string(), no: v.number() })

/** A hotspot as `advance_hotspot` and `hotspot_detail` answer it. */
export const HotspotShape: v.GenericSchema<unknown, Hotspot> = v.object({
  id: v.string(),
  no: v.number(),
  rootId: v.number(),
  areaId: Id,
  areaChain: v.array(v.object({ id: v.number(), name: v.string(), nameEn: Text })),
  campaignId: Id,
  campaignName: Text,
  campaignNameEn: Text,
  categoryId: v.number(),
  categoryName: v.string(),
  categoryNameEn: Text,
  categoryCode: v.string(),
  codeSystem: v.string(),
  placeId: Id,
  placeName: Text,
  placeNameEn: Text,
  unitId: Id,
  unitName: Text,
  unitNameEn: Text,
  status: v.picklist(HOTSPOT_STATUSES),
  state: StateShape,
  version: v.number(),
  closedBySource: v.boolean(),
  endReason: v.nullable(v.picklist(['fixed', 'rejected', 'duplicate', 'transferred'])),
  urgent: v.boolean(),
  title: Text,
  description: Text,
  address: Text,
  quantity: v.nullable(v.number()),
  quantityUnit: Text,
  quantityVerified: v.nullable(v.number()),
  source: v.picklist(HOTSPOT_SOURCES),
  lng: v.number(),
  lat: v.number(),
  shape: v.nullable(LineOrPolygon),
  reportedAt: v.string(),
  reportedPrecision: Precision,
  closedAt: Text,
  closedPrecision: v.nullable(Precision),
  createdAt: v.string(),
  updatedAt: v.string(),
  dueAt: Text,
  firstDueAt: Text,
  limitAmount: v.nullable(v.number()),
  limitUnit: v.nullable(v.picklist(LIMIT_UNITS)),
  clockLeft: v.nullable(v.number()),
  extensionDays: v.nullable(v.number()),
  extendedCount: v.number(),
  suspendedFrom: v.nullable(v.picklist(HOTSPOT_STATUSES)),
  handedInAt: Text,
  urgedAt: Text,
  urgedCount: v.number(),
  returnedCount: v.number(),
  reworkedCount: v.number(),
  relapseOf: v.nullable(CaseLinkShape),
  relapses: v.array(CaseLinkShape),
  duplicateOf: v.nullable(CaseLinkShape),
  transferredTo: Text,
  proposedUnitId: Id,
  proposedUnitName: Text,
  proposedUnitNameEn: Text,
})

const EventShape: v.GenericSchema<unknown, HotspotEvent> = v.object({
  id: v.number(),
  at: v.string(),
  step: v.picklist(EVENT_STEPS),
  fromStatus: v.nullable(v.picklist(HOTSPOT_STATUSES)),
  toStatus: v.picklist(HOTSPOT_STATUSES),
  actorRole: v.nullable(v.picklist(ROLES)),
  actorUnitName: Text,
  actorUnitNameEn: Text,
  actorName: Text,
  reason: Text,
  note: Text,
  detail: v.nullable(Fields),
})

/** What `hotspot_detail(no)` answers; null for a hotspot that the caller does not see. */
export const HotspotDetailShape: v.GenericSchema<unknown, HotspotDetail | null> = v.nullable(
  v.object({
    hotspot: HotspotShape,
    events: v.array(EventShape),
    steps: v.array(v.object({ step: v.picklist(STEPS), needs: v.array(v.picklist(STEP_NEEDS)) })),
    revisits: v.array(v.object({ dueOn: v.string(), doneAt: Text, passed: v.nullable(v.boolean()) })),
    reporter: v.nullable(v.object({ name: Text, phone: Text })),
    source: v.nullable(
      v.object({ source: v.string(), sourceKey: v.string(), fields: Fields, raw: v.nullable(Fields) }),
    ),
    photos: v.optional(v.array(PhotoShape), () => []),
  }),
)

/** What `nearby_open_cases(…)` answers, the nearest first. */
export const NearbyCasesShape: v.GenericSchema<unknown, NearbyCase[]> = v.array(
  v.object({
    id: v.string(),
    no: v.number(),
    status: v.picklist(HOTSPOT_STATUSES),
    state: StateShape,
    categoryId: v.number(),
    categoryName: v.string(),
    categoryNameEn: Text,
    title: Text,
    address: Text,
    reportedAt: v.string(),
    distanceM: v.number(),
    lng: v.number(),
    lat: v.number(),
    path: Text,
    thumbPath: Text,
  }),
)

/** What `hotspot_counts(filter)` answers: `scale` 64 marks an estimate. */
export const HotspotCountsShape = v.object({
  scale: v.picklist([1, 64]),
  states: v.pipe(v.record(v.string(), v.number()), v.transform(countsByState)),
})

/** What `hotspots_in_tile(…)` answers; `next` is where the following page starts. */
export const HotspotListShape = v.object({
  rows: v.array(
    v.object({
      no: v.number(),
      id: v.string(),
      state: StateShape,
      categoryId: v.number(),
      title: Text,
      reportedAt: v.string(),
    }),
  ),
  next: v.nullable(v.number()),
})

export type HotspotCounts = v.InferOutput<typeof HotspotCountsShape>
export type HotspotList = v.InferOutput<typeof HotspotListShape>

/** Counts keyed by the text of a state as counts keyed by states; an unknown state is a defect. */
export function countsByState(counts: Record<string, number>): Partial<Record<HotspotState, number>> {
  return Object.fromEntries(Object.entries(counts).map(([state, n]) => [v.parse(StateShape, Number(state)), n]))
}
