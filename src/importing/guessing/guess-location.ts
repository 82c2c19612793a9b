import type { LocationMapping } from '../mapping/hotspot-mapping.ts'
import { positionReader } from '../judging/position-reader.ts'
import type { FileFormat } from '../files/file-format.ts'
import type { ColumnProfile, FileProfile } from './file-profile.ts'
import { likelyColumns, mostly } from './likely-columns.ts'

const NUMBER = /^[+-]?\d+(\.\d+)?$/

/** Where the rows of a file lie, as far as its columns tell; blank names where nothing does. */
export function guessLocation(profile: FileProfile, format: FileFormat): LocationMapping {
  if (format.kind === 'geojson') return { geometry: true }
  const isNumeric = (column: ColumnProfile) => mostly(column, (text) => NUMBER.test(text))
  const lng = likelyColumns(profile, 'lng').find(isNumeric)
  const lat = likelyColumns(profile, 'lat').find(isNumeric)
  if (lng && lat && lng.name !== lat.name) return { lng: lng.name, lat: lat.name }
  const point = likelyColumns(profile, 'point').find((column) => mostly(column, isPoint))
  return point ? { point: point.name } : { lng: lng?.name ?? '', lat: lat?.name ?? '' }
}

function isPoint(text: string): boolean {
  const read = positionReader({ point: 'it' })
  const place = read({ line: 0, original: [], value: () => text })
  return place.ok || place.numbers !== undefined
}
