/** Width of the tile pyramid's finest grid. */
const UNITS = 2 ** 30

/** Column and row of a position in a grid of 2^30 over Web Mercator; the edges belong to the outermost cells. */
export function mercatorUnits(lng: number, lat: number): [x: number, y: number] {
  const clamped = Math.min(85.06, Math.max(-85.06, lat))
  const x = ((lng + 180) / 360) * UNITS
  const y = (0.5 - Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360)) / (2 * Math.PI)) * UNITS
  const inside = (value: number) => Math.min(UNITS - 1, Math.max(0, Math.floor(value)))
  return [inside(x), inside(y)]
}

/** The tile that holds a position at a zoom. */
export function tileAt(lng: number, lat: number, z: number): [x: number, y: number] {
  const shift = 2 ** (30 - z)
  const [x, y] = mercatorUnits(lng, lat)
  return [Math.floor(x / shift), Math.floor(y / shift)]
}

/** Longitude and latitude of the north-west corner of a tile. */
export function cornerOf(z: number, x: number, y: number): [lng: number, lat: number] {
  const n = Math.PI - (2 * Math.PI * y) / 2 ** z
  return [(x / 2 ** z) * 360 - 180, (180 / Math.PI) * Math.atan(Math.sinh(n))]
}
