import { defineComponent, h } from 'vue'
import { describe, expect, it } from 'vitest'
import { useClockWords } from '../../src/composables/use-clock-words.ts'
import type { LimitUnit } from '../../src/domain/clock.ts'
import { workCalendar } from '../../src/domain/work-calendar.ts'
import { speak } from '../../src/messages/speak.ts'
import { mounted } from './mounted.ts'

type Words = ReturnType<typeof useClockWords>

/** What a part of a screen would write. */
function written(say: (words: Words) => string): string {
  const Part = defineComponent(() => {
    const words = useClockWords()
    return () => h('p', say(words))
  })
  return mounted(Part).text()
}

const NOW = new Date('2026-09-29T02:00:00Z')
const holidays = Array.from({ length: 7 }, (_, i) => ({
  id: i,
  day: `2026-10-0${i + 1}`,
  isWorking: false,
  isShipped: true,
  name: '国庆节',
  nameEn: null,
}))
const calendar = workCalendar(holidays, [1, 2, 3, 4, 5])
const working = (unit: LimitUnit) => ({ unit, calendar })

describe('a deadline in words', () => {
  it.each([
    ['2026-09-29T05:00:00Z', '还剩 3 小时', '3 hours left'],
    ['2026-09-29T03:00:00Z', '还剩 1 小时', '1 hour left'],
    ['2026-09-29T02:20:00Z', '还剩 20 分钟', '20 minutes left'],
    ['2026-09-29T02:00:20Z', '马上到期', 'Due this minute'],
    ['2026-10-09T02:00:00Z', '还剩 10 天', '10 days left'],
    ['2026-09-29T01:59:50Z', '刚刚逾期', 'Just overdue'],
    ['2026-09-28T02:00:00Z', '逾期 24 小时', '24 hours overdue'],
    ['2026-09-27T02:00:00Z', '逾期 2 天', '2 days overdue'],
    [null, '未计时', 'No clock runs'],
  ])('%s: %s, %s', async (dueAt, chinese, english) => {
    await speak('zh-CN')
    expect(written(({ due }) => due(dueAt, NOW))).toBe(chinese)
    await speak('en')
    expect(written(({ due }) => due(dueAt, NOW))).toBe(english)
    await speak('zh-CN')
  })

  it('is said in working days where the limit counts them: a holiday in between is none', () => {
    expect(written(({ due }) => due('2026-10-09T02:00:00Z', NOW, working('working_day')))).toBe('还剩 3 个工作日')
    expect(written(({ due }) => due('2026-10-09T02:00:00Z', NOW, working('calendar_day')))).toBe('还剩 10 天')
    expect(written(({ due }) => due('2026-09-29T05:00:00Z', NOW, working('working_day')))).toBe('还剩 3 小时')
  })
})

describe('a limit in words', () => {
  it('names its unit', () => {
    expect(written(({ limit }) => limit({ amount: 5, unit: 'working_day' }))).toBe('5 个工作日')
    expect(written(({ limit }) => limit({ amount: 24, unit: 'urgent_hour' }))).toBe('24 个紧急工作时')
  })

  it('is what is left, or over, of a stopped clock', () => {
    expect(written(({ stopped }) => stopped({ amount: 1.75, unit: 'working_day' }))).toBe('暂停计时，还剩 1.8 个工作日')
    expect(written(({ stopped }) => stopped({ amount: -3, unit: 'working_hour' }))).toBe('暂停计时，已逾期 3 个工作时')
  })
})
