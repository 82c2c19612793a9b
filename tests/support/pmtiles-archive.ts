import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { zxyToTileId } from 'pmtiles'
import { tileAt } from '../../src/geo/tile-address.ts'

/** [west, south, east, north] in degrees. */
type Bounds = readonly [number, number, number, number]

const HEADER_BYTES = 127
/** No compression, vector tiles: the numbers of the format. */
const NONE = 1
const MVT = 1

/**
 * A PMTiles archive of version 3 with vector tiles, in memory and uncompressed: small enough to be read by eye, and written without the
 * product's own writer, so that the two cannot share a mistake.
 *
 * @param layers features in degrees by source layer
 */
export function pmtilesArchive(
  layers: Readonly<Record<string, GeoJSON.Feature[]>>,
  { bounds, minZoom, maxZoom }: { bounds: Bounds; minZoom: number; maxZoom: number },
): Buffer {
  const indexes = Object.entries(layers).map(
    ([name, features]) =>
      [name, new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom, indexMaxZoom: maxZoom })] as const,
  )
  const tiles: { id: number; bytes: Buffer }[] = []
  for (let z = minZoom; z <= maxZoom; z++) {
    const from = tileAt(bounds[0], bounds[3], z)
    const to = tileAt(bounds[2], bounds[1], z)
    for (let x = from.x; x <= to.x; x++)
      for (let y = from.y; y <= to.y; y++) {
        const found = indexes.flatMap(([name, index]) => {
          const tile = index.getTile(z, x, y)
          return tile ? [[name, tile] as const] : []
        })
        if (found.length === 0) continue
        const bytes = Buffer.from(fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: 4096 }))
        tiles.push({ id: zxyToTileId(z, x, y), bytes })
      }
  }
  tiles.sort((one, other) => one.id - other.id)
  return assemble(tiles, bounds, minZoom, maxZoom)
}

/** Header, root directory, metadata, tiles in the order of their ids. */
function assemble(tiles: { id: number; bytes: Buffer }[], bounds: Bounds, minZoom: number, maxZoom: number): Buffer {
  const directory = Buffer.from([
    ...varint(tiles.length),
    ...tiles.flatMap(({ id }, i) => varint(id - (tiles[i - 1]?.id ?? 0))),
    ...tiles.flatMap(() => varint(1)),
    ...tiles.flatMap(({ bytes }) => varint(bytes.length)),
    // The first one stands at 0, which is written as 1; 0 means right behind the one before.
    ...tiles.flatMap((_, i) => varint(i === 0 ? 1 : 0)),
  ])
  const metadata = Buffer.from('{}')
  const data = Buffer.concat(tiles.map(({ bytes }) => bytes))
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const metadataAt = HEADER_BYTES + directory.length
  const dataAt = metadataAt + metadata.length
  const lengths = [HEADER_BYTES, directory.length, metadataAt, metadata.length, dataAt, 0, dataAt, data.length]
  const counts = [tiles.length, tiles.length, tiles.length]
  for (const [i, value] of [...lengths, ...counts].entries()) header.writeBigUInt64LE(BigInt(value), 8 + i * 8)
  header.set([1, NONE, NONE, MVT, minZoom, maxZoom], 96)
  const [west, south, east, north] = bounds
  for (const [i, degrees] of [west, south, east, north].entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4)
  header.writeUInt8(minZoom, 118)
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119)
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123)
  return Buffer.concat([header, directory, metadata, data])
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}
