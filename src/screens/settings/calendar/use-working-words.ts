import { useI18n } from 'vue-i18n'
import { useFormat } from '../../../composables/use-format.ts'
import { weekdayRuns } from './weekday-runs.ts'
import { minutesADay, type WrittenSpan } from './working-spans.ts'

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Working time in words. */
export function useWorkingWords() {
  const { t } = useI18n()
  const format = useFormat()
  const name = (day: number) => t(`settings.calendar.weekday.${day as Weekday}`)

  /** "周一至周五、周日" */
  function weekdayWords(weekdays: readonly number[]): string {
    return weekdayRuns(weekdays)
      .map(([from, to]) =>
        from === to ? name(from) : t('settings.calendar.weekdayRun', { from: name(from), to: name(to) }),
      )
      .join(t('common.listComma'))
  }

  /** "8 小时", "7 小时 30 分钟" */
  function length(minutes: number): string {
    const [n, m] = [Math.floor(minutes / 60), minutes % 60]
    if (n === 0) return t('settings.calendar.minutes', { m })
    if (m > 0) return t('settings.calendar.hoursAndMinutes', { n, m })
    return t('settings.calendar.hours', { n: format.number(n) }, n)
  }

  /** "一个工作日 = 8 小时；周一至周五，08:00–12:00、14:00–18:00 计时。" */
  function meaning(spans: readonly WrittenSpan[], weekdays: readonly number[]): string {
    return t('settings.calendar.meaning', {
      hours: length(minutesADay(spans)),
      weekdays: weekdayWords(weekdays),
      spans: spans.map(([from, to]) => t('settings.calendar.span', { from, to })).join(t('common.listComma')),
    })
  }

  return { name, meaning }
}
