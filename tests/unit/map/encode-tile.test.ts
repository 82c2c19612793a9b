import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { encodeTile } from '../../../src/map/tiles/encode-tile.ts'
import { cellColumns, pointColumns } from './columns.ts'

const TILE = { z: 14, x: 13561, y: 6730 }

const read = (tile: Uint8Array) => new VectorTile(new PbfReader(tile))

describe('a tile of points', () => {
  const points = pointColumns([
    { no: 12, x: 0, y: 4095, state: 2, due: 29_680_000 },
    { no: 4_000_000_123, x: 2048, y: 7, state: 11 },
  ])

  it('carries each hotspot with its number, place and status group', () => {
    const layer = read(encodeTile(TILE, points)).layers['points']!
    const features = Array.from({ length: layer.length }, (_, i) => layer.feature(i))
    expect(features.map(({ id }) => id)).toEqual([12, 4_000_000_123])
    expect(features.map((each) => each.loadGeometry()[0]![0])).toMatchObject([
      { x: 0, y: 4095 },
      { x: 2048, y: 7 },
    ])
    expect(features.map(({ properties }) => properties)).toEqual([
      { state: 2, group: 0, category: 7, urgent: false, due: 29_680_000 },
      { state: 11, group: 4, category: 7, urgent: false },
    ])
  })

  it('has no other layer', () => {
    expect(Object.keys(read(encodeTile(TILE, points)).layers)).toEqual(['points'])
  })
})

describe('a tile of cells', () => {
  it('carries counts, the ring and the finer tile that holds the same hotspots', () => {
    const columns = cellColumns(16, [{ cx: 15, cy: 0, counts: [30, 0, 0, 10] }])
    const layer = read(encodeTile(TILE, columns)).layers['cells']!
    expect(layer.length).toBe(1)
    expect(layer.feature(0).properties).toEqual({
      n: 40,
      ring: '1:18.0.0.6.0.0.0',
      about: false,
      z: 17,
      column: 13561 * 8 + 7,
      row: 6730 * 8,
    })
  })

  it('says when the counts are an estimate', () => {
    const columns = cellColumns(16, [{ cx: 0, cy: 0, counts: [6400] }], 64)
    expect(read(encodeTile(TILE, columns)).layers['cells']!.feature(0).properties['about']).toBe(true)
  })
})

describe('an empty tile', () => {
  it('is no bytes at all', () => {
    expect(encodeTile(TILE, pointColumns([]))).toHaveLength(0)
  })
})
