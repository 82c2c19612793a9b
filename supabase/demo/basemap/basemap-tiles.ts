import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { zxyToTileId } from 'pmtiles'
import { townLayers } from './layers/town-layers.ts'
import type { LayerName, TileLayer } from './layers/tile-layer.ts'
import type { ArchiveTile } from './pmtiles/archive-bytes.ts'
import { gzipBytes } from './pmtiles/gzip-bytes.ts'
import type { Town } from '../town/town.ts'

/** The last zoom that is written; maps draw closer views from it. */
export const MAX_ZOOM = 15

const EXTENT = 4_096
const BUFFER = 80
const TOLERANCE = 4

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [number, number, number, number]

/** Every tile of a town within bounds that has something in it, gzipped. */
export function basemapTiles(town: Town, bounds: Bounds): ArchiveTile[] {
  const layers = merged(townLayers(town)).map((layer) => ({ ...layer, index: indexOf(layer) }))
  const tiles: ArchiveTile[] = []
  for (let z = 0; z <= MAX_ZOOM; z++) {
    const [west, north] = tileAt(bounds[0], bounds[3], z)
    const [east, south] = tileAt(bounds[2], bounds[1], z)
    for (let x = west; x <= east; x++)
      for (let y = north; y <= south; y++) {
        const found: Partial<Record<LayerName, GeoJSONVTTile>> = {}
        for (const { layer, minZoom, index } of layers) {
          const tile = z < minZoom ? null : index.getTile(z, x, y)
          if (!tile || tile.features.length === 0) continue
          const other = found[layer]
          found[layer] = other ? { ...other, features: [...other.features, ...tile.features] } : tile
        }
        if (Object.keys(found).length === 0) continue
        const bytes = fromGeojsonVt(found, { version: 2, extent: EXTENT })
        tiles.push({ tileId: zxyToTileId(z, x, y), bytes: gzipBytes(bytes) })
      }
  }
  return tiles
}

/** Layers of one name that begin at one zoom become one: fewer indexes to ask. */
function merged(layers: readonly TileLayer[]): TileLayer[] {
  const byKey = new Map<string, TileLayer>()
  for (const layer of layers) {
    const key = `${layer.layer} ${layer.minZoom}`
    const other = byKey.get(key)
    byKey.set(key, other ? { ...other, features: [...other.features, ...layer.features] } : layer)
  }
  return [...byKey.values()]
}

const indexOf = ({ features }: TileLayer) =>
  new GeoJSONVT(
    { type: 'FeatureCollection', features: [...features] },
    { maxZoom: MAX_ZOOM, indexMaxZoom: 8, tolerance: TOLERANCE, extent: EXTENT, buffer: BUFFER },
  )

/** The column and row of the tile around a position. */
function tileAt(lng: number, lat: number, z: number): [number, number] {
  const size = 2 ** z
  const radians = (lat * Math.PI) / 180
  const y = (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2
  return [Math.floor(((lng + 180) / 360) * size), Math.floor(y * size)]
}
