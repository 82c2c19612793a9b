import type { SourceSpecification } from 'maplibre-gl'
import type { BasemapDrawing, BasemapLayer, BasemapLook } from '../drawing.ts'
import { BasemapFailure } from '../failure.ts'
import { rasterPaint } from '../styles/raster-paint.ts'
import type { TileProtocol } from '../tile-protocol.ts'
import { openArchive } from './archive.ts'

/** The tile types of PMTiles that can be drawn. */
const VECTOR = 1
const PICTURES = [2, 3, 4, 5]

/**
 * Opens an archive as a basemap: vector tiles in the given style, pictures as they are.
 *
 * @throws {BasemapFailure}
 */
export async function openArchiveMap(
  url: string,
  style: (source: string, look: BasemapLook) => BasemapLayer[],
  attribution: string | null,
  protocol: TileProtocol,
  signal: AbortSignal,
): Promise<BasemapDrawing> {
  const { header, fetchTile } = await openArchive(url, signal)
  const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat, tileType } = header
  const hasBounds = minLon < maxLon && minLat < maxLat
  const shape = {
    tiles: [protocol.serve(fetchTile)],
    minzoom: minZoom,
    maxzoom: maxZoom,
    ...(hasBounds && { bounds: [minLon, minLat, maxLon, maxLat] }),
  }
  if (tileType === VECTOR) {
    const sources = { 'base-map': { type: 'vector', ...shape } as SourceSpecification }
    return { sources, layers: (look) => style('base-map', look), attribution }
  }
  if (!PICTURES.includes(tileType)) throw new BasemapFailure('wrong', `${url} holds tiles of an unknown type`)
  const sources = { 'base-map': { type: 'raster', tileSize: 256, ...shape } as SourceSpecification }
  return { sources, layers: (look) => [{ slot: 'ground', layer: rasterPaint('base-map', 'photo', look) }], attribution }
}
