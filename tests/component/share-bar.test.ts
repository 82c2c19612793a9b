import { describe, expect, it } from 'vitest'
import ShareBar from '../../src/ui/ShareBar.vue'
import { mounted } from './mounted.ts'

function widths(part: number, whole: number, lighter = 0) {
  const bar = mounted(ShareBar, { props: { part, whole, lighter, label: '已核查' } })
  const width = (selector: string) => (bar.get(selector).element as HTMLElement).style.width
  return { full: width('.full'), light: width('.light'), bar }
}

describe('a bar of a share', () => {
  it('is as long as the part of the whole', () => {
    expect(widths(737, 972).full).toBe(`${(100 * 737) / 972}%`)
  })

  it('shows what only a source says after it, apart', () => {
    const { full, light } = widths(1, 4, 2)
    expect([full, light]).toEqual(['25%', '50%'])
  })

  it('is unknown, not empty, when there is no whole', () => {
    const { full, bar } = widths(0, 0)
    expect(full).toBe('0%')
    expect(bar.classes()).toContain('unknown')
    expect(widths(0, 5).bar.classes()).not.toContain('unknown')
  })

  it('never runs over its end', () => {
    expect(widths(9, 4).full).toBe('100%')
  })

  it('says the same in words', () => {
    const { bar } = widths(1, 4)
    expect([bar.attributes('role'), bar.attributes('aria-label')]).toEqual(['img', '已核查'])
  })
})
