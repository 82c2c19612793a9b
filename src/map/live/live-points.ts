import type { Map as MapLibreMap } from 'maplibre-gl'
import { tileAt, tileCovers, type TileAddress } from '../../geo/tile-address.ts'
import { fillSource } from '../fill-source.ts'
import { groupIndexOf } from '../tiles/encode-tile.ts'
import type { HotspotChange } from './hotspot-change.ts'

/** What is newer than the tiles on the screen. */
export interface LivePoints {
  /** Recolours or shows hotspots at once; `visible` says for each whether the filter lets it be seen. */
  apply(changes: readonly { change: HotspotChange; visible: boolean }[]): void
  /** Puts everything back after the map lost its feature state. */
  replay(): void
  /** Drops what a tile asked for at `askedAt` already knows. */
  settle(tile: TileAddress, askedAt: number): void
  clear(): void
}

interface Override {
  change: HotspotChange
  visible: boolean
  at: number
}

/** Off-screen changes wait for their tile; the oldest go, their tiles will be fetched anew anyway. */
const OVERRIDES_KEPT = 5000
export const MAX_TILE_ZOOM = 18

/** Every tile of the pyramid that holds one of the positions. */
export function tilesHolding(positions: readonly { lng: number; lat: number }[]): TileAddress[] {
  const tiles = new Map<string, TileAddress>()
  for (const { lng, lat } of positions) {
    for (let z = 0; z <= MAX_TILE_ZOOM; z++) {
      const tile = tileAt(lng, lat, z)
      tiles.set(`${z}/${tile.x}/${tile.y}`, tile)
    }
  }
  return [...tiles.values()]
}

/** Feature state for what the tiles hold, a small overlay for what they may not hold yet. */
export function createLivePoints(map: MapLibreMap): LivePoints {
  const overrides = new Map<number, Override>()
  const target = (no: number) => ({ source: 'hotspots', sourceLayer: 'points', id: no })

  function paint({ change, visible }: Override) {
    map.setFeatureState(target(change.no), { group: groupIndexOf(change.state), gone: !visible })
  }

  function unpaint(no: number) {
    map.removeFeatureState(target(no), 'group')
    map.removeFeatureState(target(no), 'gone')
  }

  function drawFresh() {
    const fresh = [...overrides.values()].filter(({ change, visible }) => visible && change.isNew)
    const features = fresh.map(({ change }): GeoJSON.Feature => ({
      type: 'Feature',
      id: change.no,
      geometry: { type: 'Point', coordinates: [change.lng, change.lat] },
      properties: { state: change.state, group: groupIndexOf(change.state), urgent: false },
    }))
    fillSource(map, 'fresh-hotspots', { type: 'FeatureCollection', features })
  }

  return {
    apply(changes) {
      const at = performance.now()
      let isFreshChanged = false
      for (const { change, visible } of changes) {
        const before = overrides.get(change.no)
        // What was shown as new stays in the overlay until a tile brings it, whatever happens to it meanwhile.
        const isNew = change.isNew || (before?.change.isNew ?? false)
        isFreshChanged ||= isNew
        const override = { change: { ...change, isNew }, visible, at }
        overrides.delete(change.no)
        overrides.set(change.no, override)
        paint(override)
      }
      for (const no of [...overrides.keys()].slice(0, Math.max(0, overrides.size - OVERRIDES_KEPT))) {
        overrides.delete(no)
        unpaint(no)
      }
      if (isFreshChanged) drawFresh()
    },
    replay() {
      for (const override of overrides.values()) paint(override)
    },
    settle(tile, askedAt) {
      let isFreshChanged = false
      for (const [no, { change, at }] of overrides) {
        if (at >= askedAt || !tileCovers(tile, change.lng, change.lat)) continue
        overrides.delete(no)
        unpaint(no)
        isFreshChanged ||= change.isNew
      }
      if (isFreshChanged) drawFresh()
    },
    clear() {
      for (const no of overrides.keys()) unpaint(no)
      overrides.clear()
      drawFresh()
    },
  }
}
