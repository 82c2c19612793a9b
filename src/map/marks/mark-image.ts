import type { Distance } from './mark-distance.ts'

/** A square picture as MapLibre takes it: RGBA, row by row. */
export interface Picture {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** MapLibre's shader reads alpha 0.75 as the edge and a change of 1 as eight pixels. */
const SDF_EDGE = 0.75
const SDF_PIXELS = 8

/**
 * A distance-field picture of a mark with the given radius in picture pixels and a margin of four: MapLibre can give it
 * any colour, from feature state too.
 */
export function markImage(distance: Distance, radius: number): Picture {
  const margin = 4
  const size = 2 * (radius + margin)
  const data = new Uint8ClampedArray(size * size * 4)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5 - size / 2) / radius
      const y = (row + 0.5 - size / 2) / radius
      data[(row * size + column) * 4 + 3] = 255 * (SDF_EDGE - (distance(x, y) * radius) / SDF_PIXELS)
    }
  }
  return { width: size, height: size, data }
}
