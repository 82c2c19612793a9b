import type { Position } from '../town.ts'
import type { Point } from './point.ts'

const CENTRE_LNG = 117.94
const CENTRE_LAT = 30.97
const METRES_PER_DEGREE = 111_320
const LNG_SCALE = METRES_PER_DEGREE * Math.cos((CENTRE_LAT * Math.PI) / 180)

/** The stretch of country that the town's map shows, in local metres: the township and what lies around it. */
export const FRAME = { west: -13_000, east: 13_000, south: -9_500, north: 9_500 } as const

/** Local metres to degrees, rounded to 1e-7 (equirectangular round the town's centre). */
export const toPosition = ([x, y]: Point): Position => [
  Math.round((CENTRE_LNG + x / LNG_SCALE) * 1e7) / 1e7,
  Math.round((CENTRE_LAT + y / METRES_PER_DEGREE) * 1e7) / 1e7,
]

/** Degrees to local metres, the way back. */
export const toPoint = ([lng, lat]: Position): Point => [
  (lng - CENTRE_LNG) * LNG_SCALE,
  (lat - CENTRE_LAT) * METRES_PER_DEGREE,
]
