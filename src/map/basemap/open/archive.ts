import type { EtagMismatch, Header, RangeResponse, Source } from 'pmtiles'
import { BasemapFailure } from '../failure.ts'
import { PROBE_MS, TILE_MS, timedFetch } from '../timed-fetch.ts'
import type { FetchTile } from '../tile-protocol.ts'

/** An opened PMTiles archive. */
export interface Archive {
  header: Header
  fetchTile: FetchTile
}

/** What a PMTiles archive begins with, and the version that is read here. */
const MAGIC = [...'PMTiles'].map((letter) => letter.charCodeAt(0))
const VERSION = 3

/**
 * Opens a PMTiles archive of version 3; its reader is loaded with the first one.
 *
 * @param url absolute, or a path on the product's own server
 * @throws {BasemapFailure} when it does not answer in 3 s, with parts, as an archive
 */
export async function openArchive(url: string, signal: AbortSignal): Promise<Archive> {
  const { PMTiles, EtagMismatch } = await import('pmtiles')
  const source = rangeSource(url, EtagMismatch)
  const archive = new PMTiles(source)
  const header = await archive.getHeader().catch(asFailure)
  signal.throwIfAborted()
  source.limitMs = TILE_MS
  return {
    header,
    async fetchTile(z, x, y, tileSignal) {
      const tile = await archive.getZxy(z, x, y, tileSignal).catch(asFailure)
      return tile?.data ?? null
    },
  }
}

/** Reads parts of a file; the first one has to come sooner. The reader begins anew when the file has become another one. */
function rangeSource(url: string, Changed: typeof EtagMismatch): Source & { limitMs: number } {
  return {
    limitMs: PROBE_MS,
    getKey: () => url,
    async getBytes(offset, length, signal = new AbortController().signal, known?: string): Promise<RangeResponse> {
      const headers = { range: `bytes=${offset}-${offset + length - 1}` }
      const part = await timedFetch(url, { signal, limitMs: this.limitMs, headers }, async (response) => {
        // A host that knows no ranges sends the whole file, which may be gigabytes.
        if (response.status !== 206) throw new BasemapFailure('wrong', `${url} is not sent in parts`)
        const data = await response.arrayBuffer()
        if (offset === 0 && !isArchive(data)) throw new BasemapFailure('wrong', `${url} is no PMTiles archive`)
        return { data, etag: response.headers.get('etag') ?? undefined }
      })
      if (known && part.etag && part.etag !== known) throw new Changed(`${url} has changed`)
      return part
    },
  }
}

function isArchive(data: ArrayBuffer): boolean {
  const bytes = new Uint8Array(data)
  return MAGIC.every((byte, i) => bytes[i] === byte) && bytes[MAGIC.length] === VERSION
}

/** What the reader itself throws means that the archive is broken. */
function asFailure(error: unknown): never {
  if (error instanceof BasemapFailure || (error instanceof Error && error.name === 'AbortError')) throw error
  throw new BasemapFailure('wrong', 'The archive cannot be read', { cause: error })
}
