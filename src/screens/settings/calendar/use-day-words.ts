import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '../../../composables/use-format.ts'
import type { DayFacts } from './calendar-month.ts'

/** A day of the calendar in words. */
export function useDayWords() {
  const { t, locale } = useI18n()
  const format = useFormat()
  const dates = computed(
    () =>
      new Intl.DateTimeFormat(locale.value, {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        weekday: 'long',
        timeZone: 'UTC',
      }),
  )

  /** "2026年10月10日星期六" */
  const date = (day: string) => dates.value.format(new Date(`${day}T00:00:00Z`))

  const stand = (isWorking: boolean) => t(isWorking ? 'settings.calendar.working' : 'settings.calendar.dayOff')

  /** "休息，国庆节，本地改动" */
  function title({ isWorking, named, isOwn }: DayFacts): string {
    const parts = [stand(isWorking), named && format.name(named), isOwn && t('settings.calendar.ownDay')]
    return parts.filter(Boolean).join(t('common.comma'))
  }

  const label = (facts: DayFacts) => t('settings.calendar.dayLabel', { day: date(facts.day), stand: title(facts) })

  return { date, stand, title, label }
}
