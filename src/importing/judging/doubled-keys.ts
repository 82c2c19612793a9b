import type { ByteSource } from '../files/byte-source.ts'
import { detached } from '../files/detached.ts'
import type { FileFormat } from '../files/file-format.ts'
import { rowsOf } from '../files/rows.ts'
import { KeyCensus } from './key-census.ts'
import { textHash } from './text-hash.ts'

/** A key that stands on more than one line; at most `MOST_LINES` of its lines. */
export interface DoubledKey {
  readonly key: string
  readonly lines: number[]
}

const MOST_DOUBLES = 5
const MOST_LINES = 5

/**
 * The first few keys of a file that occur twice, given the census of its first reading. Reads the file again only when
 * hashes are suspicious, and once more for every further part of a file with tens of millions of keys.
 */
export async function doubledKeys(
  source: ByteSource,
  format: FileFormat,
  keyColumn: string,
  census: KeyCensus,
): Promise<DoubledKey[]> {
  for (let part = 0; part < census.partsNeeded; part++) {
    const counted = part === 0 ? census : await censusOfPart(source, format, keyColumn, part, census.partsNeeded)
    const suspects = counted.suspects()
    const doubles = suspects.size === 0 ? [] : await comparedKeys(source, format, keyColumn, suspects)
    if (doubles.length > 0) return doubles
  }
  return []
}

async function censusOfPart(
  source: ByteSource,
  format: FileFormat,
  keyColumn: string,
  part: number,
  parts: number,
): Promise<KeyCensus> {
  const census = new KeyCensus(part, parts, Infinity)
  for await (const rows of rowsOf(source, format))
    for (const row of rows) {
      const key = row.value(keyColumn)
      if (key !== '') census.add(key)
    }
  return census
}

async function comparedKeys(
  source: ByteSource,
  format: FileFormat,
  keyColumn: string,
  suspects: ReadonlySet<number>,
): Promise<DoubledKey[]> {
  const firstLine = new Map<string, number>()
  const doubles = new Map<string, number[]>()
  for await (const rows of rowsOf(source, format))
    for (const row of rows) {
      const key = row.value(keyColumn)
      if (key === '' || !suspects.has(textHash(key))) continue
      const lines = doubles.get(key)
      if (lines && lines.length < MOST_LINES) lines.push(row.line)
      if (lines) continue
      const first = firstLine.get(key)
      if (first === undefined) firstLine.set(detached(key), row.line)
      else if (doubles.size < MOST_DOUBLES) doubles.set(detached(key), [first, row.line])
    }
  return [...doubles].map(([key, lines]) => ({ key, lines }))
}
