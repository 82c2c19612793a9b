import { BasemapFailure } from '../failure.ts'
import { TILE_MS, timedFetch } from '../timed-fetch.ts'
import type { FetchTile } from '../tile-protocol.ts'

/**
 * The pictures of a tile service.
 *
 * @param addressOf where the tile of [z, x, y] is
 */
export function pictureTiles(addressOf: (z: number, x: number, y: number) => string): FetchTile {
  return (z, x, y, signal) => fetchPicture(addressOf(z, x, y), signal, TILE_MS)
}

/** Fetches a picture; what a proxy or an error page sends instead of one is a `BasemapFailure` (wrong). */
export function fetchPicture(url: string, signal: AbortSignal, limitMs: number): Promise<ArrayBuffer> {
  return timedFetch(url, { signal, limitMs }, async (response) => {
    const type = response.headers.get('content-type') ?? ''
    if (!type.startsWith('image/')) throw new BasemapFailure('wrong', `${type || 'no type'} from ${url}`)
    return response.arrayBuffer()
  })
}
