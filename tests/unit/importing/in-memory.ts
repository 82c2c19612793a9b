import type { ByteSource } from '../../../src/importing/files/byte-source.ts'
import { formatOf } from '../../../src/importing/files/file-format.ts'
import { FileRefused, type FileRefusal } from '../../../src/importing/files/file-refusal.ts'
import { rowsOf } from '../../../src/importing/files/rows.ts'
import type { SourceRow } from '../../../src/importing/files/source-row.ts'

/** A file in memory that is read in chunks of the given size, whatever they cut through. */
export function fileOf(content: string | Uint8Array, { name = 'file.csv', chunkBytes = 64 } = {}): ByteSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    sizeBytes: bytes.length,
    async *read() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
    },
  }
}

/** A text in pieces, cut at the given places. */
export async function* inPieces(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b)
  let from = 0
  for (const to of [...places, text.length]) {
    if (to > from) yield text.slice(from, to)
    from = to
  }
}

/** All rows of a file. */
export async function allRows(source: ByteSource): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const some of rowsOf(source, await formatOf(source))) rows.push(...some)
  return rows
}

/** The refusal that reading ends with; fails when it does not. */
export async function refusalOf(read: Promise<unknown>): Promise<FileRefusal> {
  const thrown = await read.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown instanceof FileRefused) return thrown.refusal
  throw thrown ?? new Error('nothing was refused')
}
