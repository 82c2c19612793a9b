import { FRAME } from '../plane/frame.ts'
import type { Point } from '../plane/point.ts'
import { rounded, simplified } from '../plane/polyline.ts'
import { regionsAbove } from '../plane/regions-above.ts'
import type { Raster } from '../plane/raster.ts'

/** Metres above the sea from which each band of the relief begins; the first covers everything. */
export const BAND_FROM_M = [-100, 48, 70, 105, 150, 205, 270] as const

const LEAST_M2 = 30_000
const CONTOUR_STEP_M = 20
const CONTOUR_FROM_M = 60

/** The land at or above each band's threshold, as polygons with holes; a higher band lies on those below it. */
export function reliefBands(
  elevation: Raster,
): { readonly band: number; readonly rings: readonly (readonly Point[])[] }[] {
  return BAND_FROM_M.flatMap((from, band) =>
    regionsAbove(elevation, from, LEAST_M2).map((rings) => ({ band, rings: rings.map(softened) })),
  )
}

/** The contour lines, open at the frame's edge. */
export function contourLines(elevation: Raster): { readonly elevationM: number; readonly line: readonly Point[] }[] {
  const highest = elevation.values.reduce((most, value) => Math.max(most, value), 0)
  const result: { elevationM: number; line: Point[] }[] = []
  for (let elevationM = CONTOUR_FROM_M; elevationM < highest; elevationM += CONTOUR_STEP_M)
    for (const rings of regionsAbove(elevation, elevationM, LEAST_M2))
      for (const ring of rings)
        for (const line of withoutEdge([...ring, ring[0]!]))
          result.push({ elevationM, line: simplified(rounded(line, 1), 2) })
  return result
}

/** A ring with its corners rounded. */
export const softened = (ring: readonly Point[]): Point[] => {
  const closed = simplified(rounded([...ring, ring[0]!], 1), 2)
  return closed.slice(0, -1)
}

/** The stretches of a closed line that do not run along the frame. */
function withoutEdge(line: readonly Point[]): Point[][] {
  const isEdge = ([x, y]: Point) =>
    x <= FRAME.west + 1 || x >= FRAME.east - 1 || y <= FRAME.south + 1 || y >= FRAME.north - 1
  const pieces: Point[][] = [[]]
  for (const [i, p] of line.entries()) {
    const before = line[i - 1]
    if (before && isEdge(before) && isEdge(p)) pieces.push([p])
    else pieces.at(-1)!.push(p)
  }
  return pieces.filter((piece) => piece.length > 2)
}
