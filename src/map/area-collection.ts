/** What the map needs to know of an area; `depth` 1 is the root, `center` is [lng, lat]. */
export interface AreaProperties {
  id: number
  parentId: number | null
  level: string
  depth: number
  name: string
  nameEn: string | null
  sizeM2: number | null
  center: [number, number] | null
}

/** Areas as GeoJSON; those without a boundary have no geometry. */
export type AreaCollection = GeoJSON.FeatureCollection<GeoJSON.MultiPolygon | GeoJSON.Polygon | null, AreaProperties>
