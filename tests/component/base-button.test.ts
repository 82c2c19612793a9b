import { describe, expect, it } from 'vitest'
import BaseButton from '../../src/ui/BaseButton.vue'
import { mounted } from './mounted.ts'

const button = (props: Record<string, unknown>) => mounted(BaseButton, { props, slots: { default: () => '保存' } })

describe('a button', () => {
  it('tells its click once, and sends no form by itself', async () => {
    const shown = button({})
    expect(shown.attributes('type')).toBe('button')
    await shown.trigger('click')
    expect(shown.emitted('click')).toHaveLength(1)
  })

  it.each([{ isBusy: true }, { disabled: true }])('takes no click with %j', async (props) => {
    const shown = button(props)
    await shown.trigger('click')
    expect(shown.emitted('click')).toBeUndefined()
    expect(shown.attributes('disabled')).toBeDefined()
  })

  it('says that it is busy without losing its words', () => {
    expect(button({ isBusy: true }).attributes('aria-busy')).toBe('true')
    expect(button({ isBusy: true }).text()).toBe('保存')
    expect(button({}).attributes('aria-busy')).toBeUndefined()
  })
})
