import type { TiandituLayer } from '../../../domain/basemap.ts'
import { tileAt } from '../../../geo/tile-address.ts'
import type { BasemapDrawing, BasemapLook } from '../drawing.ts'
import { PROBE_MS } from '../timed-fetch.ts'
import type { TileProtocol } from '../tile-protocol.ts'
import { rasterPaint } from '../styles/raster-paint.ts'
import { fetchPicture, pictureTiles } from './raster-tiles.ts'

/** Its tiles in Web Mercator (`_w`) begin at level 1; CGCS2000 is WGS 84 within centimetres, so nothing is shifted. */
const MIN_ZOOM = 1
const MAX_ZOOM = 18
/** One picture is asked of one of eight hosts, always the same one, so that browsers find it again. */
const HOSTS = 8
const NAMES_OVER = { vec: 'cva', img: 'cia' } as const

/** The address of a tile of 天地图: WMTS, matrix set `w` (EPSG:3857), with the customer's token. */
export function tiandituAddress(layer: string, token: string, z: number, x: number, y: number): string {
  const host = `https://t${(x + y) % HOSTS}.tianditu.gov.cn`
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
    TILEMATRIX: String(z),
    TILEROW: String(y),
    TILECOL: String(x),
    tk: token,
  })
  return `${host}/${layer}_w/wmts?${query}`
}

/** Asks 天地图 for the tile in the middle of the screen; throws a `BasemapFailure`, `denied` for a token it does not know. */
export async function openTianditu(
  { layer, token }: { layer: TiandituLayer; token: string },
  { lng, lat, zoom }: { lng: number; lat: number; zoom: number },
  protocol: TileProtocol,
  signal: AbortSignal,
): Promise<BasemapDrawing> {
  const names = NAMES_OVER[layer]
  const address = (kind: string) => (z: number, x: number, y: number) => tiandituAddress(kind, token, z, x, y)
  const z = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.round(zoom)))
  const { x, y } = tileAt(lng, lat, z)
  await fetchPicture(address(layer)(z, x, y), signal, PROBE_MS)
  const source = (kind: string) => ({
    type: 'raster' as const,
    tiles: [protocol.serve(pictureTiles(address(kind)))],
    tileSize: 256,
    minzoom: MIN_ZOOM,
    maxzoom: MAX_ZOOM,
  })
  return {
    sources: { 'base-picture': source(layer), 'base-names': source(names) },
    layers: (look: BasemapLook) => [
      { slot: 'ground', layer: rasterPaint('base-picture', layer === 'vec' ? 'drawn' : 'photo', look) },
      { slot: 'labels', layer: rasterPaint('base-names', layer === 'vec' ? 'drawn' : 'photo', look) },
    ],
    attribution: null,
  }
}
