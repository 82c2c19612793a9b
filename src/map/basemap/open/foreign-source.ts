import type { SourceSpecification } from 'maplibre-gl'
import * as v from 'valibot'
import { BasemapFailure } from '../failure.ts'
import { PROBE_MS, TILE_MS, timedFetch } from '../timed-fetch.ts'
import type { FetchTile, TileProtocol } from '../tile-protocol.ts'
import { openArchive } from './archive.ts'

/** A source of a foreign style, its tiles led through our own protocol, and what it says of who made it. */
export interface ForeignSource {
  source: SourceSpecification
  attribution: string | null
}

const TilesShape = v.looseObject({
  tiles: v.pipe(v.array(v.string()), v.minLength(1)),
  minzoom: v.optional(v.number()),
  maxzoom: v.optional(v.number()),
  bounds: v.optional(v.tuple([v.number(), v.number(), v.number(), v.number()])),
  scheme: v.optional(v.string()),
  attribution: v.optional(v.string()),
})
const TiledShape = v.looseObject({
  type: v.picklist(['vector', 'raster', 'raster-dem']),
  url: v.optional(v.string()),
  tileSize: v.optional(v.number()),
  encoding: v.optional(v.picklist(['terrarium', 'mapbox'])),
})
const GeoJsonShape = v.looseObject({
  type: v.literal('geojson'),
  data: v.union([v.string(), v.looseObject({})]),
  attribution: v.optional(v.string()),
})

/**
 * Opens a source of a style that stands at `base`; relative addresses count from there.
 *
 * @returns null for kinds that no basemap needs (videos, pictures in a place)
 * @throws {BasemapFailure} when its description cannot be had
 */
export async function openForeignSource(
  described: unknown,
  base: string,
  protocol: TileProtocol,
  signal: AbortSignal,
): Promise<ForeignSource | null> {
  const geojson = v.safeParse(GeoJsonShape, described)
  if (geojson.success) {
    const { data, attribution } = geojson.output
    const source = { ...geojson.output, data: typeof data === 'string' ? new URL(data, base).href : data }
    return { source: source as unknown as SourceSpecification, attribution: attribution ?? null }
  }
  const tiled = v.safeParse(TiledShape, described)
  if (!tiled.success) return null
  const { type, tileSize, encoding, url } = tiled.output
  const shape = { type, ...(type !== 'vector' && tileSize && { tileSize }), ...(encoding && { encoding }) }
  if (url?.startsWith('pmtiles://')) {
    const { header, fetchTile } = await openArchive(new URL(url.slice('pmtiles://'.length), base).href, signal)
    const zooms = { minzoom: header.minZoom, maxzoom: header.maxZoom }
    const source = { ...shape, ...zooms, tiles: [protocol.serve(fetchTile)] }
    return { source: source as SourceSpecification, attribution: null }
  }
  const { tiles, scheme, attribution, minzoom, maxzoom, bounds } = await tilesOf(described, url, base, signal)
  const source = {
    ...shape,
    ...(minzoom !== undefined && { minzoom }),
    ...(maxzoom !== undefined && { maxzoom }),
    ...(bounds && { bounds }),
    tiles: [protocol.serve(templateTiles(tiles, scheme === 'tms'))],
  }
  return { source: source as SourceSpecification, attribution: attribution ?? null }
}

/** The tile addresses of a source: its own, or those that its TileJSON names. */
async function tilesOf(described: unknown, url: string | undefined, base: string, signal: AbortSignal) {
  const from = url === undefined ? base : new URL(url, base).href
  const value = url === undefined ? described : await fetchJson(from, signal)
  const read = v.safeParse(TilesShape, value)
  if (!read.success) throw new BasemapFailure('wrong', `${from} names no tiles`)
  // The braces of a template do not survive a URL.
  const absolute = read.output.tiles.map((each) =>
    decodeURI(new URL(each, from).href).replaceAll('%7B', '{').replaceAll('%7D', '}'),
  )
  return { ...read.output, tiles: absolute }
}

function templateTiles(templates: readonly string[], isFlipped: boolean): FetchTile {
  return (z, x, y, signal) => {
    const template = templates[(x + y) % templates.length] ?? ''
    const row = isFlipped ? 2 ** z - 1 - y : y
    const url = template
      .replace('{z}', String(z))
      .replace('{x}', String(x))
      .replace('{y}', String(row))
      .replace('{ratio}', '')
      .replace('{r}', '')
    return timedFetch(url, { signal, limitMs: TILE_MS }, async (response) => {
      if (response.status === 204) return null
      if (response.headers.get('content-type')?.startsWith('text/html'))
        throw new BasemapFailure('wrong', `A page in place of a tile from ${url}`)
      return response.arrayBuffer()
    })
  }
}

/** Fetches JSON within the time of a probe; anything else is a `BasemapFailure` (wrong). */
export function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  return timedFetch(url, { signal, limitMs: PROBE_MS }, async (response) => {
    try {
      return (await response.json()) as unknown
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new BasemapFailure('wrong', `${url} is no JSON`, { cause: error })
    }
  })
}
