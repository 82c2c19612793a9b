import type { Feature } from 'geojson'
import { FRAME, toPosition } from '../../town/plane/frame.ts'
import { surface } from './feature.ts'
import type { TileLayer } from './tile-layer.ts'

const WIDTH_M = 3_000
const STEPS = 12
/** Tiles that the edge goes through show some country beyond it. */
const BEYOND_M = 20_000

/**
 * Frames within one another along the edge of the map: laid over it thinly, each on the last, they let the country end in haze and not at a
 * line.
 */
export function veilLayer(): TileLayer {
  const insets = Array.from({ length: STEPS }, (_, i) => ((i + 1) / STEPS) * WIDTH_M)
  return { layer: 'veil', minZoom: 0, features: insets.flatMap(frame) }
}

/** Everything outside the edge drawn in by so many metres, in four pieces: a frame with a hole would leave scraps in the tiles of the hole. */
function frame(inset: number): Feature[] {
  const [west, east, south, north] = [FRAME.west, FRAME.east, FRAME.south, FRAME.north]
  const [left, right] = [west - BEYOND_M, east + BEYOND_M]
  return [
    box(left, south - BEYOND_M, right, south + inset),
    box(left, north - inset, right, north + BEYOND_M),
    box(left, south + inset, west + inset, north - inset),
    box(east - inset, south + inset, right, north - inset),
  ]
}

function box(west: number, south: number, east: number, north: number): Feature {
  const ring = [
    toPosition([west, south]),
    toPosition([east, south]),
    toPosition([east, north]),
    toPosition([west, north]),
  ]
  return surface([[...ring, ring[0]!]], {})
}
