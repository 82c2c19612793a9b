import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { Basemap } from '../../domain/basemap.ts'
import { repaint } from '../layers/repaint.ts'
import { browserClock } from './clock.ts'
import type { BasemapDrawing, BasemapLook } from './drawing.ts'
import { BasemapFailure } from './failure.ts'
import { createFallback, type BasemapState, type Fallback } from './fallback.ts'
import { isRemote, openBasemap, type RemoteBasemap } from './open/open-basemap.ts'
import { SLOT_ENDS_BELOW } from './slots.ts'
import { createTileProtocol, type TileProtocol } from './tile-protocol.ts'

/** Everything of a basemap in the style of a map bears this in front of its name. */
const PREFIX = 'base-'

/** What is told of the basemap: where it stands, and who made what is shown. */
export interface BasemapReport {
  state: BasemapState
  attribution: string | null
}

/** The basemap under a map's own layers, which it never touches: it comes, goes and fails by itself. */
export interface TownBasemap {
  /** Another basemap; the same one again changes nothing. */
  set(basemap: Basemap): void
  setLook(look: BasemapLook): void
  retry(): void
  /** Whether an error of the map is about the basemap; it is then counted and nobody else's business. */
  takes(event: { error: { message: string }; sourceId?: string }): boolean
  destroy(): void
}

/** To be made when the map's own style stands. */
export function createTownBasemap(
  map: MapLibreMap,
  firstLook: BasemapLook,
  report: (now: BasemapReport) => void,
): TownBasemap {
  let look = firstLook
  let current: Basemap = { kind: 'none' }
  let drawn: BasemapDrawing | null = null
  let protocol: TileProtocol | null = null
  let fallback: Fallback | null = null
  let isAdding = false

  function show(found: BasemapDrawing) {
    drawn = found
    isAdding = true
    for (const [id, source] of Object.entries(found.sources)) map.addSource(id, source)
    const layers = found.layers(look)
    for (const { slot, layer } of layers) addLayer(layer, SLOT_ENDS_BELOW[slot])
    isAdding = false
    if (layers.some(({ layer }) => map.getLayer(layer.id))) return
    hide()
    throw new BasemapFailure('wrong', 'None of the layers can be drawn')
  }

  /** MapLibre tells of a layer that it cannot draw, or stumbles over it: the others are drawn all the same. */
  function addLayer(layer: LayerSpecification, below: string) {
    try {
      map.addLayer(layer, below)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }

  function hide() {
    for (const { layer } of drawn?.layers(look) ?? []) if (map.getLayer(layer.id)) map.removeLayer(layer.id)
    for (const id of Object.keys(drawn?.sources ?? {})) if (map.getSource(id)) map.removeSource(id)
    drawn = null
  }

  function begin(basemap: RemoteBasemap) {
    const begun = createFallback({
      clock: browserClock,
      probe(signal) {
        protocol?.close()
        protocol = createTileProtocol((reason) => begun.failed(reason))
        const { lng, lat } = map.getCenter()
        return openBasemap(basemap, { lng, lat, zoom: map.getZoom() }, protocol, signal)
      },
      show,
      hide,
      onState: (state) => report({ state, attribution: drawn?.attribution ?? null }),
    })
    return begun
  }

  const lose = () => current.kind !== 'none' && isRemote(current) && fallback?.lose()
  const retry = () => fallback?.retry()
  globalThis.addEventListener('offline', lose)
  globalThis.addEventListener('online', retry)

  return {
    set(basemap) {
      if (JSON.stringify(basemap) === JSON.stringify(current)) return
      current = basemap
      fallback?.stop()
      fallback = null
      if (basemap.kind === 'none') report({ state: { kind: 'none' }, attribution: null })
      else fallback = begin(basemap)
    },
    setLook(next) {
      const from = look
      look = next
      if (drawn) repaint(map, drawn.layers(from).map(layerOf), drawn.layers(next).map(layerOf))
    },
    retry,
    takes({ error, sourceId }) {
      if (isAdding) return true
      if (!sourceId?.startsWith(PREFIX) && !error.message.includes(PREFIX)) return false
      fallback?.failed('wrong')
      return true
    },
    destroy() {
      globalThis.removeEventListener('offline', lose)
      globalThis.removeEventListener('online', retry)
      fallback?.stop()
      protocol?.close()
    },
  }
}

const layerOf = <T>({ layer }: { layer: T }) => layer
