import { beforeEach, describe, expect, it } from 'vitest'
import { common } from '../../../src/messages/common.ts'
import { i18n } from '../../../src/messages/i18n.ts'
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
