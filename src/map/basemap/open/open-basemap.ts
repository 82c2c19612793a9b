import type { Basemap } from '../../../domain/basemap.ts'
import type { BasemapDrawing, BasemapLook } from '../drawing.ts'
import type { TileProtocol } from '../tile-protocol.ts'

/** A basemap that has to be asked for. */
export type RemoteBasemap = Exclude<Basemap, { kind: 'none' }>

/** Where the product's own server keeps the archive of the demo township. */
export const DEMO_ARCHIVE = '/basemap/demo.pmtiles'
/** Every archive in the Protomaps schema is made of OpenStreetMap, whose licence asks to be named. */
const OPENSTREETMAP = '© OpenStreetMap'

/**
 * Asks a basemap's host whether it is there, and how its map is drawn. What a kind of basemap needs is loaded with the first of it.
 *
 * @param near the camera: hosts without a description are asked for a tile of it
 * @throws {BasemapFailure} after 3 s at the latest for each question
 */
export async function openBasemap(
  basemap: RemoteBasemap,
  near: { lng: number; lat: number; zoom: number },
  protocol: TileProtocol,
  signal: AbortSignal,
): Promise<BasemapDrawing> {
  switch (basemap.kind) {
    case 'demo': {
      const [{ openArchiveMap }, { demoStyle }] = await Promise.all([
        import('./open-archive-map.ts'),
        import('../styles/demo/demo-style.ts'),
      ])
      return openArchiveMap(DEMO_ARCHIVE, demoStyle, null, protocol, signal)
    }
    case 'pmtiles': {
      const { url, flavor } = basemap
      const [{ openArchiveMap }, { protomapsStyle }] = await Promise.all([
        import('./open-archive-map.ts'),
        import('../styles/protomaps/protomaps-style.ts'),
      ])
      const style = (source: string, look: BasemapLook) =>
        protomapsStyle(source, flavor ? { ...look, theme: flavor } : look)
      return openArchiveMap(url, style, OPENSTREETMAP, protocol, signal)
    }
    case 'tianditu': {
      const { openTianditu } = await import('./tianditu.ts')
      return openTianditu(basemap, near, protocol, signal)
    }
    case 'style': {
      const { openForeignStyle } = await import('./foreign-style.ts')
      return openForeignStyle(basemap.url, protocol, signal)
    }
  }
}

/** Whether a basemap comes over the network rather than from the product's own server. */
export function isRemote(basemap: RemoteBasemap): boolean {
  if (basemap.kind === 'demo') return false
  if (basemap.kind === 'tianditu') return true
  return new URL(basemap.url, globalThis.location.href).origin !== globalThis.location.origin
}
