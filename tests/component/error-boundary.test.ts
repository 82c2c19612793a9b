import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import ErrorBoundary from '../../src/app/ErrorBoundary.vue'
import { mounted } from './mounted.ts'

function around(thrown: unknown) {
  const Breaking = defineComponent({
    setup: () => () => h('button', { onClick: () => { throw thrown } }, '按'), // prettier-ignore
  })
  vi.stubGlobal('reportError', vi.fn())
  return mounted(ErrorBoundary, { slots: { default: () => h(Breaking) } })
}

describe('a defect in a page', () => {
  it('takes the place of the page with a sentence and a way on', async () => {
    const page = around(new Error('undefined is not a hotspot'))
    await page.get('button').trigger('click')
    expect(page.get('[role=alert]').text()).toContain('页面出了错')
    expect(page.get('code').text()).toBe('Error: undefined is not a hotspot')
    expect(page.get('button').text()).toBe('重新载入')
    expect(globalThis.reportError).toHaveBeenCalledOnce()
  })

  it('is noticed in a promise that nobody waited for', async () => {
    const page = around(null)
    const event = new Event('unhandledrejection')
    Object.assign(event, { reason: new TypeError('late') })
    globalThis.dispatchEvent(event)
    await nextTick()
    expect(page.get('code').text()).toBe('TypeError: late')
  })

  it('is not what the end of an unwanted request is', async () => {
    const page = around(new DOMException('no longer wanted', 'AbortError'))
    await page.get('button').trigger('click')
    expect(page.find('[role=alert]').exists()).toBe(false)
  })
})
