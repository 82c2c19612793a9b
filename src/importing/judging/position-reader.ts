import type { Geometry, LineString, Polygon } from 'geojson'
import { boundaryFlaw } from '../../geo/boundary-flaw.ts'
import { isOnEarth } from '../../geo/earth.ts'
import type { LocationMapping } from '../mapping/hotspot-mapping.ts'
import type { SourceRow } from '../files/source-row.ts'
import { no, type RefusedRow } from './judgement.ts'

/** Where a row lies. For a line or a polygon the position is one of its vertices; the database finds a better one. */
export interface Place {
  readonly ok: true
  readonly lng: number
  readonly lat: number
  readonly geometry?: LineString | Polygon
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const WKT_POINT = /^(?:SRID=\d+;)?\s*POINT\s*(?:Z\s*)?\(\s*(\S+)\s+([^\s)]+)(?:\s+[^\s)]+)?\s*\)$/i
const PAIR = /^[([]?\s*([^\s,，;()[\]]+)\s*[,，;\s]\s*([^\s,，;()[\]]+)\s*[)\]]?$/

/** Reads the place of a row as the mapping says; `swap` takes the first number for the latitude. */
export function positionReader(location: LocationMapping, swap = false): (row: SourceRow) => Place | RefusedRow {
  if ('lng' in location) return (row) => placeOfTexts(row.value(location.lng), row.value(location.lat), swap)
  if ('point' in location) return (row) => placeOfText(row.value(location.point), swap)
  return (row) => placeOfGeometry(row.geometry ?? null, swap)
}

function placeOfTexts(x: string, y: string, swap: boolean): Place | RefusedRow {
  if (x === '' || y === '') return no('location_required')
  if (!NUMBER.test(x) || !NUMBER.test(y)) return no('location_invalid', `${x}, ${y}`)
  return placeOfNumbers(Number(x), Number(y), swap)
}

function placeOfNumbers(x: number, y: number, swap: boolean): Place | RefusedRow {
  // Exactly 0, 0 is what devices and forms write when they know nothing.
  if (x === 0 && y === 0) return no('location_required')
  const [lng, lat] = swap ? [y, x] : [x, y]
  return isOnEarth(lng, lat)
    ? { ok: true, lng, lat }
    : { ...no('location_invalid', `${lng}, ${lat}`), numbers: [lng, lat] }
}

function placeOfText(text: string, swap: boolean): Place | RefusedRow {
  if (text === '') return no('location_required')
  if (text.startsWith('{')) return placeOfGeometryText(text, swap)
  const match = WKT_POINT.exec(text) ?? PAIR.exec(text)
  return match ? placeOfTexts(match[1]!, match[2]!, swap) : no('location_invalid', text.slice(0, 60))
}

function placeOfGeometryText(text: string, swap: boolean): Place | RefusedRow {
  try {
    return placeOfGeometry(JSON.parse(text) as Geometry, swap)
  } catch (error) {
    if (error instanceof SyntaxError) return no('location_invalid', text.slice(0, 60))
    throw error
  }
}

function placeOfGeometry(geometry: Geometry | null, swap: boolean): Place | RefusedRow {
  const single = geometry && alone(geometry)
  if (!single) return geometry ? no('shape_unsupported', geometry.type) : no('location_required')
  if (single.type === 'Point') return placeOfPosition(single.coordinates, swap)
  const shape = swap ? swapped(single) : single
  const positions = shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates
  for (const position of positions) {
    const place = placeOfPosition(position, false)
    if (!place.ok) return place
  }
  if (shape.type === 'Polygon' && boundaryFlaw(shape)) return no('geometry_invalid')
  if (shape.type === 'LineString' && shape.coordinates.length < 2) return no('geometry_invalid')
  const middle = placeOfPosition(positions[Math.floor(positions.length / 2)] ?? [], false)
  return middle.ok ? { ...middle, geometry: shape } : middle
}

function placeOfPosition(position: unknown, swap: boolean): Place | RefusedRow {
  const [x, y] = Array.isArray(position) ? (position as unknown[]) : []
  if (x === undefined || y === undefined) return no('location_required')
  if (typeof x !== 'number' || typeof y !== 'number') return no('location_invalid', JSON.stringify(position))
  return placeOfNumbers(x, y, swap)
}

/** A geometry that is one thing: multi-part ones count when they have one part. */
function alone(geometry: Geometry): Extract<Geometry, { type: 'Point' | 'LineString' | 'Polygon' }> | null {
  if (geometry.type === 'Point' || geometry.type === 'LineString' || geometry.type === 'Polygon') return geometry
  if (geometry.type === 'GeometryCollection' || geometry.coordinates?.length !== 1) return null
  if (geometry.type === 'MultiPoint') return { type: 'Point', coordinates: geometry.coordinates[0]! }
  if (geometry.type === 'MultiLineString') return { type: 'LineString', coordinates: geometry.coordinates[0]! }
  if (geometry.type === 'MultiPolygon') return { type: 'Polygon', coordinates: geometry.coordinates[0]! }
  return null
}

function swapped(shape: LineString | Polygon): LineString | Polygon {
  const turn = ([x = NaN, y = NaN]: number[]) => [y, x]
  return shape.type === 'LineString'
    ? { type: 'LineString', coordinates: shape.coordinates.map(turn) }
    : { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(turn)) }
}
