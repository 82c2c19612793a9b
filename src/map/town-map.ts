import type { VectorTileSource } from 'maplibre-gl'
import type { HotspotFilter } from '../domain/filter.ts'
import { createAreaGround } from './area-ground.ts'
import { watchAsk } from './ask-gesture.ts'
import { createTownBasemap, type TownBasemap } from './basemap/town-basemap.ts'
import { cameraForExtent } from './camera-for-extent.ts'
import { createChosenHotspotMark } from './chosen-hotspot.ts'
import { hereFeatures, measuredFeatures } from './drawn-marks.ts'
import { createEmitter } from './emitter.ts'
import { everyMinute, minuteOf } from './every-minute.ts'
import { fillSource } from './fill-source.ts'
import { inspectMap } from './inspect-map.ts'
import { applyLook } from './layers/apply-look.ts'
import type { MapLook } from './layers/look.ts'
import { matchesFilter } from './live/hotspot-change.ts'
import { createLivePoints } from './live/live-points.ts'
import { createTileRefresh } from './live/tile-refresh.ts'
import { createMapLibreMap } from './maplibre-map.ts'
import { NOTHING } from './nothing.ts'
import { watchPointer } from './pointer.ts'
import { snapshot } from './print/snapshot.ts'
import { createHotspotSource } from './tiles/hotspot-source.ts'
import type { Camera, Mark, TownMap, TownMapEvents, TownMapOptions } from './town-map-types.ts'
import { createWhenReady } from './when-ready.ts'

/** What the user did not move by hand moves this long. */
const CAMERA_MS = 600
const STEP_MS = 200
const RETRY_MS = 4000
/** What is shown on purpose stays this far from panels and edges, in pixels. */
const MARGIN = 40

/** Builds the map in a container that has a size. It owns a WebGL context and two workers: `destroy` gives them back. */
export function createTownMap(container: HTMLElement, options: TownMapOptions): TownMap {
  const events = createEmitter<TownMapEvents>()
  let look: MapLook = {
    theme: options.theme,
    locale: options.locale,
    hasChosenHotspot: false,
    hasChosenArea: false,
    now: minuteOf(new Date()),
    layers: {},
  }
  let filter: HotspotFilter | null = null
  let padding = options.padding
  /** Where the camera is on its way to. */
  let going: (() => Camera) | null = null
  let retry: ReturnType<typeof setTimeout> | null = null
  let hasAreaNames = false
  let basemap: TownBasemap | null = null
  let isBasemapComing = false

  const source = createHotspotSource(options.fetchTile, {
    onFailure(error) {
      events.emit('outage', error)
      retry ??= setTimeout(() => {
        retry = null
        refresh.all()
      }, RETRY_MS)
    },
    onSuccess: () => events.emit('outage', null),
  })
  let hotspotTiles = source.tilesFor(null)
  const map = createMapLibreMap(container, options, look, hotspotTiles)
  const whenReady = createWhenReady(map)
  const ground = createAreaGround(map)
  const live = createLivePoints(map)
  const refresh = createTileRefresh(map)
  const chosen = createChosenHotspotMark(map)

  function repaint(change: Partial<MapLook>) {
    const from = look
    look = { ...look, ...change }
    applyLook(map, from, look)
    basemap?.setLook(basemapLook())
  }

  function basemapLook() {
    return { theme: look.theme, locale: look.locale, areaLabels: !hasAreaNames }
  }

  function replay() {
    ground.replay()
    live.replay()
    chosen.replay()
  }

  function camera(): Camera {
    const { lng, lat } = map.getCenter()
    return { lng, lat, zoom: map.getZoom() }
  }

  /** Moves the camera on purpose; a panel that opens meanwhile changes the way there and not the end. */
  function go(to: () => Camera) {
    const { lng, lat, zoom } = to()
    // Ends an older way, whose end would be taken for this one's.
    map.stop()
    going = to
    map.once('moveend', () => (going = null))
    map.easeTo({ center: [lng, lat], zoom, padding, duration: CAMERA_MS })
  }

  // A ring appears when its minute comes, without a word from the server; which points a filter by it shows, only the server knows.
  const stopClock = everyMinute((now) =>
    whenReady(() => {
      repaint({ now })
      if (filter?.overdue) refreshAll()
    }),
  )

  function refreshAll() {
    source.forgetAll()
    whenReady(refresh.all)
  }

  // Layers and pictures come back by themselves after a lost WebGL context, feature state does not.
  map.on('webglcontextrestored', replay)
  map.on('style.load', replay)
  map.on('sourcedata', ({ sourceId, coord }) => {
    if (sourceId !== 'hotspots' || !coord) return
    const askedAt = source.askedAt(coord.canonical)
    if (askedAt !== undefined) live.settle(coord.canonical, askedAt)
  })
  map.on('error', (event) => {
    // A tile that did not come has been reported by its source already.
    if ('sourceId' in event && event.sourceId === 'hotspots') return
    if (!basemap?.takes(event)) events.emit('defect', event.error)
  })
  map.on('moveend', () => events.emit('move', camera()))
  // The way is reckoned in pixels of the box as it was: what opens beside the map would leave its end outside.
  map.on('resize', () => going && go(going))
  watchAsk(map, (at) => events.emit('ask', at))
  watchPointer(map, {
    onClick: (click) => events.emit('hit', click),
    onRest(hit) {
      ground.setHovered(hit.kind === 'area' ? hit.id : null)
      events.emit('hover', hit)
    },
  })

  whenReady(() => {
    basemap = createTownBasemap(map, basemapLook(), (report) => {
      isBasemapComing = report.state.kind === 'probing'
      events.emit('basemap', report)
    })
  })

  return {
    setAreas(areas) {
      hasAreaNames = areas.features.length > 0
      whenReady(() => {
        ground.setAreas(areas)
        basemap?.setLook(basemapLook())
      })
    },
    setBasemap: (next) => whenReady(() => basemap?.set(next)),
    retryBasemap: () => basemap?.retry(),
    setPlaces: (places) => whenReady(() => fillSource(map, 'places', places)),
    setFilter(next) {
      filter = next
      const tiles = source.tilesFor(next)
      if (tiles === hotspotTiles) return
      hotspotTiles = tiles
      whenReady(() => {
        live.clear()
        map.getSource<VectorTileSource>('hotspots')?.setTiles([tiles])
      })
    },
    setSelection(next) {
      whenReady(() => {
        ground.setChosen(next.area)
        chosen.set(next.hotspot)
        fillSource(map, 'mark', featuresOf(next.mark))
        repaint({ hasChosenHotspot: next.hotspot !== null, hasChosenArea: next.area !== null })
      })
    },
    setLayers: (layers) => whenReady(() => repaint({ layers })),
    setMeasured: (measured) => whenReady(() => fillSource(map, 'measured', measuredFeatures(measured))),
    setHere: (here) => whenReady(() => fillSource(map, 'here', hereFeatures(here))),
    setChoropleth: (shares) => whenReady(() => ground.setShares(shares)),
    applyChanges(changes) {
      const shown = filter
      if (!shown) return
      const now = new Date()
      source.forget(changes.map(({ lng, lat }) => [lng, lat]))
      whenReady(() => {
        live.apply(changes.map((change) => ({ change, visible: matchesFilter(change, shown, ground.isWithin, now) })))
        refresh.soon(changes)
      })
    },
    refresh: refreshAll,
    fitExtent(extent, maxZoom = 17) {
      const box = () => ({ width: container.clientWidth, height: container.clientHeight })
      go(() => cameraForExtent(extent, box(), padding, maxZoom))
    },
    moveTo: (to) => go(() => to),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: STEP_MS }),
    reveal(position) {
      const { x, y } = map.project(position)
      const { top, right, bottom, left } = padding
      const { clientWidth, clientHeight } = container
      const isClear =
        x > left + MARGIN && x < clientWidth - right - MARGIN && y > top + MARGIN && y < clientHeight - bottom - MARGIN
      // The padding may still be on its way, and this would stop it half-way.
      if (!isClear && !going) map.easeTo({ center: position, padding, duration: CAMERA_MS })
    },
    setPadding(next) {
      padding = next
      if (going) go(going)
      else map.easeTo({ padding, duration: STEP_MS })
    },
    setTheme: (theme) => whenReady(() => repaint({ theme })),
    setLocale: (locale) => whenReady(() => repaint({ locale })),
    camera,
    extent() {
      const { clientWidth, clientHeight } = container
      const southWest = map.unproject([padding.left, clientHeight - padding.bottom])
      const northEast = map.unproject([clientWidth - padding.right, padding.top])
      return [southWest.lng, southWest.lat, northEast.lng, northEast.lat]
    },
    positionAt(x, y) {
      const { lng, lat } = map.unproject([x, y])
      return { lng, lat }
    },
    snapshot: (signal) =>
      snapshot(map, { pixelRatio: options.pixelRatio, whenReady, isBasemapComing: () => isBasemapComing }, signal),
    attach: (make) => make(map, whenReady),
    inspect: () => inspectMap(map),
    destroy() {
      if (retry) clearTimeout(retry)
      stopClock()
      refresh.destroy()
      basemap?.destroy()
      map.remove()
      source.destroy()
    },
    on: events.on,
  }
}

function featuresOf(mark: Mark | null): GeoJSON.FeatureCollection {
  if (!mark) return NOTHING
  const geometry = { type: 'Point' as const, coordinates: [mark.lng, mark.lat] }
  return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: { kind: mark.kind } }] }
}
