import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extentOfTile, mercatorOf, positionOf, tileAt, tileCovers } from '../../../src/geo/tile-address.ts'

const lng = fc.double({ min: -180, max: 179.999, noNaN: true })
const lat = fc.double({ min: -85, max: 85, noNaN: true })
const zoom = fc.integer({ min: 0, max: 20 })

describe('a tile address', () => {
  it('is the published one', () => {
    expect(tileAt(117.94, 30.97, 12)).toEqual({ z: 12, x: 3389, y: 1677 })
    expect(tileAt(-180, 85, 1)).toEqual({ z: 1, x: 0, y: 0 })
  })

  it('covers the position that it was asked for, and its extent holds it', () => {
    fc.assert(
      fc.property(lng, lat, zoom, (x, y, z) => {
        const tile = tileAt(x, y, z)
        expect(tileCovers(tile, x, y)).toBe(true)
        const [west, south, east, north] = extentOfTile(tile)
        expect(x).toBeGreaterThanOrEqual(west - 1e-9)
        expect(x).toBeLessThanOrEqual(east + 1e-9)
        expect(y).toBeGreaterThanOrEqual(south - 1e-9)
        expect(y).toBeLessThanOrEqual(north + 1e-9)
      }),
    )
  })

  it('stays in the world beyond the poles of the projection', () => {
    expect(tileAt(0, 89.9, 3).y).toBe(0)
    expect(tileAt(180, -89.9, 3)).toEqual({ z: 3, x: 7, y: 7 })
  })
})

describe('Web Mercator', () => {
  it('there and back is the same position', () => {
    fc.assert(
      fc.property(lng, lat, (x, y) => {
        const [backX, backY] = positionOf(...mercatorOf(x, y))
        expect(backX).toBeCloseTo(x, 9)
        expect(backY).toBeCloseTo(y, 9)
      }),
    )
  })
})
