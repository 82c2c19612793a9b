/** CSS pixels of a millimetre: the web's own inch has 96 of them. */
export const PIXELS_PER_MM = 96 / 25.4
const EQUATOR_M = 40_075_016.686
const TILE_PIXELS = 512

/** Metres on the ground of one CSS pixel of a Web Mercator map, at a latitude in degrees. */
export function metresPerPixel(zoom: number, lat: number): number {
  return (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (TILE_PIXELS * 2 ** zoom)
}

/** The number N of a scale of 1 : N of a map printed at its natural size, at a latitude in degrees. */
export function scaleNumber(zoom: number, lat: number): number {
  return metresPerPixel(zoom, lat) * PIXELS_PER_MM * 1000
}

/** The zoom at which a map printed at its natural size has the scale 1 : N, at a latitude in degrees. */
export function zoomOfScale(n: number, lat: number): number {
  return Math.log2(scaleNumber(0, lat) / n)
}

/** The longest round length (1, 2 or 5 times a power of ten, in metres) that a bar of so many millimetres can show. */
export function scaleBar(n: number, mostMm: number): { lengthM: number; lengthMm: number } {
  const mostM = (mostMm * n) / 1000
  const power = 10 ** Math.floor(Math.log10(mostM))
  const lengthM = power * ([5, 2].find((step) => step * power <= mostM) ?? 1)
  return { lengthM, lengthMm: (lengthM * 1000) / n }
}
