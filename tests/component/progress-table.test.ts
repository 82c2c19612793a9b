import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/screens/progress/progress-line.ts'
import ProgressTable from '../../src/screens/progress/ProgressTable.vue'
import { FIRST_SORT, PROGRESS_COLUMNS, type ProgressSort } from '../../src/screens/progress/sort-lines.ts'
import { answer, row } from './progress-rows.ts'
import { mounted } from './mounted.ts'

const ANSWER = answer(
  row(2, '石桥村', { 0: 4, 3: 2, 5: 6, 7: 9, 11: 3 }, { children: 2 }),
  row(3, '青溪村', { 1: 1, 4: 2, 5: 1, 10: 1 }),
  row(4, '枫林村'),
  row(1, '示例镇', { 2: 1 }, { kind: 'direct' }),
  row(0, '', { 0: 1, 5: 1 }, { kind: 'none', areaId: null, name: null, level: null }),
)

function table(sort: ProgressSort = FIRST_SORT, chosen: string | null = null) {
  const lines = linesOf(ANSWER)
  const props = { lines, total: ANSWER.total.states, sort, chosen, parentName: '示例镇', caption: '进度' }
  return mounted(ProgressTable, { props })
}

type Table = ReturnType<typeof table>
const names = (of: Table) =>
  of
    .findAll('tbody th')
    .map((each) => (each.find('.name button:first-child').exists() ? each.get('.name button') : each).text())
const numbers = (of: Table, row: string) =>
  of
    .findAll(`${row} td`)
    .slice(0, 7)
    .map((each) => Number(each.text()))

describe('the table of progress', () => {
  it('begins with who is behind; without hotspots last, then what closes the total', () => {
    expect(names(table())).toEqual(['青溪村', '石桥村', '枫林村', '示例镇本级', '不在任何区域'])
  })

  it('closes: every column of the total is the sum of its rows', () => {
    const shown = table()
    const rows = shown.findAll('tbody tr').map((_, index) => numbers(shown, `tbody tr:nth-child(${index + 1})`))
    const sums = rows.reduce((sum, each) => sum.map((n, column) => n + (each[column] ?? 0)))
    expect(numbers(shown, 'tfoot')).toEqual(sums)
  })

  it('closes across: found is the sum of the columns after it', () => {
    const [found, ...parts] = numbers(table(), 'tfoot')
    expect(found).toBe(parts.reduce((sum, n) => sum + n))
    expect(found).toBe(23)
  })

  it('counts neither rejected nor handed in as done, and shows the share with both its numbers', () => {
    const share = table().get('tbody tr:nth-child(2) td.share')
    expect(share.text()).toContain('6 / 15')
    expect(share.text()).toContain('40%')
    expect(share.get('[role=img]').attributes('aria-label')).toBe('已核查 6，来源称已结案 3，共发现 15')
  })

  it('has no share where nothing was found', () => {
    expect(table().get('tbody tr:nth-child(3) td.share').text()).toContain('—')
  })
})

describe('sorting', () => {
  it('is possible by every column, with a button', async () => {
    const shown = table()
    for (const button of shown.findAll('thead button')) await button.trigger('click')
    expect(shown.emitted('sort')).toEqual(PROGRESS_COLUMNS.map((column) => [column]))
  })

  it('is told to whoever cannot see the arrow', () => {
    const shown = table({ column: 'found', isDescending: true })
    expect(shown.findAll('thead th').map((each) => each.attributes('aria-sort'))).toEqual([
      undefined,
      'descending',
      ...Array<undefined>(7).fill(undefined),
    ])
  })

  it('never moves what closes the total', () => {
    expect(names(table({ column: 'found', isDescending: true }))).toEqual([
      '石桥村',
      '青溪村',
      '枫林村',
      '示例镇本级',
      '不在任何区域',
    ])
    expect(names(table({ column: 'area', isDescending: true })).slice(3)).toEqual(['示例镇本级', '不在任何区域'])
  })
})

describe('a row', () => {
  it('is chosen with its name and let go with it', async () => {
    const shown = table()
    await shown.get('tbody tr:nth-child(1) .name button').trigger('click')
    expect(shown.emitted('choose')).toEqual([['3']])
    const chosen = table(FIRST_SORT, '3')
    expect(chosen.get('tbody tr:nth-child(1) .name button').attributes('aria-pressed')).toBe('true')
    await chosen.get('tbody tr:nth-child(1) .name button').trigger('click')
    expect(chosen.emitted('choose')).toEqual([[null]])
  })

  it('is chosen with a click anywhere in it', async () => {
    const shown = table()
    await shown.get('tbody tr:nth-child(2) td').trigger('click')
    expect(shown.emitted('choose')).toEqual([['2']])
  })

  it('opens its areas only where there are some, and says how many', async () => {
    const shown = table()
    const open = shown.findAll('button.open')
    expect(open.map((each) => each.text())).toEqual(['2'])
    await open[0]!.trigger('click')
    expect([shown.emitted('open'), shown.emitted('choose')]).toEqual([[[2]], undefined])
  })

  it('tells the map what the pointer is on', async () => {
    const shown = table()
    await shown.get('tbody tr').trigger('mouseenter')
    await shown.get('tbody tr').trigger('mouseleave')
    expect(shown.emitted('hover')).toEqual([['3'], [null]])
  })
})
