import { gunzipSync } from 'node:zlib'
import { readVarint } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { directoriesOf, type DirectoryEntry } from '../../../supabase/demo/basemap/pmtiles/directory.ts'

/** Reads a directory back as the specification says. */
function read(bytes: Uint8Array): DirectoryEntry[] {
  const p = { buf: new Uint8Array(gunzipSync(bytes)), pos: 0 }
  const count = readVarint(p)
  const column = () => Array.from({ length: count }, () => readVarint(p))
  const [steps, runs, lengths, offsets] = [column(), column(), column(), column()]
  const entries: DirectoryEntry[] = []
  let tileId = 0
  for (let i = 0; i < count; i++) {
    tileId += steps[i]!
    const before = entries[i - 1]
    const offset = offsets[i] === 0 && before ? before.offset + before.length : offsets[i]! - 1
    entries.push({ tileId, runLength: runs[i]!, length: lengths[i]!, offset })
  }
  return entries
}

/** Tiles of uneven sizes, some of them kept once for several ids. */
const entries = Array.from({ length: 5_000 }, (_, i): DirectoryEntry => {
  const isTwin = i % 7 === 3
  return {
    tileId: i * 3 + (i % 2),
    runLength: 1 + (i % 2),
    offset: isTwin ? 0 : i * 1_000,
    length: isTwin ? 400 : 1_000 - (i % 3),
  }
})

describe('the directories of an archive', () => {
  it('are one root while it is small', () => {
    const { root, leaves } = directoriesOf(entries.slice(0, 40))
    expect(read(root)).toEqual(entries.slice(0, 40))
    expect(leaves).toHaveLength(0)
  })

  it('split into leaves behind a root that stays within its limit', () => {
    const { root, leaves } = directoriesOf(entries, 64)
    expect(root.length).toBeLessThanOrEqual(64)
    const pointers = read(root)
    expect(pointers.length).toBeGreaterThan(1)
    expect(pointers.every(({ runLength }) => runLength === 0)).toBe(true)
    expect(pointers.flatMap(({ offset, length }) => read(leaves.subarray(offset, offset + length)))).toEqual(entries)
  })
})
