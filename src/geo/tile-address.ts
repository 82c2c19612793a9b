/** A Web Mercator tile: zoom, column from the west, row from the north. */
export interface TileAddress {
  z: number
  x: number
  y: number
}

/** Where a position lies in the unit square of Web Mercator, `[0, 0]` being the north-west corner of the world. */
export function mercatorOf(lng: number, lat: number): [x: number, y: number] {
  const sin = Math.sin((lat * Math.PI) / 180)
  return [(lng + 180) / 360, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)]
}

/** The position of a point of the unit square of Web Mercator, in degrees. */
export function positionOf(x: number, y: number): [lng: number, lat: number] {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI]
}

/** The tile of a zoom that covers a position; positions beyond the poles of the projection fall in the outermost row. */
export function tileAt(lng: number, lat: number, z: number): TileAddress {
  const tiles = 2 ** z
  const [x, y] = mercatorOf(lng, lat)
  const within = (unit: number) => Math.min(tiles - 1, Math.max(0, Math.floor(unit * tiles)))
  return { z, x: within(x), y: within(y) }
}

/** True when a tile covers a position. */
export function tileCovers(tile: TileAddress, lng: number, lat: number): boolean {
  const { x, y } = tileAt(lng, lat, tile.z)
  return x === tile.x && y === tile.y
}

/** The extent of a tile as [west, south, east, north] in degrees. */
export function extentOfTile({ z, x, y }: TileAddress): [number, number, number, number] {
  const tiles = 2 ** z
  const [west, north] = positionOf(x / tiles, y / tiles)
  const [east, south] = positionOf((x + 1) / tiles, (y + 1) / tiles)
  return [west, south, east, north]
}
