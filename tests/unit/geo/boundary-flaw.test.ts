import fc from 'fast-check'
import type { Geometry, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { boundaryFlaw } from '../../../src/geo/boundary-flaw.ts'
import { normalizedBoundary } from '../../../src/geo/normalized-boundary.ts'
import { signedArea } from '../../../src/geo/orientation.ts'

/** A ring along the letters of a drawing, A to B to C … and back to A; one sign is one degree, north is up. */
function ring(drawing: string): Position[] {
  const at = new Map<string, Position>()
  const lines = drawing.split('\n').filter((line) => line.trim() !== '')
  lines.forEach((line, row) =>
    [...line].forEach((letter, column) => {
      if (letter !== ' ' && letter !== '.') at.set(letter, [column, lines.length - row])
    }),
  )
  const positions = [...at].sort(([a], [b]) => a.localeCompare(b)).map(([, position]) => position)
  return [...positions, positions[0]!]
}

const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings })
const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

describe('a boundary', () => {
  it('is sound as a ring, with a hole, with a hole that touches its shell in one point, and in parts', () => {
    const tipped: Position[] = [
      [0, 2],
      [2, 1],
      [2, 3],
      [0, 2],
    ]
    expect(boundaryFlaw(polygon(square(0, 0, 9)))).toBeNull()
    expect(boundaryFlaw(polygon(square(0, 0, 9), square(2, 2, 2)))).toBeNull()
    expect(boundaryFlaw(polygon(square(0, 0, 9), tipped))).toBeNull()
    const parts: Geometry = { type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(5, 5, 2)]] }
    expect(boundaryFlaw(parts)).toBeNull()
  })

  it('may have a part inside the hole of another', () => {
    const parts: Geometry = {
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 9), square(2, 2, 5)], [square(3, 3, 2)]],
    }
    expect(boundaryFlaw(parts)).toBeNull()
  })

  it('may repeat positions and run either way', () => {
    const twice = square(0, 0, 4).flatMap((position) => [position, position])
    expect(boundaryFlaw(polygon(twice))).toBeNull()
    expect(boundaryFlaw(polygon(twice.toReversed()))).toBeNull()
  })

  it.each<[string, Geometry | null, object]>([
    ['is missing', null, { kind: 'not_polygon' }],
    ['is a point', { type: 'Point', coordinates: [1, 2] }, { kind: 'not_polygon' }],
    ['has no ring', { type: 'Polygon', coordinates: [] }, { kind: 'not_polygon' }],
    ['has an empty ring', polygon([]), { kind: 'ring_short' }],
    ['is open', polygon(square(0, 0, 4).slice(0, 4)), { kind: 'ring_open', at: [0, 0] }],
    [
      'has two corners',
      polygon([
        [0, 0],
        [1, 1],
        [1, 1],
        [0, 0],
      ]),
      { kind: 'ring_short', at: [0, 0] },
    ],
    [
      'is flat',
      polygon([
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ]),
      { kind: 'ring_flat', at: [0, 0] },
    ],
    ['has a number missing', polygon([[0, 0], [1], [1, 1], [0, 0]]), { kind: 'not_finite' }],
    [
      'has no number at all',
      polygon([
        [0, 0],
        [NaN, 1],
        [1, 1],
        [0, 0],
      ]),
      { kind: 'not_finite' },
    ],
    ['leaves the earth', polygon(square(170, 0, 20)), { kind: 'outside_earth', at: [190, 0] }],
    ['has a hole outside', polygon(square(0, 0, 4), square(6, 6, 2)), { kind: 'hole_outside', at: [6, 6] }],
    [
      'has a hole in a hole',
      polygon(square(0, 0, 9), square(1, 1, 6), square(2, 2, 2)),
      { kind: 'hole_outside', at: [2, 2] },
    ],
    ['has a hole across its edge', polygon(square(0, 0, 4), square(2, 2, 4)), { kind: 'ring_crosses' }],
    [
      'has a part inside another',
      { type: 'MultiPolygon', coordinates: [[square(0, 0, 9)], [square(2, 2, 2)]] },
      { kind: 'parts_overlap', at: [2, 2] },
    ],
    [
      'has the same part twice',
      { type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(0, 0, 2)]] },
      { kind: 'ring_crosses' },
    ],
    [
      'has parts that share an edge',
      { type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(2, 0, 2)]] },
      { kind: 'ring_crosses' },
    ],
  ])('is none when it %s', (_, geometry, flaw) => expect(boundaryFlaw(geometry)).toMatchObject(flaw))

  it.each([
    [
      'crosses itself',
      `
      A....C
      ......
      D....B`,
    ],
    [
      'touches itself with a corner',
      `
      A....B
      ..D...
      E....C
      ..F...`,
    ],
    [
      'runs back along itself',
      `
      A..B.C
      ......
      E..D..`,
    ],
  ])('is none when its ring %s', (_, drawing) => {
    const touching: Record<string, Position[]> = {
      'touches itself with a corner': [
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
        [0, 0],
      ],
      'runs back along itself': [
        [0, 0],
        [4, 0],
        [4, 4],
        [4, 6],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
    }
    expect(boundaryFlaw(polygon(touching[_] ?? ring(drawing)))).toMatchObject({ kind: 'ring_crosses' })
  })

  it('of 20,000 corners is checked in a moment', () => {
    const corners = 20_000
    const star = Array.from({ length: corners }, (_, i): Position => {
      const angle = (i / corners) * 2 * Math.PI
      const radius = i % 2 === 0 ? 0.1 : 0.09
      return [117 + radius * Math.cos(angle), 31 + radius * Math.sin(angle)]
    })
    const begun = performance.now()
    expect(boundaryFlaw(polygon([...star, star[0]!]))).toBeNull()
    expect(performance.now() - begun).toBeLessThan(5000)
  })
})

describe('a boundary as it is kept', () => {
  it('has two-dimensional positions without repeats, its shells counter-clockwise and its holes clockwise', () => {
    const corner = fc.record({ reverse: fc.boolean(), repeat: fc.boolean(), height: fc.boolean() })
    fc.assert(
      fc.property(corner, corner, (shell, hole) => {
        const drawn = [square(0, 0, 9), square(2, 2, 3)].map((positions, i) => {
          const { reverse, repeat, height } = [shell, hole][i]!
          const some = repeat ? positions.flatMap((position) => [position, position]) : positions
          const high = height ? some.map(([x, y]) => [x!, y!, 5]) : some
          return reverse ? high.toReversed() : high
        })
        const [part] = normalizedBoundary({ type: 'Polygon', coordinates: drawn }).coordinates
        expect(part?.map((each) => each.length)).toEqual([5, 5])
        expect(part?.flat().every((position) => position.length === 2)).toBe(true)
        expect(signedArea(part![0]!)).toBe(162)
        expect(signedArea(part![1]!)).toBe(-18)
      }),
    )
  })
})
