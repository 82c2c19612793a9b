import { describe, expect, it } from 'vitest'
import { orderDocument } from '../../../src/documents/order-document.ts'
import { orderContent, plainWords } from './content.ts'

describe('an order on paper', () => {
  it('has its number, its addressees and its text without blank lines', () => {
    const paper = orderDocument(orderContent(), plainWords)
    expect(paper).toMatchObject({
      number: '禾溪督〔2026〕12号',
      isNumbered: true,
      addressees: '环卫所、市场监管所：',
      paragraphs: ['经督查，下列问题至今未办结。', '请抓紧整改。'],
      deadline: '期限 2026-11-27T10:00:00Z',
    })
  })

  it('lists every case in its place, the remark under the problem', () => {
    const { rows, columns } = orderDocument(orderContent(), plainWords)
    expect(columns).toHaveLength(6)
    expect(rows.map(({ cells }) => cells[0])).toEqual(['1', '2', '3'])
    expect(rows[1]).toEqual({
      no: 102,
      cells: ['2', '占道堆放102（102 号）\n备注 已两次提醒', '河堤路 102 号', '环卫所', '3', '逾期 2 天'],
    })
  })

  it('shows of each case with photos the first and the last', () => {
    const { cases } = orderDocument(orderContent(), plainWords)
    expect(cases.map(({ no, photos }) => [no, photos.map(({ path }) => path)])).toEqual([
      [101, ['a.jpg', 'c.jpg']],
      [103, ['d.jpg']],
    ])
  })

  it.each([
    ['a draft', { no: null }, '草稿'],
    ['what was only said', { no: null, isOral: true }, '口头'],
  ])('says that %s has no number', (_, changes, number) => {
    expect(orderDocument(orderContent(changes), plainWords)).toMatchObject({ number, isNumbered: false })
  })

  it('to nobody yet has no line of addressees', () => {
    expect(orderDocument(orderContent({ addressees: [] }), plainWords).addressees).toBeNull()
  })
})
