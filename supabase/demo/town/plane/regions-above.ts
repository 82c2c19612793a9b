import { boxOf, isInBox } from './box.ts'
import type { Point } from './point.ts'
import type { Raster } from './raster.ts'
import { isInside, ringArea } from './ring.ts'

/**
 * The regions of a raster at or above a threshold (marching squares), as polygons: an outer ring counter-clockwise, then its
 * holes clockwise; rings are not closed. Regions smaller than `leastM2`, and holes as small, are left out.
 */
export function regionsAbove(raster: Raster, threshold: number, leastM2 = 0): Point[][][] {
  const rings = ringsOf(raster, threshold).filter((ring) => Math.abs(ringArea(ring)) > leastM2)
  const outers = rings.filter((ring) => ringArea(ring) > 0).map((ring) => [ring])
  const bySize = outers
    .map((polygon) => ({ polygon, sizeM2: ringArea(polygon[0]!), box: boxOf(polygon[0]!) }))
    .sort((a, b) => a.sizeM2 - b.sizeM2)
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const at = hole[0]!
    bySize.find(({ polygon, box }) => isInBox(box, at) && isInside(polygon[0]!, at))?.polygon.push(hole)
  }
  return outers
}

function ringsOf(raster: Raster, threshold: number): Point[][] {
  const { columns, rows, values, stepM } = raster
  const width = columns + 2
  // One lattice point more on every side, all of them low.
  const isHigh = new Uint8Array(width * (rows + 2))
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (values[row * columns + column]! - threshold >= 0) isHigh[(row + 1) * width + column + 1] = 1
  const valueAt = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows ? -1e12 : values[row * columns + column]! - threshold
  const next = new Map<number, number>()
  const places = new Map<number, Point>()
  for (let row = -1; row < rows; row++)
    for (let column = -1; column < columns; column++) {
      const i = (row + 1) * width + column + 1
      const count = isHigh[i]! + isHigh[i + 1]! + isHigh[i + width]! + isHigh[i + width + 1]!
      if (count === 0 || count === 4) continue
      const high = [isHigh[i], isHigh[i + 1], isHigh[i + width + 1], isHigh[i + width]]
      for (let k = 0; k < 4; k++) {
        // Walking round the cell: from the edge where the ground falls to the edge where it rises again, high on the left.
        if (!high[k] || high[(k + 1) % 4]) continue
        let end = (k + 1) % 4
        while (high[end] || !high[(end + 1) % 4]) end = (end + 1) % 4
        next.set(edge(column, row, k), edge(column, row, end))
      }
    }
  return traced(next, (key) => places.get(key)!)

  function edge(column: number, row: number, side: number): number {
    // South, east, north, west: the edge by its south-western end.
    const c = side === 1 ? column + 1 : column
    const r = side === 2 ? row + 1 : row
    const upright = side === 1 || side === 3
    const key = 2 * ((r + 1) * width + c + 1) + (upright ? 1 : 0)
    if (!places.has(key)) {
      const low = valueAt(c, r)
      const far = upright ? valueAt(c, r + 1) : valueAt(c + 1, r)
      const t = low / (low - far)
      places.set(key, [raster.west + (c + (upright ? 0 : t)) * stepM, raster.south + (r + (upright ? t : 0)) * stepM])
    }
    return key
  }
}

function traced(next: Map<number, number>, placeOf: (key: number) => Point): Point[][] {
  const rings: Point[][] = []
  for (const start of next.keys()) {
    const ring: Point[] = []
    for (let key: number | undefined = start; key !== undefined && next.has(key);) {
      ring.push(placeOf(key))
      const following: number = next.get(key)!
      next.delete(key)
      key = following
    }
    if (ring.length >= 3) rings.push(ring)
  }
  return rings
}
