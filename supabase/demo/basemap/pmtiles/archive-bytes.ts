import { createHash } from 'node:crypto'
import { directoriesOf, type DirectoryEntry } from './directory.ts'
import { gzipBytes } from './gzip-bytes.ts'
import { type ArchiveHeader, headerBytes } from './header.ts'

/** A tile by its id on the Hilbert curve, its bytes gzipped. */
export interface ArchiveTile {
  readonly tileId: number
  readonly bytes: Uint8Array
}

/** What else an archive says about itself. */
export type ArchiveAbout = Pick<ArchiveHeader, 'minZoom' | 'maxZoom' | 'bounds' | 'centre'> & {
  readonly metadata: Readonly<Record<string, unknown>>
}

/** A PMTiles archive, version 3: equal tiles are kept once, the same tiles always give the same bytes. */
export function archiveBytes(tiles: readonly ArchiveTile[], about: ArchiveAbout): Uint8Array {
  const entries: DirectoryEntry[] = []
  const contents: Uint8Array[] = []
  const places = new Map<string, { readonly offset: number; readonly length: number }>()
  let end = 0
  for (const { tileId, bytes } of [...tiles].sort((a, b) => a.tileId - b.tileId)) {
    const key = createHash('sha1').update(bytes).digest('base64')
    let place = places.get(key)
    if (!place) {
      place = { offset: end, length: bytes.length }
      places.set(key, place)
      contents.push(bytes)
      end += bytes.length
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.tileId + last.runLength === tileId)
      entries[entries.length - 1] = { ...last, runLength: last.runLength + 1 }
    else entries.push({ tileId, runLength: 1, ...place })
  }
  const { root, leaves } = directoriesOf(entries)
  const metadata = gzipBytes(new TextEncoder().encode(JSON.stringify(about.metadata)))
  const header = headerBytes({
    ...about,
    rootLength: root.length,
    metadataLength: metadata.length,
    leavesLength: leaves.length,
    tilesLength: end,
    addressedTiles: tiles.length,
    entries: entries.length,
    contents: contents.length,
  })
  return Buffer.concat([header, root, metadata, leaves, ...contents])
}
