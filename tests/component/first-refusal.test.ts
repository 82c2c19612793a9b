import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { i18n } from '../../src/messages/i18n.ts'
import { refusal } from '../../src/messages/refusal.ts'
import { speak } from '../../src/messages/speak.ts'
import RefusalNote from '../../src/ui/RefusalNote.vue'

it('the first refusal that anybody sees is written as soon as the sentences of refusals are here', async () => {
  await speak('zh-CN')
  const note = mount(RefusalNote, { props: { refusal: { code: 'order_not_found' } }, global: { plugins: [i18n] } })
  await vi.waitFor(() => expect(note.text()).toBe(refusal['zh-CN'].order_not_found))
})
