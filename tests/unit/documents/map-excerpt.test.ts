import { describe, expect, it } from 'vitest'
import { mapExcerpt } from '../../../src/documents/map-excerpt.ts'

const SIZE = { width: 640, height: 380 }
const square = {
  name: '石桥村',
  rings: [
    [
      [117.9, 30.9],
      [118, 30.9],
      [118, 31],
      [117.9, 31],
      [117.9, 30.9],
    ],
  ],
  center: [117.95, 30.95],
}

describe('a map excerpt', () => {
  it('is none without cases', () => {
    expect(mapExcerpt([], [square], SIZE)).toBeNull()
  })

  it('holds every case inside its margins, west on the left and north above', () => {
    const cases = [
      { lng: 117.91, lat: 30.91 },
      { lng: 117.99, lat: 30.99 },
    ]
    const [first, second] = mapExcerpt(cases, [square], SIZE)!.marks
    expect(first!.x).toBeLessThan(second!.x)
    expect(first!.y).toBeGreaterThan(second!.y)
    for (const { x, y } of [first!, second!]) {
      expect(x).toBeGreaterThanOrEqual(40)
      expect(x).toBeLessThanOrEqual(600)
      expect(y).toBeGreaterThanOrEqual(40)
      expect(y).toBeLessThanOrEqual(340)
    }
  })

  it('gives cases at one place one mark with all their places in the list', () => {
    const at = { lng: 117.91, lat: 30.91 }
    const far = { lng: 117.99, lat: 30.99 }
    expect(mapExcerpt([at, at, at, far, at], [], SIZE)!.marks.map(({ text }) => text)).toEqual(['1–3,5', '4'])
  })

  it('shows a lone case with its neighbourhood, and how long that is', () => {
    const { marks, scale } = mapExcerpt([{ lng: 117.95, lat: 30.95 }], [square], SIZE)!
    expect(marks).toEqual([{ x: 320, y: 190, text: '1' }])
    expect(scale.text).toBe('500 m')
    // 300 pixels between the margins are 1,200 m.
    expect(scale.lengthPx).toBeCloseTo(125, 0)
  })

  it('names an area whose middle lies outside where it is seen, and not the one that is not', () => {
    const whole = { ...square, center: [117.91, 30.91] }
    const away = {
      ...square,
      name: '远村',
      rings: [square.rings[0]!.map(([lng, lat]) => [lng! + 1, lat!])],
      center: [118.9, 31],
    }
    const { labels } = mapExcerpt([{ lng: 117.95, lat: 30.95 }], [whole, away], SIZE)!
    expect(labels).toEqual([{ x: 320, y: 180, text: '石桥村' }])
  })

  it('names an area at its middle', () => {
    const away = {
      ...square,
      name: '远村',
      rings: [square.rings[0]!.map(([lng, lat]) => [lng! + 1, lat! + 1])],
      center: [119, 32],
    }
    const { labels, areas } = mapExcerpt([{ lng: 117.95, lat: 30.95 }], [square, away], SIZE)!
    expect(labels.map(({ text }) => text)).toEqual(['石桥村'])
    expect(areas).toHaveLength(2)
    expect(areas[0]).toMatch(/^M[-\d.]+ [-\d.]+L.*Z$/)
  })
})
