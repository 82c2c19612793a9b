/** A position as `[lng, lat]` in degrees, WGS 84 or CGCS2000. */
export type LngLat = readonly [lng: number, lat: number]

/** Whether a longitude and a latitude, in degrees, are finite and name a place on the earth. */
export function isOnEarth(lng: number, lat: number): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90
}
