import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '../../src/domain/refusal.ts'
import { refusal as sentences } from '../../src/messages/refusal.ts'
import { OUTAGE_REASONS } from '../../src/data/errors.ts'
import OutageNote from '../../src/ui/OutageNote.vue'
import RefusalNote from '../../src/ui/RefusalNote.vue'
import { mounted } from './mounted.ts'

describe('a refusal', () => {
  it.each(REFUSAL_CODES)('%s is announced as its sentence', (code) => {
    const note = mounted(RefusalNote, { props: { refusal: { code } } })
    expect(note.attributes('role')).toBe('alert')
    expect(note.text()).toBe(sentences['zh-CN'][code])
  })
})

describe('an outage', () => {
  it.each(OUTAGE_REASONS)('%s is announced as a sentence', (reason) => {
    const note = mounted(OutageNote, { props: { reason } })
    expect(note.attributes('role')).toBe('alert')
    expect(note.get('p').text()).toMatch(/。$/)
  })

  it('can be tried again', async () => {
    const note = mounted(OutageNote, { props: { reason: 'unreachable' } })
    await note.get('button').trigger('click')
    expect(note.emitted('retry')).toHaveLength(1)
  })
})
