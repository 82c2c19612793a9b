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
      const properties = place ? { group: groupIndexOf(place.state), urgent: false } : {}
      fillSource(map, 'chosen-hotspot', geometry ? { type: 'Feature', properties, geometry } : NOTHING)
    },
    replay: paint,
  }
}
