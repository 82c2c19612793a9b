import { addProtocol, removeProtocol, type RequestParameters } from 'maplibre-gl'
import type { HotspotFilter } from '../../domain/filter.ts'
import type { TileAddress } from '../../geo/tile-address.ts'
import type { FetchTileColumns } from './columns.ts'
import { filterKey } from './filter-key.ts'
import { createRequestQueue } from './request-queue.ts'
import { createTileEncoder } from './tile-encoder.ts'
import { createTileStore } from './tile-store.ts'

/** The provider behind the vector source `hotspots` of one map. */
export interface HotspotSource {
  /** The tile address template of a filter; another filter is another address, so that MapLibre asks anew. */
  tilesFor(filter: HotspotFilter | null): string
  /** Forgets kept tiles that hold one of the positions. */
  forget(positions: readonly (readonly [lng: number, lat: number])[]): void
  forgetAll(): void
  /** When the tile now shown at an address was asked for, on the clock of `performance.now()`. */
  askedAt(address: TileAddress): number | undefined
  destroy(): void
}

export interface HotspotSourceEvents {
  /** A tile could not be fetched: no answer, or the answer was no. */
  onFailure(error: unknown): void
  onSuccess(): void
}

/** The server answers 100 to 150 tiles a second; eight at once keep it busy without a queue at its door. */
const REQUESTS_AT_ONCE = 8
/** Two screens full at two zooms. */
const TILES_KEPT = 160
const LAST_REQUESTS_MS = 60_000

let lastScheme = 0

/** Registers a protocol of its own for one map; `destroy` takes it away. */
export function createHotspotSource(fetchColumns: FetchTileColumns, events: HotspotSourceEvents): HotspotSource {
  const scheme = `hotspots-${++lastScheme}`
  const encoder = createTileEncoder()
  const queue = createRequestQueue(REQUESTS_AT_ONCE)
  const store = createTileStore(TILES_KEPT)
  const shown = new Map<string, number>()
  let current: { key: string; filter: HotspotFilter } | null = null
  let revision = 0

  async function load({ url }: RequestParameters, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
    const [, asOf, z, x, y] = /:\/\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? []
    const empty = { data: new ArrayBuffer(0) }
    const asked = current
    if (!asked || Number(asOf) !== revision) return empty
    const address = { z: Number(z), x: Number(x), y: Number(y) }
    const name = `${z}/${x}/${y}`
    const kept = store.get(address)
    if (kept) {
      shown.set(name, kept.askedAt)
      // MapLibre takes the buffer over, so it gets a copy.
      return { data: kept.tile.slice(0) }
    }
    const askedAt = performance.now()
    const columns = await queue
      .run(() => fetchColumns(address, asked.filter, signal), signal)
      .catch((error: unknown) => {
        if (!signal.aborted) events.onFailure(error)
        throw error
      })
    events.onSuccess()
    const tile = await encoder.encode(address, columns)
    if (current !== asked) return empty
    store.put(address, { tile: tile.slice(0), askedAt })
    shown.set(name, askedAt)
    return { data: tile }
  }

  addProtocol(scheme, load)

  return {
    tilesFor(filter) {
      const key = filter && filterKey(filter)
      if (key !== (current?.key ?? null)) {
        revision += 1
        store.clear(performance.now())
        shown.clear()
        current = filter && key !== null ? { key, filter } : null
      }
      return `${scheme}://${revision}/{z}/{x}/{y}`
    },
    forget(positions) {
      store.forget(positions, performance.now())
    },
    forgetAll() {
      store.clear(performance.now())
    },
    askedAt({ z, x, y }) {
      return shown.get(`${z}/${x}/${y}`)
    },
    destroy() {
      // The worker of a map that has gone may still ask for a while.
      addProtocol(scheme, async () => ({ data: new ArrayBuffer(0) }))
      setTimeout(() => removeProtocol(scheme), LAST_REQUESTS_MS)
      encoder.destroy()
    },
  }
}
