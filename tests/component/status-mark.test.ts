import { describe, expect, it } from 'vitest'
import { STATUS_GROUPS } from '../../src/domain/status-group.ts'
import StatusMark from '../../src/ui/StatusMark.vue'
import { mounted } from './mounted.ts'

const shapeOf = (group: string) => {
  const { element } = mounted(StatusMark, { props: { group } })
  return element.innerHTML.replace(/<!--.*?-->| data-v-\w+=""/g, '').trim()
}

describe('the marks of the status groups', () => {
  it('differ in shape, not only in colour', () => {
    expect(new Set(STATUS_GROUPS.map(shapeOf)).size).toBe(STATUS_GROUPS.length)
  })

  it.each(STATUS_GROUPS)('takes the colour of its group: %s', (group) => {
    expect(mounted(StatusMark, { props: { group } }).classes()).toContain(group)
  })

  it('are silent beside their name', () => {
    expect(mounted(StatusMark, { props: { group: 'todo' } }).attributes('aria-hidden')).toBe('true')
  })

  it('have a name where they stand alone', () => {
    const mark = mounted(StatusMark, { props: { group: 'todo', label: '待处置' } })
    expect([mark.attributes('role'), mark.attributes('aria-label')]).toEqual(['img', '待处置'])
    expect(mark.attributes('aria-hidden')).toBeUndefined()
  })
})
