import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { bestMatches, matchName } from '../../../src/domain/search/match-name.ts'
import { pinyinMatch } from '../../../src/domain/search/pinyin-match.ts'
import { readingsWith } from '../../../src/screens/map/search/readings-with.ts'

const readingsOf = readingsWith(pinyin)
const fits = (name: string, typed: string, nameEn: string | null = null) =>
  matchName({ name, nameEn }, typed, readingsOf(name))

describe('the sound of a name', () => {
  it.each([
    ['石桥村', ['shiqiaocun', 'sqc', 'shiqiao', 'shiq', 'sqiao', 'shqc', 'qiaocun', 'qc', 's', 'SQC', "shi'qiao"]],
    ['重庆路', ['chongqinglu', 'cql', 'zql', 'zhongqing', 'chongq']],
    ['长江街', ['changjiang', 'zhangjiang', 'cjj', 'zjj']],
    ['银行巷', ['yinhang', 'yinxing', 'yhx', 'yx']],
    ['绿野村', ['lvye', 'luye', 'lüye', 'lyc']],
    ['示例镇人民政府', ['shilizhen', 'slzrmzf', 'renminzhengfu', 'rmzf', 'zhengf']],
    ['禾溪12组', ['hexi12', 'hx12zu', 'hx1']],
  ])('finds %s by what people type', (name, all) => {
    for (const typed of all) expect(fits(name, typed), typed).not.toBeNull()
  })

  it.each([
    ['石桥村', ['sc', 'qiaoshi', 'shiqiaocunx', 'x', 'hiqiao', 'iao', '12', 'shixqiao']],
    ['重庆路', ['tongqing', 'cl']],
  ])('does not find %s by anything else', (name, all) => {
    for (const typed of all) expect(fits(name, typed), typed).toBeNull()
  })

  it('ranks whole syllables before initials before a mixture', () => {
    const rank = (typed: string) => pinyinMatch(readingsOf('石桥村'), typed)?.rank
    expect([rank('shiqiao'), rank('sqc'), rank('sqiaoc')]).toEqual([0, 1, 2])
  })

  it('answers at once for the longest name and the worst letters', () => {
    const name = '石'.repeat(60)
    expect(fits(name, 'shi'.repeat(33))).not.toBeNull()
    expect(fits(name, `${'sh'.repeat(40)}x`)).toBeNull()
  })
})

describe('a name', () => {
  it('fits by itself, by the beginning of an English word, by its sound, in this order', () => {
    const order = ['石桥村', '石桥', '桥村'].map((typed) => fits('石桥村', typed))
    const english = ['shiqiao v', 'village'].map((typed) => fits('石桥村', typed, 'Shiqiao Village'))
    const sound = ['shiqiao', 'qiaocun'].map((typed) => fits('石桥村', typed))
    const all = [...order, ...english, ...sound]
    expect(all).toEqual(all.toSorted((a, b) => a! - b!))
    expect(new Set(all).size).toBe(all.length)
    expect(fits('石桥村', 'illage', 'Shiqiao Village')).toBeNull()
  })

  it('fits without its sound, as long as that is not known', () => {
    expect(matchName({ name: '石桥村', nameEn: null }, '石桥', null)).not.toBeNull()
    expect(matchName({ name: '石桥村', nameEn: null }, 'sqc', null)).toBeNull()
  })

  it('fits nothing that is nothing', () => {
    expect(fits('石桥村', ' ')).toBeNull()
    expect(fits('石桥村', '(')).toBeNull()
  })
})

describe('the best of many names', () => {
  const all = ['桥头村', '石桥村村民委员会', '石桥村', '青溪村'].map((name) => ({ name, nameEn: null }))
  const found = (typed: string, limit = 9) =>
    bestMatches(all, typed, ({ name }) => readingsOf(name), limit).map(({ name }) => name)

  it('come best first, the shorter before the longer', () => {
    expect(found('石桥')).toEqual(['石桥村', '石桥村村民委员会'])
    expect(found('qiao')).toEqual(['桥头村', '石桥村', '石桥村村民委员会'])
    expect(found('qx')).toEqual(['青溪村'])
    expect(found('桥', 1)).toEqual(['桥头村'])
    expect(found('zzz')).toEqual([])
  })
})
