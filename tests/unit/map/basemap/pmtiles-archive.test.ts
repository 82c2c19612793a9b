import { PMTiles } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { tileAt } from '../../../../src/geo/tile-address.ts'
import { PROTOMAPS_SOURCE_LAYERS } from '../../../../src/map/basemap/styles/protomaps/protomaps-style.ts'
import { protomapsTown } from '../../../support/protomaps-town.ts'

describe('the archive of the browser tests', () => {
  const bytes = protomapsTown()
  const archive = new PMTiles({
    getKey: () => 'town',
    getBytes: (offset, length) =>
      Promise.resolve({ data: new Uint8Array(bytes).slice(offset, offset + length).buffer }),
  })

  it('is read by the reader that the map uses', async () => {
    expect(await archive.getHeader()).toMatchObject({ specVersion: 3, tileType: 1, minZoom: 0, maxZoom: 14 })
  })

  it('holds every layer that the map draws', async () => {
    const held = new Set<string>()
    for (const z of [8, 14]) {
      const { x, y } = tileAt(117.94, 30.97, z)
      const tile = await archive.getZxy(z, x, y)
      const text = new TextDecoder('latin1').decode(tile?.data)
      for (const name of PROTOMAPS_SOURCE_LAYERS) if (text.includes(name)) held.add(name)
    }
    expect([...held].sort()).toEqual([...PROTOMAPS_SOURCE_LAYERS].sort())
  })
})
