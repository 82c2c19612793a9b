import { describe, expect, it } from 'vitest'
import MenuButton from '../../src/ui/MenuButton.vue'
import { mounted } from './mounted.ts'

const ITEMS = [
  { value: 1, text: 'Birch' },
  { value: 2, text: 'Cedar' },
  { value: 3, text: 'Chestnut' },
]

function menu() {
  const shown = mounted(MenuButton, {
    props: { label: '乡镇', items: ITEMS, current: 2 },
    slots: { default: () => 'Cedar' },
  })
  const opener = shown.get('button')
  const press = (key: string) => shown.get('[role=menu]').trigger('keydown', { key })
  const focused = () => document.activeElement?.textContent?.trim()
  return { shown, opener, press, focused }
}

describe('a menu button', () => {
  it('says that it has a menu, and whether it is open', async () => {
    const { shown, opener } = menu()
    expect([opener.attributes('aria-haspopup'), opener.attributes('aria-expanded')]).toEqual(['menu', 'false'])
    await opener.trigger('click')
    expect(opener.attributes('aria-expanded')).toBe('true')
    expect(shown.get('[role=menu]').attributes('id')).toBe(opener.attributes('aria-controls'))
    expect(shown.findAll('[role=menuitem]').map((item) => item.attributes('aria-current'))).toEqual([
      undefined,
      'true',
      undefined,
    ])
  })

  it.each([
    ['ArrowDown', 'Birch'],
    ['ArrowUp', 'Chestnut'],
  ])('opens with %s on %s', async (key, first) => {
    const { opener, focused } = menu()
    await opener.trigger('keydown', { key })
    await expect.poll(focused).toBe(first)
  })

  it('is walked with arrows, ends and letters, round and round', async () => {
    const { opener, press, focused } = menu()
    await opener.trigger('click')
    await expect.poll(focused).toBe('Birch')
    const walked: unknown[] = []
    for (const key of ['ArrowUp', 'ArrowDown', 'End', 'Home', 'c', 'c', 'c', 'z', 'ArrowDown']) {
      await press(key)
      walked.push(focused())
    }
    expect(walked).toEqual([
      'Chestnut',
      'Birch',
      'Chestnut',
      'Birch',
      'Cedar',
      'Chestnut',
      'Cedar',
      'Cedar',
      'Chestnut',
    ])
  })

  it('closes with Esc and gives the focus back', async () => {
    const { shown, opener, press } = menu()
    await opener.trigger('click')
    await press('Escape')
    expect([opener.attributes('aria-expanded'), document.activeElement]).toEqual(['false', opener.element])
    expect(shown.emitted('choose')).toBeUndefined()
  })

  it('tells what is chosen and closes', async () => {
    const { shown, opener } = menu()
    await opener.trigger('click')
    await shown.findAll('[role=menuitem]')[2]!.trigger('click')
    expect(shown.emitted('choose')).toEqual([[3]])
    expect([opener.attributes('aria-expanded'), document.activeElement]).toEqual(['false', opener.element])
  })

  it('closes when the focus goes elsewhere', async () => {
    const { shown, opener } = menu()
    const elsewhere = document.body.appendChild(document.createElement('button'))
    await opener.trigger('click')
    await shown.get('[role=menuitem]').trigger('focusout', { relatedTarget: elsewhere })
    expect(opener.attributes('aria-expanded')).toBe('false')
  })
})
