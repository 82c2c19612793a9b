import { describe, expect, it } from 'vitest'
import { metresPerPixel, scaleBar, scaleNumber, zoomOfScale } from '../../../../src/map/print/scale.ts'
import { PAPERS, sheetOf, type Paper } from '../../../../src/map/print/sheet.ts'

const papers = Object.keys(PAPERS) as Paper[]

describe.each(papers)('a sheet of %s', (paper) => {
  it.each(['landscape', 'portrait'] as const)('has header, map and footer below each other, %s', (turn) => {
    const { widthMm, heightMm, header, map, footer } = sheetOf(paper, turn)
    expect(widthMm > heightMm).toBe(turn === 'landscape')
    expect(map.y).toBe(header.y + header.height)
    expect(footer.y).toBeCloseTo(map.y + map.height, 9)
    expect(heightMm - footer.y - footer.height).toBeCloseTo(header.y, 9)
    expect(map.height).toBeGreaterThan(0.7 * heightMm - 20)
    for (const box of [header, map, footer]) expect(box.x + box.width).toBeLessThan(widthMm)
  })
})

describe('a scale', () => {
  it('is that of Web Mercator: 156.5 km over two pixels at zoom 0 on the equator', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.517, 2)
    expect(metresPerPixel(14, 30.97)).toBeCloseTo((78_271.517 * Math.cos((30.97 * Math.PI) / 180)) / 2 ** 14, 6)
  })

  it('leads to a zoom and back', () => {
    for (const n of [500, 2000, 25_000, 1_000_000]) expect(scaleNumber(zoomOfScale(n, 30.97), 30.97)).toBeCloseTo(n, 4)
  })

  it.each([
    [10_000, 40, 200, 20],
    [10_000, 60, 500, 50],
    [25_900, 40, 1000, 38.61],
    [2000, 40, 50, 25],
    [1_000_000, 40, 20_000, 20],
  ])('of 1 : %d has in %d mm a bar of %d m', (n, most, lengthM, lengthMm) => {
    expect(scaleBar(n, most).lengthM).toBe(lengthM)
    expect(scaleBar(n, most).lengthMm).toBeCloseTo(lengthMm, 2)
  })
})
