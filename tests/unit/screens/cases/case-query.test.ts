import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_SORTS } from '../../../../src/domain/case-row.ts'
import { CASE_VIEWS } from '../../../../src/domain/case-view.ts'
import { STATUS_GROUPS } from '../../../../src/domain/status-group.ts'
import {
  choiceOfQuery,
  emptyChoice,
  filterOfChoice,
  isNarrowed,
  queryOfChoice,
  type CaseChoice,
} from '../../../../src/screens/cases/case-query.ts'

const id = fc.option(fc.nat({ max: 999_999 }))
const day = fc.option(fc.constantFrom('2026-01-31', '2026-02-01', '2024-02-29'))
const anyChoice: fc.Arbitrary<CaseChoice> = fc.record({
  view: fc.option(fc.constantFrom(...CASE_VIEWS)),
  area: id,
  campaign: id,
  categories: fc.uniqueArray(fc.nat({ max: 9999 }), { maxLength: 4 }),
  groups: fc.subarray([...STATUS_GROUPS]),
  unit: id,
  from: day,
  to: day,
  text: fc.constantFrom('', '石桥路', '12 号', 'a&b=c?'),
  nos: fc.uniqueArray(fc.nat({ max: 9999 }), { maxLength: 4 }),
  order: fc.option(fc.record({ sort: fc.constantFrom(...CASE_SORTS), isDescending: fc.boolean() })),
  selected: id,
})

describe('the address of the ledger', () => {
  it('brings back whatever was shown', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const query = Object.fromEntries(new URLSearchParams(queryOfChoice(choice)))
        expect(choiceOfQuery(query)).toEqual(choice)
      }),
    )
  })

  it('is empty before anybody has chosen', () => {
    expect(queryOfChoice(emptyChoice())).toEqual({})
    expect(choiceOfQuery({})).toEqual(emptyChoice())
  })

  it.each([
    { view: 'x', area: '-1', cats: '1,x,2', states: 'todo,x', nos: 'x', sort: 'colour', from: '2026-02-30' },
    { sort: '', text: null, sel: 'abc' },
  ])('still opens when a part of it cannot be read: %j', (query) => {
    const { categories, groups, ...rest } = choiceOfQuery(query)
    const { categories: _, groups: __, ...empty } = emptyChoice()
    expect(rest).toEqual(empty)
    expect(categories.every(Number.isInteger)).toBe(true)
    expect(groups.every((group) => STATUS_GROUPS.includes(group))).toBe(true)
  })
})

describe('the question behind what is shown', () => {
  const root = { id: 7, timeZone: 'Asia/Shanghai' }

  it('asks for nothing more than was chosen', () => {
    expect(filterOfChoice(emptyChoice(), 'overdue', root)).toEqual({ root: 7, view: 'overdue' })
    expect(isNarrowed(emptyChoice())).toBe(false)
  })

  it('takes days as the township counts them, the last one included', () => {
    const choice = { ...emptyChoice(), from: '2026-03-01', to: '2026-03-02', groups: ['todo' as const], text: ' 路 ' }
    expect(filterOfChoice(choice, 'all', root)).toEqual({
      root: 7,
      view: 'all',
      from: '2026-02-28T16:00:00.000Z',
      to: '2026-03-02T16:00:00.000Z',
      states: [0, 1, 2],
      text: '路',
    })
    expect(isNarrowed(choice)).toBe(true)
  })
})
