import type { Map as MapLibreMap } from 'maplibre-gl'
import type { AreaCollection } from './area-collection.ts'
import { fillSource } from './fill-source.ts'
import { NOTHING } from './nothing.ts'
import { outsideOf } from './outside-of.ts'
import { progressClass } from './progress-class.ts'

/** The areas on the map: outlines, names, classes of progress, the hovered and the chosen one. */
export interface AreaGround {
  setAreas(areas: AreaCollection): void
  /** Shares from 0 to 1 by area id, null for no data; areas that are not named are not filled. */
  setShares(shares: ReadonlyMap<number, number | null>): void
  setChosen(id: number | null): void
  setHovered(id: number | null): void
  isWithin(id: number, ancestorId: number): boolean
  replay(): void
}

/** The sources that `createAreaGround` fills. */
export const areaSources = {
  areas: { type: 'geojson', data: NOTHING },
  'area-labels': { type: 'geojson', data: NOTHING },
  'area-outside': { type: 'geojson', data: NOTHING },
} as const

export function createAreaGround(map: MapLibreMap): AreaGround {
  let parents = new Map<number, number | null>()
  let shares: ReadonlyMap<number, number | null> = new Map()
  let chosen: number | null = null
  let hovered: number | null = null
  const target = (id: number) => ({ source: 'areas', id })

  function paintShares() {
    for (const [id, share] of shares) map.setFeatureState(target(id), { class: progressClass(share) })
  }

  return {
    setAreas(areas) {
      parents = new Map(areas.features.map(({ properties }) => [properties.id, properties.parentId]))
      const divided = new Set(parents.values())
      const drawn = areas.features.filter((area) => area.geometry !== null)
      fillSource(map, 'areas', { type: 'FeatureCollection', features: drawn as GeoJSON.Feature[] })
      const labels = areas.features.flatMap(({ properties }): GeoJSON.Feature[] => {
        if (!properties.center) return []
        const geometry = { type: 'Point' as const, coordinates: properties.center }
        return [{ type: 'Feature', geometry, properties: { ...properties, leaf: !divided.has(properties.id) } }]
      })
      fillSource(map, 'area-labels', { type: 'FeatureCollection', features: labels })
      fillSource(map, 'area-outside', outsideOf(areas))
    },
    setShares(next) {
      for (const id of shares.keys()) if (!next.has(id)) map.removeFeatureState(target(id), 'class')
      // A replay asks many times a second; what keeps its class costs nothing.
      for (const [id, share] of next) {
        const before = shares.get(id)
        if (before === undefined || progressClass(before) !== progressClass(share))
          map.setFeatureState(target(id), { class: progressClass(share) })
      }
      shares = next
    },
    setChosen(id) {
      if (chosen !== null) map.setFeatureState(target(chosen), { chosen: false })
      chosen = id
      if (id !== null) map.setFeatureState(target(id), { chosen: true })
    },
    setHovered(id) {
      if (id === hovered) return
      if (hovered !== null) map.setFeatureState(target(hovered), { hovered: false })
      hovered = id
      if (id !== null) map.setFeatureState(target(id), { hovered: true })
    },
    isWithin(id, ancestorId) {
      for (let at: number | null | undefined = id; at; at = parents.get(at)) if (at === ancestorId) return true
      return false
    },
    replay() {
      paintShares()
      if (chosen !== null) map.setFeatureState(target(chosen), { chosen: true })
    },
  }
}
