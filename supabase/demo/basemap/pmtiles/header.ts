/** The size of a PMTiles header, version 3. */
export const HEADER_BYTES = 127

const GZIP = 2
const VECTOR_TILES = 1

/** What the header says. Offsets and lengths in bytes, positions in degrees. */
export interface ArchiveHeader {
  readonly rootLength: number
  readonly metadataLength: number
  readonly leavesLength: number
  readonly tilesLength: number
  readonly addressedTiles: number
  readonly entries: number
  readonly contents: number
  readonly minZoom: number
  readonly maxZoom: number
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  readonly centre: readonly [lng: number, lat: number, zoom: number]
}

/** The header of a clustered archive of gzipped vector tiles: header, root, metadata, leaves, tiles, in this order. */
export function headerBytes(header: ArchiveHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode('PMTiles'), 0)
  view.setUint8(7, 3)
  const { rootLength, metadataLength, leavesLength, tilesLength } = header
  const lengths = [rootLength, metadataLength, leavesLength, tilesLength]
  let offset = HEADER_BYTES
  let at = 8
  const long = (value: number) => {
    view.setBigUint64(at, BigInt(value), true)
    at += 8
  }
  for (const length of lengths) {
    long(offset)
    long(length)
    offset += length
  }
  for (const count of [header.addressedTiles, header.entries, header.contents]) long(count)
  for (const byte of [1, GZIP, GZIP, VECTOR_TILES, header.minZoom, header.maxZoom]) view.setUint8(at++, byte)
  const degrees = (value: number) => {
    view.setInt32(at, Math.round(value * 1e7), true)
    at += 4
  }
  for (const edge of header.bounds) degrees(edge)
  const [lng, lat, zoom] = header.centre
  view.setUint8(at++, zoom)
  degrees(lng)
  degrees(lat)
  return bytes
}
