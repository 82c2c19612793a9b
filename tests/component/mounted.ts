import { mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { i18n, teachRefusals } from '../../src/messages/i18n.ts'
import { speak } from '../../src/messages/speak.ts'

await speak('zh-CN')
await teachRefusals()

/** Mounts a component as the app does: with its messages, in Chinese, and with empty stores. */
export function mounted(component: Component, options: ComponentMountingOptions<unknown> = {}): VueWrapper {
  const pinia = createPinia()
  setActivePinia(pinia)
  return mount(component, { attachTo: document.body, ...options, global: { plugins: [i18n, pinia] } } as never)
}
