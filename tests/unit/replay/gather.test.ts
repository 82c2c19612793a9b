import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherAreas } from '../../../src/domain/replay/gather-areas.ts'
import { gatherCells } from '../../../src/domain/replay/gather-cells.ts'
import type { ReplayChanges, ReplayChunk } from '../../../src/domain/replay/replay-chunk.ts'
import { firstStepOf, frameAt, seriesFrom } from '../../../src/domain/replay/replay-series.ts'

type Line = [of: number, step: number, found: number, done: number, bySource: number, ended: number]

function columns(lines: readonly Line[]): ReplayChanges {
  const column = (i: number) => lines.map((line) => line[i]!)
  return { of: column(0), step: column(1), found: column(2), done: column(3), bySource: column(4), ended: column(5) }
}

function chunk({
  areas = [],
  cells = [],
  keys = [],
}: {
  areas?: Line[]
  cells?: Line[]
  keys?: number[]
}): ReplayChunk {
  const n = keys.map((_, place) => cells.filter(([of]) => of === place).reduce((sum, line) => sum + line[2], 0))
  return {
    rows: 10,
    undated: 1,
    cells: { key: keys, n, lng: keys.map((key) => 100 + key), lat: keys.map((key) => 30 + key) },
    byCell: columns(cells),
    byArea: columns(areas),
  }
}

const frames = (series: Parameters<typeof frameAt>[0]) =>
  Array.from({ length: series.steps }, (_, step) => {
    const { found, done, bySource } = frameAt(series, step)
    return { found: [...found], done: [...done], bySource: [...bySource] }
  })

describe('a replay by area', () => {
  it('adds the parts up over time, and takes what ended off what was found', () => {
    const parts = [
      chunk({
        areas: [
          [7, 0, 5, 0, 0, 0],
          [7, 2, 1, 2, 1, 1],
          [0, 1, 1, 0, 0, 0],
        ],
      }),
      chunk({ areas: [[7, 1, 2, 1, 0, 0]] }),
    ]
    const { ids, series, total, rows, undated } = gatherAreas(3, parts, [9, 7])
    expect(ids).toEqual([9, 7, 0])
    expect(frames(series)).toEqual([
      { found: [0, 5, 0], done: [0, 0, 0], bySource: [0, 0, 0] },
      { found: [0, 7, 1], done: [0, 1, 0], bySource: [0, 0, 0] },
      { found: [0, 7, 1], done: [0, 3, 0], bySource: [0, 1, 0] },
    ])
    expect(frames(total)).toEqual([
      { found: [5], done: [0], bySource: [0] },
      { found: [8], done: [1], bySource: [0] },
      { found: [8], done: [3], bySource: [1] },
    ])
    expect({ rows, undated }).toEqual({ rows: 20, undated: 2 })
  })

  const line = fc.tuple(fc.nat(5), fc.nat(19), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9))
  it('says at every step what a plain sum of the changes says, however they are cut into parts', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.nat(60), fc.nat(19), (lines, cut, step) => {
        const parts = [chunk({ areas: lines.slice(0, cut) }), chunk({ areas: lines.slice(cut) })]
        const { ids, series, total } = gatherAreas(20, parts, [])
        const past = lines.filter((each) => each[1] <= step)
        const frame = frameAt(series, step)
        ids.forEach((id, place) => {
          const own = past.filter(([of]) => of === id)
          expect(frame.found[place]).toBe(own.reduce((sum, each) => sum + each[2] - each[5], 0))
          expect(frame.done[place]).toBe(own.reduce((sum, each) => sum + each[3], 0))
          expect(frame.bySource[place]).toBe(own.reduce((sum, each) => sum + each[4], 0))
        })
        const sums = frameAt(total, step)
        expect(sums.found[0]).toBe(frame.found.reduce((sum, n) => sum + n, 0))
        expect(sums.done[0]).toBe(frame.done.reduce((sum, n) => sum + n, 0))
      }),
    )
  })
})

describe('a replay by cell', () => {
  it('joins a cell that lies in two parts, in the middle of all its hotspots', () => {
    const cells = gatherCells(2, [
      chunk({
        keys: [4, 8],
        cells: [
          [0, 0, 3, 0, 0, 0],
          [1, 0, 1, 0, 0, 0],
        ],
      }),
      chunk({
        keys: [8],
        cells: [
          [0, 1, 1, 0, 0, 0],
          [0, 1, 2, 1, 0, 0],
        ],
      }),
    ])
    expect(cells.positions).toEqual([
      { lng: 104, lat: 34 },
      { lng: 108, lat: 38 },
    ])
    expect(frames(cells.series)).toEqual([
      { found: [3, 1], done: [0, 0], bySource: [0, 0] },
      { found: [3, 4], done: [0, 1], bySource: [0, 0] },
    ])
    expect(cells.most).toBe(4)
  })

  it('is empty where nothing is', () => {
    expect(gatherCells(3, [chunk({})])).toMatchObject({ positions: [], most: 0 })
    expect(gatherCells(3, [])).toMatchObject({ positions: [], most: 0 })
  })
})

describe('a series', () => {
  const seriesOf = (steps: number, lines: Line[]) => gatherAreas(steps, [chunk({ areas: lines })], []).total

  it('begins one step before the first hotspot', () => {
    expect(firstStepOf(seriesOf(5, [[1, 3, 1, 0, 0, 0]]))).toBe(2)
    expect(firstStepOf(seriesOf(5, [[1, 0, 1, 0, 0, 0]]))).toBe(0)
    expect(firstStepOf(seriesOf(5, []))).toBe(0)
    expect(firstStepOf(seriesOf(1, [[1, 0, 1, 0, 0, 0]]))).toBe(0)
  })

  it('says from there on what it said before', () => {
    const { series } = gatherAreas(
      4,
      [
        chunk({
          areas: [
            [1, 1, 2, 1, 0, 0],
            [2, 2, 3, 0, 1, 0],
          ],
        }),
      ],
      [],
    )
    expect(frames(seriesFrom(series, 2))).toEqual(frames(series).slice(2))
  })
})
