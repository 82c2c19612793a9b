import { gzipBytes } from './gzip-bytes.ts'

/** Where the bytes of a tile, or of several equal ones in a row, lie in the archive; a run of 0 points to a leaf directory. */
export interface DirectoryEntry {
  readonly tileId: number
  readonly runLength: number
  readonly offset: number
  readonly length: number
}

/** The directories of an archive: the root and, when it would grow too large for one request, leaves behind it. */
export interface Directories {
  readonly root: Uint8Array
  readonly leaves: Uint8Array
}

/** A reader fetches the first 16 kB: the header and the root must lie in them. */
const ROOT_LIMIT = 16_384 - 127

/** The entries (by ascending tile id) as gzipped directories, PMTiles specification 3. */
export function directoriesOf(entries: readonly DirectoryEntry[], rootLimit = ROOT_LIMIT): Directories {
  const root = serialized(entries)
  if (root.length <= rootLimit) return { root, leaves: new Uint8Array() }
  for (let size = 1_024; ; size *= 2) {
    const leaves: Uint8Array[] = []
    const pointers: DirectoryEntry[] = []
    let offset = 0
    for (let i = 0; i < entries.length; i += size) {
      const leaf = serialized(entries.slice(i, i + size))
      pointers.push({ tileId: entries[i]!.tileId, runLength: 0, offset, length: leaf.length })
      leaves.push(leaf)
      offset += leaf.length
    }
    const short = serialized(pointers)
    if (short.length <= rootLimit) return { root: short, leaves: Buffer.concat(leaves) }
  }
}

function serialized(entries: readonly DirectoryEntry[]): Uint8Array {
  const bytes: number[] = []
  writeVarint(bytes, entries.length)
  let before = 0
  for (const { tileId } of entries) {
    writeVarint(bytes, tileId - before)
    before = tileId
  }
  for (const { runLength } of entries) writeVarint(bytes, runLength)
  for (const { length } of entries) writeVarint(bytes, length)
  for (const [i, { offset }] of entries.entries()) {
    const last = entries[i - 1]
    // 0 says: right behind the one before.
    writeVarint(bytes, last && offset === last.offset + last.length ? 0 : offset + 1)
  }
  return gzipBytes(Uint8Array.from(bytes))
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
