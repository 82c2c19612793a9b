import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replayView } from '../../../src/domain/replay/replay-view.ts'
import { cellRanges, coversRanges, KEY_LEVEL, tilesIn, WORLD, zOrderOf } from '../../../src/geo/cell-ranges.ts'
import { tileAt } from '../../../src/geo/tile-address.ts'

const position = fc.record({
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
  lat: fc.double({ min: -84, max: 84, noNaN: true }),
})
const keyOf = ({ lng, lat }: { lng: number; lat: number }) => zOrderOf(tileAt(lng, lat, KEY_LEVEL))

describe('ranges of cells', () => {
  it('number tiles in Z-order', () => {
    const order = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]
    expect(order.map(([x, y]) => zOrderOf({ z: 1, x: x!, y: y! }))).toEqual([0, 1, 2, 3])
    expect(zOrderOf({ z: 26, x: 2 ** 26 - 1, y: 2 ** 26 - 1 })).toBe(WORLD[1] - 1)
  })

  it('hold every position of the extent, ascending and without overlap, in as few as can be', () => {
    fc.assert(
      fc.property(
        position,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        ({ lng, lat }, right, up, z) => {
          const size = 3 * (360 / 2 ** z)
          const extent = [lng, lat, Math.min(179.9, lng + size), Math.min(84.9, lat + size / 4)] as const
          const ranges = cellRanges(extent, z)
          const key = keyOf({ lng: lng + right * (extent[2] - lng), lat: lat + up * (extent[3] - lat) })
          expect(ranges.filter(([from, to]) => key >= from && key < to)).toHaveLength(1)
          ranges.slice(1).forEach(([from], i) => expect(from).toBeGreaterThan(ranges[i]![1]))
          const cells = ranges.reduce((sum, [from, to]) => sum + to - from, 0)
          expect(cells).toBe(tilesIn(extent, z) * 4 ** (KEY_LEVEL - z))
        },
      ),
    )
  })

  it('are covered by the world and by themselves, and not by less', () => {
    const ranges = cellRanges([117.9, 30.9, 118, 31], 12)
    expect(coversRanges([WORLD], ranges)).toBe(true)
    expect(coversRanges(ranges, ranges)).toBe(true)
    expect(coversRanges(ranges.slice(1), ranges)).toBe(false)
    expect(coversRanges([], ranges)).toBe(false)
  })
})

describe('the cells of a view', () => {
  const town = [117.9, 30.92, 118, 31.02] as const
  const seen = (zoom: number, width = 1440, height = 900) => ({ zoom, width, height, extent: town })

  it('are all there are from far away, and those of the view close up', () => {
    expect(replayView(seen(11), town)).toMatchObject({ isWhole: true, ranges: [WORLD] })
    const near = { ...seen(17), extent: [117.95, 30.96, 117.96, 30.965] as const }
    expect(replayView(near, town).isWhole).toBe(false)
    expect(coversRanges([WORLD], replayView(near, town).ranges)).toBe(true)
  })

  it('are about six hundred on any screen, and never too small to see', () => {
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
      [1920, 1080],
      [5760, 1080],
    ] as const) {
      for (const zoom of [10, 11.3, 12.5, 13.99]) {
        const { cellPx, level } = replayView(seen(zoom, width, height), town)
        expect(cellPx).toBeCloseTo(512 * 2 ** (zoom - level), 9)
        expect(cellPx).toBeGreaterThanOrEqual(48)
        expect((width * height) / cellPx ** 2).toBeLessThanOrEqual(601)
      }
    }
  })
})
