import type { Basemap } from '../../../domain/basemap.ts'
import type { BasemapDrawing } from '../drawing.ts'
import { demoStyle } from '../styles/demo/demo-style.ts'
import { protomapsStyle } from '../styles/protomaps/protomaps-style.ts'
import type { TileProtocol } from '../tile-protocol.ts'
import { openForeignStyle } from './foreign-style.ts'
import { openArchiveMap } from './open-archive-map.ts'
import { openTianditu } from './tianditu.ts'

/** A basemap that has to be asked for. */
export type RemoteBasemap = Exclude<Basemap, { kind: 'none' }>

/** Where the product's own server keeps the archive of the demo township. */
export const DEMO_ARCHIVE = '/basemap/demo.pmtiles'
/** Every archive in the Protomaps schema is made of OpenStreetMap, whose licence asks to be named. */
const OPENSTREETMAP = '© OpenStreetMap'

/**
 * Asks a basemap's host whether it is there, and how its map is drawn.
 *
 * @param near the camera: hosts without a description are asked for a tile of it
 * @throws {BasemapFailure} after 3 s at the latest for each question
 */
export function openBasemap(
  basemap: RemoteBasemap,
  near: { lng: number; lat: number; zoom: number },
  protocol: TileProtocol,
  signal: AbortSignal,
): Promise<BasemapDrawing> {
  switch (basemap.kind) {
    case 'demo':
      return openArchiveMap(DEMO_ARCHIVE, demoStyle, null, protocol, signal)
    case 'pmtiles': {
      const { url, flavor } = basemap
      const style: typeof protomapsStyle = (source, look) =>
        protomapsStyle(source, flavor ? { ...look, theme: flavor } : look)
      return openArchiveMap(url, style, OPENSTREETMAP, protocol, signal)
    }
    case 'tianditu':
      return openTianditu(basemap, near, protocol, signal)
    case 'style':
      return openForeignStyle(basemap.url, protocol, signal)
  }
}

/** Whether a basemap comes over the network rather than from the product's own server. */
export function isRemote(basemap: RemoteBasemap): boolean {
  if (basemap.kind === 'demo') return false
  if (basemap.kind === 'tianditu') return true
  return new URL(basemap.url, globalThis.location.href).origin !== globalThis.location.origin
}
