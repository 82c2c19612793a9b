import * as v from 'valibot'
import { StateShape } from './hotspot.ts'



const RowShape = v.pipe(
  v.tuple([v.number(), StateShape, v.number(), v.number(), v.number(), v.number(), v.number(), v.picklist([0, 1])]),
  v.transform(([no, state, lng, lat, areaId, campaignId, categoryId, isNew]) => ({
    no,
    state,
    lng,
    lat,
    areaId,
    campaignId,
    categoryId,
    isNew: isNew === 1,
  })),
)

const HotspotsShape = v.pipe(
  v.object({
    event: v.literal('hotspots'),
    payload: v.object({ at: v.string(), n: v.number(), rows: v.array(RowShape) }),
  }),
  v.transform(({ payload }) => ({ kind: 'hotspots' as const, ...payload })),
)

const AreasShape = v.pipe(
  v.object({ event: v.literal('areas'), payload: v.object({ at: v.string() }) }),
  v.transform(({ payload }) => ({ kind: 'areas' as const, at: payload.at })),
)

/** A broadcast of the database as a change; anything else that travels on the topic does not match. */
export const LiveMessageShape = v.union([HotspotsShape, AreasShape])
