import type { LngLat } from './earth.ts'

/** Mean radius of the earth in metres (IUGG). */
const RADIUS_M = 6_371_008.8

/** Great-circle distance in metres (haversine); within 0.3 % of the ellipsoid's. */
export function distanceM([fromLng, fromLat]: LngLat, [toLng, toLat]: LngLat): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const dLat = radians(toLat - fromLat)
  const dLng = radians(toLng - fromLng)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(fromLat)) * Math.cos(radians(toLat)) * Math.sin(dLng / 2) ** 2
  return 2 * RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}
