import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Basemap } from '../domain/basemap.ts'
import type { HotspotFilter } from '../domain/filter.ts'
import type { LayerView } from '../domain/layer-view.ts'
import type { HotspotState } from '../domain/status.ts'
import type { AreaCollection } from './area-collection.ts'
import type { BasemapReport } from './basemap/town-basemap.ts'
import type { Here, Measured } from './drawn-marks.ts'
import type { Emitter } from './emitter.ts'
import type { MapInspection } from './inspect-map.ts'
import type { MapLocale } from './layers/text.ts'
import type { HotspotChange } from './live/hotspot-change.ts'
import type { MapTheme } from './palette.ts'
import type { Click, Hit } from './pointer.ts'
import type { FetchTileColumns } from './tiles/columns.ts'

export type Extent = [west: number, south: number, east: number, north: number]

/** What panels cover at each edge, in pixels. */
export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

export interface Camera {
  lng: number
  lat: number
  zoom: number
}

export interface TownMapOptions {
  theme: MapTheme
  locale: MapLocale
  fetchTile: FetchTileColumns
  /** Where to begin: a camera, or an extent that has to be seen. */
  start: Camera | Extent
  padding: Padding
  /** What a screen reader says of the canvas. */
  title: string
  /** Device pixels of a CSS pixel of its picture, where they are not the screen's: 3.125 gives paper its 300 dots per inch. */
  pixelRatio?: number
}

/** The chosen hotspot, with its place and state once they are known. */
export interface ChosenHotspot {
  no: number
  /** `dueAt`: ISO instant of its deadline where one runs and is known. */
  place: { lng: number; lat: number; state: HotspotState; dueAt?: string | null } | null
}

/** What is asked about besides hotspots and areas: a place, or a bare position. */
export interface Mark {
  kind: 'place' | 'point'
  lng: number
  lat: number
}

export interface TownMapEvents {
  /** Something was clicked, at this place. */
  hit: Click
  /** Somebody asks what is here: right click, long press or the context-menu key. */
  ask: { lng: number; lat: number }
  /** The pointer rests on something else than before. */
  hover: Hit
  /** The camera has come to rest. */
  move: Camera
  /** A tile could not be had, with what was thrown; null when tiles arrive again. */
  outage: unknown
  /** The basemap came, went or is being asked for. */
  basemap: BasemapReport
  /** MapLibre could not do what it was told: a fault of the program. */
  defect: unknown
}

export type PlaceCollection = GeoJSON.FeatureCollection<
  GeoJSON.Point,
  { id: number; kind: string; name: string; nameEn: string | null; areaId: number | null }
>

/** The map of a town: what it shows is set from outside, what a person does with it comes out as events. */
export interface TownMap {
  setAreas(areas: AreaCollection): void
  setPlaces(places: PlaceCollection): void
  /** What is drawn below everything else, as soon as and as long as its host answers. */
  setBasemap(basemap: Basemap): void
  /** Asks the host of a basemap that is away again, now. */
  retryBasemap(): void
  /** Which hotspots are drawn; null draws none. */
  setFilter(filter: HotspotFilter | null): void
  setSelection(chosen: { hotspot: ChosenHotspot | null; area: number | null; mark: Mark | null }): void
  /** Which layers are shown, and how opaque. */
  setLayers(layers: LayerView): void
  /** The line or area that is being measured. */
  setMeasured(measured: Measured | null): void
  /** Where the person is. */
  setHere(here: Here | null): void
  /** Shares from 0 to 1 by area id, null for no data. */
  setChoropleth(shares: ReadonlyMap<number, number | null>): void
  /** Shows live changes: colours at once, shapes and counts when their tiles have been fetched again. */
  applyChanges(changes: readonly HotspotChange[]): void
  /** Fetches every tile on the screen again. */
  refresh(): void
  fitExtent(extent: Extent, maxZoom?: number): void
  moveTo(camera: Camera): void
  zoomBy(steps: number): void
  /** Moves just enough for a position to be clear of the padding. */
  reveal(position: { lng: number; lat: number }): void
  /** Keeps the camera's centre clear of panels. */
  setPadding(padding: Padding): void
  setTheme(theme: MapTheme): void
  setLocale(locale: MapLocale): void
  camera(): Camera
  /** What is seen of the ground clear of the padding. */
  extent(): Extent
  /** Where a pixel of the map's box lies. */
  positionAt(x: number, y: number): { lng: number; lat: number }
  /** The map as a picture, once everything on it has come. Rejects when the signal is aborted, and with a `PrintFailure` when it will not come. */
  snapshot(signal: AbortSignal): Promise<ImageBitmap>
  /** Hands the map to a part that is loaded later; `whenReady` runs changes of its layers as soon as it has any. */
  attach<T>(make: (map: MapLibreMap, whenReady: (change: () => void) => void) => T): T
  /** What is drawn at this moment, for tests. */
  inspect(): MapInspection
  destroy(): void
  on: Emitter<TownMapEvents>['on']
}
