import type { Camera, Extent, Padding } from './town-map-types.ts'

/** Side of the world at zoom 0, in pixels, as MapLibre counts zooms. */
const WORLD_PX = 512
/** Air around what has to be seen, in pixels. */
const MARGIN = 32

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** Web Mercator rows from 0 in the north to 1 in the south, and back. */
const rowOf = (lat: number) => 0.5 - Math.asinh(Math.tan(radians(lat))) / (2 * Math.PI)
const latOf = (row: number) => (Math.atan(Math.sinh((0.5 - row) * 2 * Math.PI)) * 180) / Math.PI

/**
 * The camera that shows an extent as large as fits into a box beside its panels; its centre is the centre of what the
 * panels leave free.
 *
 * @param box width and height of the map in pixels
 */
export function cameraForExtent(
  [west, south, east, north]: Extent,
  box: { width: number; height: number },
  padding: Padding,
  maxZoom: number,
): Camera {
  const width = Math.max(1, box.width - padding.left - padding.right - 2 * MARGIN)
  const height = Math.max(1, box.height - padding.top - padding.bottom - 2 * MARGIN)
  const rows = [rowOf(north), rowOf(south)] as const
  const scale = Math.min(width / Math.max(1e-9, (east - west) / 360), height / Math.max(1e-9, rows[1] - rows[0]))
  return {
    lng: (west + east) / 2,
    lat: latOf((rows[0] + rows[1]) / 2),
    zoom: Math.max(0, Math.min(maxZoom, Math.log2(scale / WORLD_PX))),
  }
}
