import { tileCovers, type TileAddress } from '../../geo/tile-address.ts'

export interface StoredTile {
  tile: ArrayBuffer
  /** `performance.now()` when the request left: later changes are not in it. */
  askedAt: number
}

/** A small memory of encoded tiles of one filter; what changed is forgotten, also while it is under way. */
export interface TileStore {
  get(address: TileAddress): StoredTile | undefined
  /** Keeps a tile unless something in it changed since it was asked for. */
  put(address: TileAddress, stored: StoredTile): void
  forget(positions: readonly (readonly [lng: number, lat: number])[], at: number): void
  clear(at: number): void
}

const keyOf = ({ z, x, y }: TileAddress) => `${z}/${x}/${y}`

/** The least recently used tile goes when there are more than `limit`. */
export function createTileStore(limit: number): TileStore {
  const tiles = new Map<string, { address: TileAddress; stored: StoredTile }>()
  let changes: { lng: number; lat: number; at: number }[] = []
  let clearedAt = -Infinity

  /** A request takes seconds at most: older changes cannot meet a tile that is still under way. */
  const MEMORY_MS = 60_000

  return {
    get(address) {
      const key = keyOf(address)
      const found = tiles.get(key)
      if (!found) return undefined
      tiles.delete(key)
      tiles.set(key, found)
      return found.stored
    },
    put(address, stored) {
      if (stored.askedAt < clearedAt) return
      if (changes.some(({ lng, lat, at }) => at >= stored.askedAt && tileCovers(address, lng, lat))) return
      tiles.set(keyOf(address), { address, stored })
      const oldest = tiles.keys().next()
      if (tiles.size > limit && !oldest.done) tiles.delete(oldest.value)
    },
    forget(positions, at) {
      changes = changes.filter((change) => change.at > at - MEMORY_MS)
      for (const [lng, lat] of positions) {
        changes.push({ lng, lat, at })
        for (const [key, { address }] of tiles) if (tileCovers(address, lng, lat)) tiles.delete(key)
      }
    },
    clear(at) {
      tiles.clear()
      clearedAt = at
    },
  }
}
