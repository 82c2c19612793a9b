import type { Feature } from 'geojson'
import { FeatureSplitter, parsedJson, type Found, type JsonPiece, type TopObject } from './feature-splitter.ts'
import { FileRefused } from './file-refusal.ts'

/** A feature and the line of the text where it begins. */
export interface LocatedFeature {
  readonly feature: Feature
  readonly line: number
}

/** Names of the coordinate systems that are degrees of WGS 84 or CGCS2000, which agree within centimetres. */
const DEGREES = /CRS:?:?84|EPSG:{1,2}(\d[\d.]*:)?(4326|4490)$/i

/**
 * The features of a GeoJSON text (a FeatureCollection, one Feature, or one Feature or collection after another), some at
 * a time. Throws `FileRefused`: `json_broken`, `not_geojson`, `value_too_long`, `other_coordinate_system`.
 */
export async function* geojsonFeatures(text: AsyncIterable<string>): AsyncGenerator<LocatedFeature[]> {
  const splitter = new FeatureSplitter()
  for await (const chunk of text) yield featuresIn(splitter.push(chunk))
  yield featuresIn(splitter.end())
}

function featuresIn(found: Found): LocatedFeature[] {
  const listed = found.features.map((piece) => ({ feature: featureOf(parsedJson(piece), piece), line: piece.line }))
  found.tops.forEach(refuseOtherSystem)
  return [...listed, ...found.tops.filter((top) => !top.hasFeatures).map(featureAlone)]
}

/** GeoJSON before RFC 7946 could name its coordinate system. */
function refuseOtherSystem(top: TopObject): void {
  const crs = top.members.get('crs')
  const name = crs ? nameOfSystem(parsedJson(crs)) : null
  if (name !== null && !DEGREES.test(name)) throw new FileRefused('other_coordinate_system', { found: name })
}

function nameOfSystem(crs: unknown): string | null {
  if (crs === null || typeof crs !== 'object') return null
  const { properties } = crs as { properties?: { name?: unknown } | null }
  return typeof properties?.name === 'string' ? properties.name : JSON.stringify(crs)
}

function featureAlone(top: TopObject): LocatedFeature {
  const members = [...top.members].map(([key, piece]) => [key, parsedJson(piece)] as const)
  return { feature: featureOf(Object.fromEntries(members), top), line: top.line }
}

function featureOf(value: unknown, { line }: Pick<JsonPiece, 'line'>): Feature {
  const type = value !== null && typeof value === 'object' ? (value as { type?: unknown }).type : typeof value
  if (type !== 'Feature') throw new FileRefused('not_geojson', { line, found: String(type) })
  return value as Feature
}
