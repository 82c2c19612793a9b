import { describe, expect, it } from 'vitest'
import { bulkSteps } from '../../../../src/domain/bulk-step.ts'

describe('the steps for many cases at once', () => {
  const offered = [
    { step: 'verify', needs: ['note'], n: 3 },
    { step: 'hand_in', needs: ['photo', 'note'], n: 3 },
    { step: 'reject', needs: ['reason'], n: 3 },
    { step: 'accept', needs: ['campaign'], n: 3 },
    { step: 'assign', needs: ['unit'], n: 2 },
    { step: 'mark_duplicate', needs: ['original'], n: 3 },
  ]

  it('are those that all of them may take, forward ones first, without what each has to answer by itself', () => {
    expect(bulkSteps(offered, 3)).toEqual([
      { step: 'accept', needs: [] },
      { step: 'verify', needs: ['note'] },
      { step: 'reject', needs: ['reason'] },
    ])
  })

  it('are those of the part when the part is all', () => {
    expect(bulkSteps(offered, 2)).toEqual([{ step: 'assign', needs: ['unit'] }])
  })
})
