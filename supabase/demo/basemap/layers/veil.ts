import type { Feature } from 'geojson'
import { FRAME, toPosition } from '../../town/plane/frame.ts'
import { surface } from './feature.ts'
import type { TileLayer } from './tile-layer.ts'

const WIDTH_M = 3_000
const STEPS = 32
/** Tiles that the edge goes through show some country beyond it. */
const BEYOND_M = 20_000

/**
 * Frames within one another along the edge of the map: laid over it thinly, each on the last, they let the country end in haze and not at a
 * line. `opacity` is that of each, so that what they hide together rises gently from the innermost to the edge.
 */
export function veilLayer(): TileLayer {
  const steps = Array.from({ length: STEPS }, (_, i) => i + 1)
  return { layer: 'veil', minZoom: 0, features: steps.flatMap((step) => frame(step)) }
}

/** What the frames up to one hide of the country, between 0 and 1: slow at both ends. */
function hidden(step: number): number {
  const share = step / STEPS
  return share * share * (3 - 2 * share)
}

/**
 * Everything outside the edge drawn in, less by every step, in four pieces: a frame with a hole would leave scraps in the tiles of the hole.
 */
function frame(step: number): Feature[] {
  const inset = ((STEPS - step) / STEPS) * WIDTH_M
  const opacity = round(1 - (1 - hidden(step)) / (1 - hidden(step - 1)))
  const [west, east, south, north] = [FRAME.west, FRAME.east, FRAME.south, FRAME.north]
  const [left, right] = [west - BEYOND_M, east + BEYOND_M]
  return [
    box(left, south - BEYOND_M, right, south + inset, opacity),
    box(left, north - inset, right, north + BEYOND_M, opacity),
    box(left, south + inset, west + inset, north - inset, opacity),
    box(east - inset, south + inset, right, north - inset, opacity),
  ]
}

function box(west: number, south: number, east: number, north: number, opacity: number): Feature {
  const ring = [
    toPosition([west, south]),
    toPosition([east, south]),
    toPosition([east, north]),
    toPosition([west, north]),
  ]
  return surface([[...ring, ring[0]!]], { opacity })
}

const round = (n: number) => Math.round(n * 1000) / 1000
