import { gzipSync } from 'node:zlib'

/** The place in a gzip header that names the operating system, and the value for "unknown". */
const SYSTEM_AT = 9
const UNKNOWN = 255

/** Bytes gzipped alike on every system. */
export function gzipBytes(bytes: Uint8Array): Uint8Array {
  const zipped = gzipSync(bytes, { level: 9 })
  zipped[SYSTEM_AT] = UNKNOWN
  return zipped
}
