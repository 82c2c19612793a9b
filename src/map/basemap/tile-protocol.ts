import { AJAXError, addProtocol, removeProtocol, type RequestParameters } from 'maplibre-gl'
import { BasemapFailure, type BasemapFailureReason } from './failure.ts'

/** Fetches one tile: its bytes, or null where the basemap holds nothing. Throws a `BasemapFailure`. */
export type FetchTile = (z: number, x: number, y: number, signal: AbortSignal) => Promise<ArrayBuffer | null>

/** The addresses under which MapLibre asks for the tiles of some providers. */
export interface TileProtocol {
  /** The address template of a provider. */
  serve(fetchTile: FetchTile): string
  close(): void
}

let lastScheme = 0

/**
 * A protocol of its own for one basemap: every tile passes here, so that a dead host is noticed. MapLibre itself says nothing of a
 * missing raster tile, and nothing ever of a hanging one.
 */
export function createTileProtocol(onFailure: (reason: BasemapFailureReason) => void): TileProtocol {
  const scheme = `basemap-${++lastScheme}`
  const providers: FetchTile[] = []
  let hasTile = false

  async function load({ url }: RequestParameters, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
    const [, provider, z, x, y] = /:\/\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? []
    // MapLibre keeps quiet about 404 and shows a coarser tile in the place of this one.
    const nothing = () => new AJAXError(404, 'Not found', url, new Blob())
    try {
      const tile = await providers[Number(provider)]?.(Number(z), Number(x), Number(y), signal)
      if (!tile) throw nothing()
      hasTile = true
      return { data: tile }
    } catch (error) {
      if (!(error instanceof BasemapFailure)) throw error
      // Empty land is no failure; a host that has nothing at all is one.
      if (!error.isMissing || !hasTile) onFailure(error.reason)
      throw nothing()
    }
  }

  addProtocol(scheme, load)

  return {
    serve(fetchTile) {
      providers.push(fetchTile)
      return `${scheme}://${providers.length - 1}/{z}/{x}/{y}`
    },
    close: () => removeProtocol(scheme),
  }
}
