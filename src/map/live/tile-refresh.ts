import type { Map as MapLibreMap } from 'maplibre-gl'
import { tilesHolding } from './live-points.ts'

/** Fetches tiles anew, not for every change but for the changes of a moment together. */
export interface TileRefresh {
  /** The tiles that hold these positions, soon. */
  soon(positions: readonly { lng: number; lat: number }[]): void
  /** All tiles on the screen, now. */
  all(): void
  destroy(): void
}

/** From the first change to the refresh: the colour has followed already, only shapes and counts wait. */
const WAIT_MS = 700
/** More changes than this touch most of the screen anyway. */
const SINGLE_TILES_UP_TO = 60

export function createTileRefresh(map: MapLibreMap): TileRefresh {
  let waiting: { lng: number; lat: number }[] = []
  let timer: ReturnType<typeof setTimeout> | null = null

  function flush() {
    const positions = waiting
    waiting = []
    timer = null
    if (!map.getSource('hotspots')) return
    if (positions.length > SINGLE_TILES_UP_TO) map.refreshTiles('hotspots')
    else map.refreshTiles('hotspots', tilesHolding(positions))
  }

  return {
    soon(positions) {
      waiting.push(...positions)
      timer ??= setTimeout(flush, WAIT_MS)
    },
    all() {
      if (map.getSource('hotspots')) map.refreshTiles('hotspots')
    },
    destroy() {
      if (timer) clearTimeout(timer)
    },
  }
}
