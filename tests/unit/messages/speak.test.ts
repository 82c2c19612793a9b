import { beforeEach, describe, expect, it, vi } from 'vitest'
import { common } from '../../../src/messages/common.ts'
import { i18n } from '../../../src/messages/i18n.ts'
import { refusal } from '../../../src/messages/refusal.ts'
import { speak } from '../../../src/messages/speak.ts'

const product = () => i18n.global.t('common.product')

beforeEach(() => speak('zh-CN'))

describe('a language', () => {
  it('is spoken once its sentences are there', async () => {
    expect(product()).toBe(common['zh-CN'].product)
    await speak('en')
    expect([i18n.global.locale.value, product()]).toEqual(['en', common.en.product])
  })

  it('that was asked for last is spoken, whichever comes first', async () => {
    await Promise.all([speak('en'), speak('zh-CN')])
    expect(product()).toBe(common['zh-CN'].product)
    await Promise.all([speak('zh-CN'), speak('en')])
    expect(product()).toBe(common.en.product)
  })

  it('that nobody knows is Chinese', async () => {
    await speak('en')
    await speak('tlh' as 'en')
    expect(product()).toBe(common['zh-CN'].product)
  })
})

describe('the sentence of a refusal', () => {
  it('is brought by the first that is asked for, and until then nothing is said rather than its code', async () => {
    const said = () => i18n.global.t('refusal.not_allowed')
    expect(said()).toBe('')
    await vi.waitFor(() => expect(said()).toBe(refusal['zh-CN'].not_allowed))
    await speak('en')
    expect(said()).toBe(refusal.en.not_allowed)
  })
})
