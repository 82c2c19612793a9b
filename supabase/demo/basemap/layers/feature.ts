import type { Feature } from 'geojson'
import type { Line, Name, Polygon, Position } from '../../town/town.ts'

type Properties = Readonly<Record<string, string | number | null>>

const plain = (line: Line) => line.map(([lng, lat]) => [lng, lat])
/** A tile has no null: what is not known is left out. */
const known = (properties: Properties) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))

/** A surface as GeoJSON. */
export const surface = (polygon: Polygon, properties: Properties): Feature => ({
  type: 'Feature',
  properties: known(properties),
  geometry: { type: 'Polygon', coordinates: polygon.map(plain) },
})

/** A line as GeoJSON. */
export const line = (positions: Line, properties: Properties): Feature => ({
  type: 'Feature',
  properties: known(properties),
  geometry: { type: 'LineString', coordinates: plain(positions) },
})

/** A point as GeoJSON. */
export const point = ([lng, lat]: Position, properties: Properties): Feature => ({
  type: 'Feature',
  properties: known(properties),
  geometry: { type: 'Point', coordinates: [lng, lat] },
})

/** A name in the two properties that tiles carry it in. */
export const named = (name: Name | null): Properties => ({ name: name?.zh ?? null, name_en: name?.en ?? null })
