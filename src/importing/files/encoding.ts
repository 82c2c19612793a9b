import type { ByteSource } from './byte-source.ts'
import { FileRefused } from './file-refusal.ts'

/** The encodings that spreadsheets of this country and of the world are saved in. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** First bytes of what is often renamed to .csv without being one. */
const BINARY_BEGINNINGS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip: xlsx, docx, kmz
  [0xd0, 0xcf, 0x11, 0xe0], // old Office: xls, doc
  [0x25, 0x50, 0x44, 0x46], // pdf
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // rar
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
]

const LONGEST_BEGINNING = 4

/**
 * The encoding of a file, by reading all of it: a byte order mark decides, then UTF-8 if every byte fits it, then
 * GB 18030 if every byte fits that. Throws `FileRefused`: `file_empty` without bytes; `file_binary` with a known binary
 * beginning, with NUL bytes that no UTF-16 mark explains, or with bytes that are text in none of these.
 */
export async function encodingOf(source: ByteSource): Promise<Encoding> {
  const marked = await encodingByMark(source)
  if (marked) return marked
  if (await fits(source, 'utf-8')) return 'utf-8'
  if (await fits(source, 'gb18030')) return 'gb18030'
  throw new FileRefused('file_binary')
}

async function encodingByMark(source: ByteSource): Promise<Encoding | null> {
  const first: number[] = []
  for await (const chunk of source.read()) {
    first.push(...chunk.subarray(0, LONGEST_BEGINNING))
    if (first.length >= LONGEST_BEGINNING) break
  }
  if (first.length === 0) throw new FileRefused('file_empty')
  const startsWith = (beginning: readonly number[]) => beginning.every((byte, i) => first[i] === byte)
  if (startsWith([0xff, 0xfe])) return 'utf-16le'
  if (startsWith([0xfe, 0xff])) return 'utf-16be'
  if (BINARY_BEGINNINGS.some(startsWith)) throw new FileRefused('file_binary')
  return null
}

async function fits(source: ByteSource, encoding: Encoding): Promise<boolean> {
  const strict = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of source.read()) {
      if (chunk.includes(0)) throw new FileRefused('file_binary')
      strict.decode(chunk, { stream: true })
    }
    strict.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The text of a file in chunks, its byte order mark dropped. */
export async function* textOf(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source.read()) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
