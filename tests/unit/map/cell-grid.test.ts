import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extentOfTile } from '../../../src/geo/tile-address.ts'
import { isCellFinal } from '../../../src/map/cell-end.ts'
import { cellsOf } from '../../../src/map/cells/cell-grid.ts'
import { cellColumns } from './columns.ts'

const TILE = { z: 12, x: 3390, y: 1682 }

describe('cells of a crowded tile', () => {
  it('take four of the 16 × 16 grid together, each at the centre of its hotspots', () => {
    const columns = cellColumns(16, [
      { cx: 2, cy: 2, counts: [10] },
      { cx: 3, cy: 2, counts: [0, 30] },
      { cx: 4, cy: 2, counts: [1] },
    ])
    expect(cellsOf(TILE, columns)).toEqual([
      {
        address: { z: 15, x: 3390 * 8 + 1, y: 1682 * 8 + 1 },
        x: 832,
        y: 640,
        total: 40,
        counts: [10, 30, 0, 0, 0, 0, 0],
      },
      {
        address: { z: 15, x: 3390 * 8 + 2, y: 1682 * 8 + 1 },
        x: 1152,
        y: 640,
        total: 1,
        counts: [1, 0, 0, 0, 0, 0, 0],
      },
    ])
  })

  it('leave the coarser grids of the closest zooms as they are', () => {
    const [cell] = cellsOf({ z: 18, x: 5, y: 6 }, cellColumns(4, [{ cx: 3, cy: 1, counts: [5001] }]))
    expect(cell).toMatchObject({ address: { z: 20, x: 23, y: 25 }, x: 3584, y: 1536 })
  })

  it('lose no hotspot, and lie inside their own address', () => {
    const cell = fc.record({
      cx: fc.integer({ min: 0, max: 15 }),
      cy: fc.integer({ min: 0, max: 15 }),
      counts: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 7, maxLength: 7 }),
    })
    const cells = fc.uniqueArray(cell, { selector: ({ cx, cy }) => cx * 16 + cy, maxLength: 256 })
    fc.assert(
      fc.property(cells, (input) => {
        const drawn = cellsOf(TILE, cellColumns(16, input))
        const sum = (all: number[]) => all.reduce((a, b) => a + b, 0)
        expect(sum(drawn.map(({ total }) => total))).toBe(sum(input.flatMap(({ counts }) => counts)))
        for (const { address, x, y } of drawn) {
          expect(Math.floor(x / 512)).toBe(address.x - TILE.x * 8)
          expect(Math.floor(y / 512)).toBe(address.y - TILE.y * 8)
        }
      }),
    )
  })
})

describe('a cell that is clicked', () => {
  it('is entered while tiles get finer, and listed where they do not', () => {
    expect(isCellFinal({ z: 16 + 3, x: 0, y: 0 })).toBe(false)
    expect(isCellFinal({ z: 17 + 3, x: 0, y: 0 })).toBe(true)
    expect(isCellFinal({ z: 18 + 2, x: 0, y: 0 })).toBe(true)
  })

  it('covers an eighth of its tile each way', () => {
    const [west, , east] = extentOfTile(TILE)
    const [cell] = cellsOf(TILE, cellColumns(16, [{ cx: 0, cy: 0, counts: [9000] }]))
    const [cellWest, , cellEast] = extentOfTile(cell!.address)
    expect(cellWest).toBe(west)
    expect(cellEast - cellWest).toBeCloseTo((east - west) / 8)
  })
})
