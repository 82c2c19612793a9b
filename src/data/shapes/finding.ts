import * as v from 'valibot'
import { AREA_LEVELS } from '../../domain/area.ts'
import { countsByState, StateShape } from './hotspot.ts'

const Text = v.nullable(v.string())
const Id = v.nullable(v.number())

const FoundHotspotShape = v.object({
  no: v.number(),
  state: StateShape,
  categoryId: v.number(),
  areaId: Id,
  title: Text,
  address: Text,
  lng: v.number(),
  lat: v.number(),
  reportedAt: v.string(),
})

/** What `search_hotspots(…)` answers; `searched` of `total` hotspots in scope were read for words. */
export const HotspotSearchShape = v.object({
  rows: v.array(FoundHotspotShape),
  searched: v.number(),
  total: v.number(),
})

/** What `hotspots_in_view(…)` answers; `next` is where the following page starts. */
export const HotspotsInViewShape = v.object({
  rows: v.array(v.object({ ...FoundHotspotShape.entries, campaignId: Id })),
  next: v.nullable(v.number()),
})

/** What `hotspots_near(…)` answers: by campaign, null for none. */
export const HotspotsNearShape = v.object({
  radiusM: v.number(),
  rows: v.array(
    v.object({
      campaignId: Id,
      states: v.pipe(v.record(v.string(), v.number()), v.transform(countsByState)),
    }),
  ),
})

/** What `who_answers(…)` answers: areas root first; `name` null for a person whom the caller may not know. */
export const AnsweringShape = v.object({
  areas: v.array(v.object({ id: v.number(), name: v.string(), nameEn: Text, level: v.picklist(AREA_LEVELS) })),
  committee: v.nullable(v.object({ id: v.number(), name: v.string(), nameEn: Text })),
  people: v.array(v.object({ duty: v.picklist(['officer', 'leader']), areaId: v.number(), name: Text })),
  leads: v.array(
    v.object({
      campaignId: v.number(),
      campaignName: v.string(),
      campaignNameEn: Text,
      unitId: v.number(),
      unitName: v.string(),
      unitNameEn: Text,
    }),
  ),
})

export type FoundHotspot = v.InferOutput<typeof FoundHotspotShape>
export type HotspotSearch = v.InferOutput<typeof HotspotSearchShape>
export type HotspotsInView = v.InferOutput<typeof HotspotsInViewShape>
export type HotspotsNear = v.InferOutput<typeof HotspotsNearShape>
export type Answering = v.InferOutput<typeof AnsweringShape>
