import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basemapArchive } from '../../../supabase/demo/basemap/basemap-archive.ts'
import { writeBasemap } from '../../../supabase/demo/basemap/write-basemap.ts'
import { generateTown } from '../../../supabase/demo/town/generate-town.ts'

const town = generateTown(1)

/** Reads ranges of a file, as a server with HTTP Range would. */
class FileSource implements Source {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  getKey(): string {
    return this.#file
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const handle = await open(this.#file)
    try {
      const bytes = new Uint8Array(length)
      const { bytesRead } = await handle.read(bytes, 0, length, offset)
      return { data: bytes.slice(0, bytesRead).buffer }
    } finally {
      await handle.close()
    }
  }
}

describe('the basemap of the demo town', () => {
  let folder = ''
  let archive: PMTiles

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basemap-'))
    await writeBasemap(town, join(folder, 'new', 'demo.pmtiles'))
    archive = new PMTiles(new FileSource(join(folder, 'new', 'demo.pmtiles')))
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true }))

  async function layersAt(
    z: number,
    [lng, lat]: readonly [number, number],
  ): Promise<Record<string, VectorTile['layers'][string]>> {
    const size = 2 ** z
    const radians = (lat * Math.PI) / 180
    const x = Math.floor(((lng + 180) / 360) * size)
    const y = Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * size)
    const tile = await archive.getZxy(z, x, y)
    return tile ? new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers : {}
  }

  const valuesOf = (layer: VectorTile['layers'][string], key: string) =>
    new Set(Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties[key]))

  it('is a PMTiles archive of a few megabytes around the township, zoom 0 to 15', async () => {
    const header = await archive.getHeader()
    expect(header).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: 15, tileType: 1, clustered: true })
    const [lng, lat] = town.areas[0]!.core
    expect(header.minLon).toBeLessThan(lng)
    expect(header.maxLat).toBeGreaterThan(lat)
    const { byteLength } = await readFile(join(folder, 'new', 'demo.pmtiles'))
    expect(byteLength).toBeGreaterThan(500_000)
    expect(byteLength).toBeLessThan(8_000_000)
    expect(header.numAddressedTiles).toBeGreaterThanOrEqual(header.numTileContents)
    expect(await archive.getMetadata()).toMatchObject({ name: '禾溪镇 Hexi Town', attribution: '虚构 · Invented' })
  })

  it('shows the town from near with everything in it', async () => {
    const layers = await layersAt(15, town.areas[0]!.core)
    expect(Object.keys(layers)).toEqual(
      expect.arrayContaining(['earth', 'landuse', 'relief', 'road', 'building', 'boundary']),
    )
    expect(layers['building']!.length).toBeGreaterThan(100)
    expect([...valuesOf(layers['building']!, 'height')].every((height) => Number(height) >= 3)).toBe(true)
    expect(valuesOf(layers['road']!, 'name')).toContain('建设路')
    expect(valuesOf(layers['road']!, 'name_en')).toContain('Jianshe Road')
  })

  it('shows the whole from far without buildings and lanes', async () => {
    const layers = await layersAt(11, town.areas[0]!.core)
    expect(layers).not.toHaveProperty('building')
    expect(valuesOf(layers['road']!, 'class')).not.toContain('lane')
    expect(valuesOf(layers['water']!, 'name')).toContain('禾溪')
    expect(valuesOf(layers['label']!, 'kind')).toEqual(
      new Set(['town', 'village', 'community', 'water', 'hill', 'road-shield']),
    )
  })

  it('ends in haze, which is thick at its edge and nowhere near the town', async () => {
    const { minLon, minLat } = await archive.getHeader()
    const edge = await layersAt(15, [minLon + 0.0005, minLat + 0.0005])
    expect(edge['veil']!.length).toBeGreaterThanOrEqual(12)
    expect(await layersAt(15, town.areas[0]!.core)).not.toHaveProperty('veil')
  })

  it('puts buildings from zoom 13 and lanes from zoom 12', async () => {
    const village = town.areas.find(({ key }) => key === 'v01')!.core
    expect(await layersAt(12, village)).not.toHaveProperty('building')
    expect(valuesOf((await layersAt(12, village))['road']!, 'class')).toContain('lane')
    expect(await layersAt(13, village)).toHaveProperty('building')
  })

  it('knows the waters and what lies on bridges', async () => {
    const bridge = town.roads.find(({ isBridge, class: kind }) => isBridge && kind === 'county')!
    const layers = await layersAt(15, bridge.line[0]!)
    expect(valuesOf(layers['road']!, 'bridge')).toEqual(new Set([0, 1]))
    expect(layers).toHaveProperty('water')
  })

  it('has no tile where the country ends', async () => {
    expect(await archive.getZxy(15, 0, 0)).toBeUndefined()
    expect(await layersAt(15, [118.6, 30.97])).toEqual({})
  })

  it('is the same, byte for byte, when it is written again', async () => {
    const written = await readFile(join(folder, 'new', 'demo.pmtiles'))
    expect(Buffer.compare(written, basemapArchive(town))).toBe(0)
  }, 120_000)
})
