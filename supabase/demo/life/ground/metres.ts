import { hypot } from '../../town/plane/hypot.ts'
import type { Line, Position } from '../../town/town.ts'

/** Metres of a degree of latitude and, at the township's latitude, of longitude: good to a part in a thousand over such a small place. */
const METRES_PER_DEGREE = 110_870

/** Metres of a degree of longitude at a latitude. */
export const metresPerLng = (lat: number): number => 111_320 * Math.cos((lat * Math.PI) / 180)

/** A position so many metres east and north of another, rounded to a centimetre. */
export const movedBy = ([lng, lat]: Position, eastM: number, northM: number): Position => [
  rounded(lng + eastM / metresPerLng(lat)),
  rounded(lat + northM / METRES_PER_DEGREE),
]

/** Metres east and north from one position to another. */
export const between = (from: Position, to: Position): [eastM: number, northM: number] => [
  (to[0] - from[0]) * metresPerLng(from[1]),
  (to[1] - from[1]) * METRES_PER_DEGREE,
]

/** Metres along a line. */
export function lengthOf(line: Line): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += hypot(...between(line[i - 1] as Position, line[i] as Position))
  return sum
}

/** Where one is after so many metres along a line, and which way it runs there (unit vector east, north). */
export function alongLine(
  line: Line,
  metres: number,
): { position: Position; east: number; north: number; leg: number } {
  let left = metres
  for (let leg = 1; leg < line.length; leg++) {
    const from = line[leg - 1] as Position
    const [east, north] = between(from, line[leg] as Position)
    const length = hypot(east, north)
    if (left <= length || leg === line.length - 1) {
      const share = length === 0 ? 0 : Math.min(left, length)
      const [ux, uy] = length === 0 ? [1, 0] : [east / length, north / length]
      return { position: movedBy(from, ux * share, uy * share), east: ux, north: uy, leg }
    }
    left -= length
  }
  return { position: line[0] as Position, east: 1, north: 0, leg: 1 }
}

/** The part of a line between two distances (m) from its start; null when nothing is left of it. */
export function partOfLine(line: Line, fromM: number, toM: number): Line | null {
  const start = alongLine(line, fromM)
  const end = alongLine(line, toM)
  const part = [start.position, ...line.slice(start.leg, end.leg), end.position]
  const distinct = part.filter((here, i) => i === 0 || here[0] !== part[i - 1]?.[0] || here[1] !== part[i - 1]?.[1])
  return distinct.length >= 2 ? distinct : null
}

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7
