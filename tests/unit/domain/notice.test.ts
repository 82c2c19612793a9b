import { describe, expect, it } from 'vitest'
import { inOrder, unseenIn, type NoticeGroup, type NoticeKind } from '../../../src/domain/notice.ts'

const group = (kind: NoticeKind, n: number, unseen: number): NoticeGroup => ({
  kind,
  n,
  isMore: false,
  unseen,
  at: '2026-03-01T00:00:00Z',
  newest: [],
  nos: [],
})

describe('notices', () => {
  it('stand with the most pressing first, and what is new before what is known', () => {
    const groups = [
      group('to_revisit', 1, 1),
      group('assigned', 9, 0),
      group('due_soon', 2, 2),
      group('order_received', 1, 0),
      group('overdue', 3, 0),
    ]
    expect(inOrder(groups).map(({ kind }) => kind)).toEqual([
      'due_soon',
      'to_revisit',
      'overdue',
      'assigned',
      'order_received',
    ])
    expect(groups[0]!.kind).toBe('to_revisit')
  })

  it('count what is new over all kinds', () => {
    expect(unseenIn({ seenAt: null, groups: [] })).toBe(0)
    expect(unseenIn({ seenAt: null, groups: [group('overdue', 3, 2), group('urged', 5, 5)] })).toBe(7)
  })
})
