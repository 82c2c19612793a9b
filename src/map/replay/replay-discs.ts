import type { Map as MapLibreMap } from 'maplibre-gl'
import { fillSource } from '../fill-source.ts'
import type { MapLook } from '../layers/look.ts'
import { repaint } from '../layers/repaint.ts'
import { NOTHING } from '../nothing.ts'
import { REPLAY_COUNTS, REPLAY_SOURCE, replayLayers } from './replay-layers.ts'

type ReplayLook = Pick<MapLook, 'theme' | 'locale'>

/** Numbers by cell at one step: typed arrays of the length of the cells. */
export interface DiscNumbers {
  found: ArrayLike<number>
  done: ArrayLike<number>
  bySource: ArrayLike<number>
}

/** The discs of a replay on a map, in place of its hotspots. */
export interface ReplayDiscs {
  /** Other cells; `most` is the largest number that any of them will show, `cellPx` the room that a cell has. */
  setCells(positions: readonly { lng: number; lat: number }[], most: number, cellPx: number): void
  /** One step. `isStill` writes the numbers of open hotspots on the discs, which a moving picture does without. */
  show(numbers: DiscNumbers, isStill: boolean): void
  setLook(look: ReplayLook): void
  /** Takes the discs away and shows the hotspots again. */
  destroy(): void
}

/** Sources whose hotspots stand for now, and not for the step that is shown. */
const HOTSPOT_SOURCES = ['hotspots', 'fresh-hotspots', 'chosen-hotspot']
const AREA_NAMES = 'area-label'
/** The largest disc reaches this far into its neighbours' room. */
const FILL = 0.62
const LARGEST_RADIUS = 38
/** Numbers are written when nobody has moved time for so long. */
const REST_MS = 250
/** A disc has to be this large for a number to stand on it. */
const LABEL_RADIUS = 10

/**
 * Draws a replay by feature state: a step changes the numbers of the cells that changed and nothing is laid out anew, so that a frame
 * costs a few milliseconds whatever the number of hotspots.
 */
export function createReplayDiscs(
  map: MapLibreMap,
  whenReady: (change: () => void) => void,
  look: ReplayLook,
): ReplayDiscs {
  let positions: readonly { lng: number; lat: number }[] = []
  let scale = 1
  let now: { numbers: DiscNumbers; isStill: boolean } | null = null
  let drawn: Int32Array | null = null
  let hidden: string[] = []
  let hasLabels = false
  let resting: ReturnType<typeof setTimeout> | null = null

  function put() {
    if (map.getSource(REPLAY_SOURCE)) return
    map.addSource(REPLAY_SOURCE, { type: 'geojson', data: cells() })
    map.addSource(REPLAY_COUNTS, { type: 'geojson', data: NOTHING })
    // Under the names of areas, which say where one is; the numbers on the discs above all.
    const names = map.getLayer(AREA_NAMES) ? AREA_NAMES : undefined
    for (const layer of replayLayers(look, scale)) map.addLayer(layer, layer.type === 'symbol' ? undefined : names)
    hidden = map.getLayersOrder().filter((id) => {
      const source = map.getLayer(id)?.source
      return HOTSPOT_SOURCES.includes(source ?? '') && map.getLayoutProperty(id, 'visibility') !== 'none'
    })
    for (const id of hidden) map.setLayoutProperty(id, 'visibility', 'none')
    drawn = null
    paint()
  }

  function takeAway() {
    for (const { id } of replayLayers(look, scale)) if (map.getLayer(id)) map.removeLayer(id)
    for (const id of [REPLAY_SOURCE, REPLAY_COUNTS]) if (map.getSource(id)) map.removeSource(id)
    for (const id of hidden) if (map.getLayer(id)) map.setLayoutProperty(id, 'visibility', 'visible')
    hidden = []
  }

  function cells(): GeoJSON.FeatureCollection {
    return { type: 'FeatureCollection', features: positions.map((at, id) => feature(at, id, {})) }
  }

  /** Paints the layers anew for what `change` changes. */
  function repaintAfter(change: () => void) {
    const from = replayLayers(look, scale)
    change()
    if (map.getSource(REPLAY_SOURCE)) repaint(map, from, replayLayers(look, scale))
  }

  function paint() {
    if (!now || !map.getSource(REPLAY_SOURCE)) return
    const { found, done, bySource } = now.numbers
    const last = drawn ?? new Int32Array(positions.length * 3).fill(-1)
    drawn = last
    positions.forEach((_, id) => {
      const open = found[id]! - done[id]! - bySource[id]!
      const at = id * 3
      if (last[at] === found[id] && last[at + 1] === open && last[at + 2] === bySource[id]) return
      last[at] = found[id]!
      last[at + 1] = open
      last[at + 2] = bySource[id]!
      map.setFeatureState({ source: REPLAY_SOURCE, id }, { found: found[id]!, open, bySource: bySource[id]! })
    })
    label(now.isStill)
  }

  /** Numbers make the map place all its names anew: they come when the picture has been still for a moment, and go once. */
  function label(isStill: boolean) {
    if (resting) clearTimeout(resting)
    resting = null
    if (hasLabels) fillSource(map, REPLAY_COUNTS, NOTHING)
    hasLabels = false
    if (isStill) resting = setTimeout(writeLabels, REST_MS)
  }

  function writeLabels() {
    resting = null
    if (!map.getSource(REPLAY_COUNTS)) return
    fillSource(map, REPLAY_COUNTS, labels())
    hasLabels = true
  }

  function labels(): GeoJSON.FeatureCollection {
    const features = positions.flatMap((at, id) => {
      const n = drawn?.[id * 3 + 1] ?? 0
      return scale * Math.sqrt(n) >= LABEL_RADIUS ? [feature(at, id, { n, about: false })] : []
    })
    return { type: 'FeatureCollection', features }
  }

  // Feature state is lost with the WebGL context, everything with another style.
  function restore() {
    drawn = null
    put()
    paint()
  }
  map.on('webglcontextrestored', restore)
  map.on('style.load', restore)
  whenReady(put)

  return {
    setCells(next, most, cellPx) {
      positions = next
      now = null
      drawn = null
      repaintAfter(() => (scale = Math.min(LARGEST_RADIUS, cellPx * FILL) / Math.sqrt(Math.max(1, most))))
      whenReady(() => {
        if (!map.getSource(REPLAY_SOURCE)) return
        map.removeFeatureState({ source: REPLAY_SOURCE })
        fillSource(map, REPLAY_SOURCE, cells())
        fillSource(map, REPLAY_COUNTS, NOTHING)
      })
    },
    show(numbers, isStill) {
      now = { numbers, isStill }
      whenReady(paint)
    },
    setLook(next) {
      repaintAfter(() => (look = next))
    },
    destroy() {
      if (resting) clearTimeout(resting)
      map.off('webglcontextrestored', restore)
      map.off('style.load', restore)
      whenReady(takeAway)
    },
  }
}

function feature(
  { lng, lat }: { lng: number; lat: number },
  id: number,
  properties: GeoJSON.GeoJsonProperties,
): GeoJSON.Feature {
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [lng, lat] }, properties }
}
