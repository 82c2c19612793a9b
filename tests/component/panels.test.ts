import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import ChoiceRow from '../../src/ui/ChoiceRow.vue'
import ConnectionBadge from '../../src/ui/ConnectionBadge.vue'
import EmptyState from '../../src/ui/EmptyState.vue'
import PopPanel from '../../src/ui/PopPanel.vue'
import SkeletonRows from '../../src/ui/SkeletonRows.vue'
import TextField from '../../src/ui/TextField.vue'
import { mounted } from './mounted.ts'

describe('a panel that pops up', () => {
  const panel = () =>
    mounted(PopPanel, { props: { label: '账户' }, slots: { button: () => '李', default: () => h('p', '里面') } })

  it('opens and closes with its button, and says so', async () => {
    const shown = panel()
    const button = shown.get('button')
    expect(button.attributes('aria-expanded')).toBe('false')
    await button.trigger('click')
    expect([button.attributes('aria-expanded'), shown.find('p').exists()]).toEqual(['true', true])
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('false')
  })

  it('closes with Esc and gives the focus back', async () => {
    const shown = panel()
    await shown.get('button').trigger('click')
    await shown.get('p').trigger('keydown', { key: 'Escape' })
    expect(shown.get('button').attributes('aria-expanded')).toBe('false')
    await expect.poll(() => document.activeElement).toBe(shown.get('button').element)
  })
})

describe('a row of choices', () => {
  it('is a group of radio buttons of which one is chosen', async () => {
    const options = [
      { value: 'light', text: '浅色' },
      { value: 'dark', text: '深色' },
    ]
    const shown = mounted(ChoiceRow, { props: { label: '外观', options, modelValue: 'light' } })
    const radios = shown.findAll<HTMLInputElement>('input[type=radio]')
    expect(radios.map((each) => each.element.checked)).toEqual([true, false])
    await radios[1]!.setValue()
    expect(shown.emitted('update:modelValue')).toEqual([['dark']])
    expect(shown.get('legend').text()).toBe('外观')
  })
})

describe('a field', () => {
  it('belongs to its label and says what is wrong with it', () => {
    const props = { label: '邮箱', modelValue: '', problem: '请填写完整的邮箱地址。', hint: '例如' }
    const field = mounted(TextField, { props })
    const input = field.get('input')
    expect(field.get('label').attributes('for')).toBe(input.attributes('id'))
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(field.get(`[id="${input.attributes('aria-describedby')}"]`).text()).toBe('请填写完整的邮箱地址。')
  })
})

describe('a connection', () => {
  it.each(['connecting', 'live', 'lost'])('that is %s has a look of its own and is announced', (state) => {
    const badge = mounted(ConnectionBadge, { props: { state }, slots: { default: () => '实时' } })
    expect(badge.classes()).toContain(state)
    expect(badge.attributes('role')).toBe('status')
  })
})

describe('waiting and emptiness', () => {
  it('show rows that are told to whoever cannot see them', () => {
    const rows = mounted(SkeletonRows, { props: { rows: 3, label: '载入中' } })
    expect([rows.findAll('.row').length, rows.attributes('aria-label')]).toEqual([3, '载入中'])
  })

  it('name what is missing and lead on', () => {
    const props = { title: '还没有问题点位', body: '上报之后' }
    const empty = mounted(EmptyState, { props, slots: { default: () => h('a', { href: '/import' }, '去导入') } })
    expect([empty.get('h2').text(), empty.get('a').text()]).toEqual(['还没有问题点位', '去导入'])
  })
})
