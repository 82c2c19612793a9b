import type { Feature } from 'geojson'

/** The layers of the archive, as src/map/basemap draws them. */
export type LayerName =
  'earth' | 'landuse' | 'relief' | 'contour' | 'water' | 'road' | 'building' | 'veil' | 'boundary' | 'label'

/** Features of one layer that stand in the tiles from a zoom on. */
export interface TileLayer {
  readonly layer: LayerName
  readonly minZoom: number
  readonly features: readonly Feature[]
}
