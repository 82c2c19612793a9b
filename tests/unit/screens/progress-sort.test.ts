import { describe, expect, it } from 'vitest'
import type { ProgressLine } from '../../../src/screens/progress/progress-line.ts'
import {
  FIRST_SORT,
  nextSort,
  PROGRESS_COLUMNS,
  sortLines,
  sortOfText,
  textOfSort,
} from '../../../src/screens/progress/sort-lines.ts'

function line(name: string, found: number, verified: number): ProgressLine {
  const rest = { todo: found - verified, inWork: 0, handedIn: 0, closedPerSource: 0, paused: 0, ended: 0 }
  const share = found === 0 ? null : verified / found
  const progress = { found, verified, ...rest }
  return { key: name, kind: 'area', areaId: 1, name, nameEn: null, children: 0, progress, share, closedShare: share }
}

const LINES = [line('第10村', 4, 1), line('第2村', 8, 8), line('第1村', 0, 0), line('第3村', 4, 1)]
const order = (text: string) =>
  sortLines(LINES, sortOfText(text) ?? FIRST_SORT, (each) => each.name ?? '', 'zh-CN').map((each) => each.name)

describe('the order of areas', () => {
  it('counts numbers in names', () => {
    expect(order('area')).toEqual(['第1村', '第2村', '第3村', '第10村'])
  })

  it('keeps areas without hotspots last in both directions of a share', () => {
    expect(order('share').at(-1)).toBe('第1村')
    expect(order('-share').at(-1)).toBe('第1村')
  })

  it('sorts equals by name in both directions', () => {
    expect(order('found')).toEqual(['第1村', '第3村', '第10村', '第2村'])
    expect(order('-found')).toEqual(['第2村', '第3村', '第10村', '第1村'])
  })

  it('leaves the lines that it was given alone', () => {
    const before = [...LINES]
    order('-found')
    expect(LINES).toEqual(before)
  })
})

describe('a sort in the address', () => {
  it.each(PROGRESS_COLUMNS)('comes back as it was for %s', (column) => {
    for (const isDescending of [false, true]) {
      const sort = { column, isDescending }
      expect(sortOfText(textOfSort(sort))).toEqual(sort)
    }
  })

  it.each([undefined, null, '', 'overdue', ['found']])('is none for %s', (text) => {
    expect(sortOfText(text)).toBeNull()
  })
})

describe('a click on a head', () => {
  it('turns the column around that sorts already', () => {
    expect(nextSort({ column: 'found', isDescending: true }, 'found').isDescending).toBe(false)
  })

  it('begins with the most for a number, and with the beginning for a name or who is behind', () => {
    expect(nextSort(FIRST_SORT, 'todo')).toEqual({ column: 'todo', isDescending: true })
    expect(nextSort({ column: 'found', isDescending: true }, 'area').isDescending).toBe(false)
    expect(nextSort({ column: 'found', isDescending: true }, 'share').isDescending).toBe(false)
  })
})
