import { describe, expect, it } from 'vitest'
import type { AreaCollection } from '../../../src/map/area-collection.ts'
import { outsideOf } from '../../../src/map/outside-of.ts'

const square = (west: number, size: number): [number, number][] => [
  [west, 30],
  [west + size, 30],
  [west + size, 30 + size],
  [west, 30 + size],
  [west, 30],
]
const area = (id: number, depth: number, geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon | null) => ({
  type: 'Feature' as const,
  id,
  geometry,
  properties: { id, parentId: null, level: 'township', depth, name: '镇', nameEn: null, sizeM2: null, center: null },
})
const collection = (...features: AreaCollection['features']): AreaCollection => ({
  type: 'FeatureCollection',
  features,
})

describe('what lies beyond a township', () => {
  it('is the world with a hole where each part of it is; what lies within it does not count', () => {
    const parts = [[square(117, 1)], [square(119, 1), square(119.2, 0.1)]]
    const outside = outsideOf(
      collection(
        area(1, 1, { type: 'MultiPolygon', coordinates: parts }),
        area(2, 2, { type: 'Polygon', coordinates: [square(117.1, 0.2)] }),
      ),
    )
    expect(outside).toMatchObject({ geometry: { coordinates: [{ length: 5 }, square(117, 1), square(119, 1)] } })
  })

  it('is nothing where nobody knows where it ends', () => {
    expect(outsideOf(collection(area(1, 1, null)))).toMatchObject({ features: [] })
  })
})
