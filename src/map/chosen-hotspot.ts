import type { Map as MapLibreMap } from 'maplibre-gl'
import { fillSource } from './fill-source.ts'
import { groupIndexOf } from './tiles/encode-tile.ts'
import { NOTHING } from './nothing.ts'
import type { ChosenHotspot } from './town-map-types.ts'

/** The outline of the chosen hotspot, and the mark that says to its layers: not you, the others dim. */
export interface ChosenHotspotMark {
  set(next: ChosenHotspot | null): void
  replay(): void
}

export function createChosenHotspotMark(map: MapLibreMap): ChosenHotspotMark {
  let chosen: ChosenHotspot | null = null
  const targets = (no: number) => [
    { source: 'hotspots', sourceLayer: 'points', id: no },
    { source: 'fresh-hotspots', id: no },
  ]

  function paint() {
    if (chosen) for (const target of targets(chosen.no)) map.setFeatureState(target, { chosen: true })
  }

  return {
    set(next) {
      if (chosen) for (const target of targets(chosen.no)) map.removeFeatureState(target, 'chosen')
      chosen = next
      paint()
      const place = next?.place
      const geometry = place && { type: 'Point' as const, coordinates: [place.lng, place.lat] }
      const properties = place
        ? {
            group: groupIndexOf(place.state),
            urgent: false,
            // In whole minutes, as in a tile: the tiles may have lost a case that is still read, its ring they may not take along.
            ...(place.dueAt && { due: Math.floor(Date.parse(place.dueAt) / 60_000) }),
          }
        : {}
      fillSource(
        map,
        'chosen-hotspot',
        next && geometry ? { type: 'Feature', id: next.no, properties, geometry } : NOTHING,
      )
    },
    replay: paint,
  }
}
