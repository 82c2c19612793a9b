import * as v from 'valibot'
import { AREA_LEVELS } from '../../domain/area.ts'
import { PLACE_KINDS } from '../../domain/place.ts'

const Position = v.pipe(v.array(v.number()), v.minLength(2))
const PositionPair = v.tuple([v.number(), v.number()])

const Rings = v.array(v.array(Position))

/** The database simplifies a boundary of one part to a plain polygon; here every boundary has parts. */
const BoundaryShape = v.union([
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(Rings) }),
  v.pipe(
    v.object({ type: v.literal('Polygon'), coordinates: Rings }),
    v.transform(({ coordinates }) => ({ type: 'MultiPolygon' as const, coordinates: [coordinates] })),
  ),
])

const AreaFeatureShape = v.object({
  type: v.literal('Feature'),
  id: v.number(),
  properties: v.object({
    id: v.number(),
    parentId: v.nullable(v.number()),
    level: v.picklist(AREA_LEVELS),
    depth: v.number(),
    name: v.string(),
    nameEn: v.nullable(v.string()),
    sizeM2: v.nullable(v.number()),
    center: v.nullable(PositionPair),
  }),
  geometry: v.nullable(BoundaryShape),
})

/** What `area_features(root)` answers: parents first, `geometry` null for an area without a boundary. */
export const AreaFeaturesShape = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(AreaFeatureShape),
})

const PlaceFeatureShape = v.object({
  type: v.literal('Feature'),
  id: v.number(),
  properties: v.object({
    id: v.number(),
    kind: v.picklist(PLACE_KINDS),
    name: v.string(),
    nameEn: v.nullable(v.string()),
    areaId: v.nullable(v.number()),
  }),
  geometry: v.object({ type: v.literal('Point'), coordinates: Position }),
})

/** What `place_features(root)` answers. */
export const PlaceFeaturesShape = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(PlaceFeatureShape),
})

export type AreaFeature = v.InferOutput<typeof AreaFeatureShape>
export type AreaFeatures = v.InferOutput<typeof AreaFeaturesShape>
export type PlaceFeature = v.InferOutput<typeof PlaceFeatureShape>
export type PlaceFeatures = v.InferOutput<typeof PlaceFeaturesShape>
