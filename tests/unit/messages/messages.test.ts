import { describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { OUTAGE_REASONS } from '../../../src/data/errors.ts'
import { REFUSAL_CODES } from '../../../src/domain/refusal.ts'
import { caseWords } from '../../../src/messages/case-words.ts'
import { cases } from '../../../src/messages/cases.ts'
import { clock } from '../../../src/messages/clock.ts'
import { compileMessage } from '../../../src/messages/compile-message.ts'
import type { Locale, MessageTree } from '../../../src/messages/define-messages.ts'
import { en } from '../../../src/messages/en.ts'
import { entry } from '../../../src/messages/entry.ts'
import { importing } from '../../../src/messages/importing.ts'
import { notices } from '../../../src/messages/notices.ts'
import { orders } from '../../../src/messages/orders.ts'
import { photos } from '../../../src/messages/photos.ts'
import { printing } from '../../../src/messages/printing.ts'
import { refusal } from '../../../src/messages/refusal.ts'
import { relapse } from '../../../src/messages/relapse.ts'
import { replay } from '../../../src/messages/replay.ts'
import { settings } from '../../../src/messages/settings.ts'
import { zhCN } from '../../../src/messages/zh-CN.ts'
import { keysIn, usedKeys } from './used-keys.ts'

const HAN = /\p{Script=Han}/u

function flat(tree: MessageTree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix}.${key}` : key
    if (typeof value === 'string') found.set(path, value)
    else for (const [below, sentence] of flat(value, path)) found.set(below, sentence)
  }
  return found
}

/** What the first load does without. */
const laterIn = (locale: Locale) => ({
  case: caseWords[locale],
  cases: cases[locale],
  clock: clock[locale],
  entry: entry[locale],
  importing: importing[locale],
  notices: notices[locale],
  orders: orders[locale],
  photos: photos[locale],
  printing: printing[locale],
  refusal: refusal[locale],
  relapse: relapse[locale],
  replay: replay[locale],
  settings: settings[locale],
})

const messages = { 'zh-CN': { ...zhCN, ...laterIn('zh-CN') }, en: { ...en, ...laterIn('en') } }
const chinese = flat(messages['zh-CN'])
const english = flat(messages.en)
const keys = [...chinese.keys()]

const placeholders = (sentence = '') => new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))

describe('the messages in both languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...keys].sort())
  })

  it('take the same values', () => {
    const asked = (messages: Map<string, string>) => keys.map((key) => [key, placeholders(messages.get(key))])
    expect(asked(english)).toEqual(asked(chinese))
  })

  it('are never empty', () => {
    expect([...chinese, ...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })

  it('hold no Chinese in the English ones', () => {
    expect([...english].filter(([, sentence]) => HAN.test(sentence))).toEqual([])
  })

  it('use Chinese commas between Chinese words', () => {
    expect([...chinese].filter(([, sentence]) => /\p{Script=Han},\s?\p{Script=Han}/u.test(sentence))).toEqual([])
  })

  it.each(['zh-CN', 'en'] as const)('are all read in %s as vue-i18n reads them', (locale) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const theirs = createI18n({ legacy: false, locale, messages }).global
    const ours = createI18n({ legacy: false, locale, messages, messageCompiler: compileMessage }).global
    warn.mockClear()
    const differs = keys.filter((key) => {
      // vue-i18n writes the count into the values that it is given, so each call gets its own.
      const values = () => Object.fromEntries([...placeholders(chinese.get(key))].map((name) => [name, '7']))
      const read = [0, 1, 2].map((count) => ours.t(key, values(), count))
      const isRead = read.every((sentence, count) => sentence === theirs.t(key, values(), count))
      return !isRead || read.some((sentence) => sentence === key || /[{}|]/.test(sentence))
    })
    expect(differs).toEqual([])
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('every reason', () => {
  it.each(REFUSAL_CODES)('%s of a refusal has its sentence', (code) => {
    expect(chinese.get(`refusal.${code}`)).toMatch(/。$/)
    expect(english.get(`refusal.${code}`)).toMatch(/[.!]$/)
  })

  it.each(OUTAGE_REASONS)('%s of an outage has its sentence', (reason) => {
    expect(chinese.get(`outage.${reason}`)).toMatch(/。$/)
    expect(english.get(`outage.${reason}`)).toMatch(/\.$/)
  })
})

describe('the keys that the code asks for', () => {
  const used = usedKeys()

  it('are found in the code at all', () => {
    expect(used.length).toBeGreaterThan(80)
    expect(keysIn("t('common.retry') + t(`role.name.${x}`)", 'x.ts')).toEqual([
      { file: 'x.ts', key: 'common.retry', isPrefix: false },
      { file: 'x.ts', key: 'role.name.', isPrefix: true },
    ])
  })

  it('exist', () => {
    const missing = used.filter(({ key, isPrefix }) =>
      isPrefix ? !keys.some((each) => each.startsWith(key)) : !chinese.has(key),
    )
    expect(missing).toEqual([])
  })
})
