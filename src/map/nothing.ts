/** A source without features. */
export const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }
