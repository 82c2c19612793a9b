import { describe, expect, it } from 'vitest'
import type { AreaFeature, AreaFeatures } from '../../../src/data/shapes/area-features.ts'
import { childAbove, extentBelow, parentsIn } from '../../../src/screens/progress/areas-below.ts'

function area(id: number, parentId: number | null, west?: number): AreaFeature {
  const properties = {
    id,
    parentId,
    level: 'village' as const,
    depth: 1,
    name: '村',
    nameEn: null,
    sizeM2: 1,
    center: null,
  }
  const ring = (x: number) => [[x, 0], [x + 1, 0], [x + 1, 1], [x, 0]] // prettier-ignore
  const geometry = west === undefined ? null : { type: 'MultiPolygon' as const, coordinates: [[ring(west)]] }
  return { type: 'Feature', id, properties, geometry }
}

//   1 (no boundary)
//   ├─ 2 (10..11) ── 4 (20..21)
//   └─ 3 (no boundary)
const AREAS: AreaFeatures = {
  type: 'FeatureCollection',
  features: [area(1, null), area(2, 1, 10), area(3, 1), area(4, 2, 20)],
}

describe('the areas below another', () => {
  it('belong to the child that they are or lie in', () => {
    const parents = parentsIn(AREAS)
    expect([4, 2, 3].map((id) => childAbove(parents, id, 1))).toEqual([2, 2, 3])
  })

  it('belong to no child when they are the parent, lie elsewhere or are unknown', () => {
    const parents = parentsIn(AREAS)
    expect([childAbove(parents, 1, 1), childAbove(parents, 3, 2), childAbove(parents, 99, 1)]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('have an extent together, even where the parent has no boundary', () => {
    expect(extentBelow(AREAS, 1)).toEqual([10, 0, 21, 1])
    expect(extentBelow(AREAS, 4)).toEqual([20, 0, 21, 1])
  })

  it('have none without a single boundary', () => {
    expect(extentBelow(AREAS, 3)).toBeNull()
  })
})
