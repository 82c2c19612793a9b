import { describe, expect, it } from 'vitest'
import OverdueRow from '../../src/screens/map/OverdueRow.vue'
import { mounted } from './mounted.ts'

describe('the legend’s line of what is overdue', () => {
  const row = (count: { n: number; isMore: boolean } | null, isOnly = false) =>
    mounted(OverdueRow, { props: { count, isOnly } })

  it('says how many there are', () => {
    expect(row({ n: 1234, isMore: false }).get('.n').text()).toBe('1,234')
    expect(row({ n: 50_000, isMore: true }).get('.n').text()).toBe('50,000 以上')
    expect(row(null).get('.n').text()).toBe('—')
  })

  it('is a switch that says whether it is on', async () => {
    const off = row({ n: 3, isMore: false })
    expect(off.get('button').attributes('aria-pressed')).toBe('false')
    await off.get('button').trigger('click')
    expect(off.emitted('toggle')).toHaveLength(1)
    expect(row({ n: 3, isMore: false }, true).get('button').attributes('aria-pressed')).toBe('true')
  })
})
