/** A file that can be read from its beginning as often as needed, without ever being held as a whole. */
export interface ByteSource {
  readonly name: string
  readonly sizeBytes: number
  /** A fresh read from the first byte; chunks of any size. */
  read(): AsyncIterable<Uint8Array>
}

/** Small enough that working through one chunk leaves a browser time to draw (measured: under 30 ms of parsing). */
const CHUNK_BYTES = 128 * 1024

/** A file that a person chose in a browser. */
export function sourceOfBlob(blob: Blob, name: string): ByteSource {
  return {
    name,
    sizeBytes: blob.size,
    async *read() {
      for (let at = 0; at < blob.size; at += CHUNK_BYTES)
        yield new Uint8Array(await blob.slice(at, at + CHUNK_BYTES).arrayBuffer())
    },
  }
}
