import { useI18n } from 'vue-i18n'

/** Days (YYYY-MM-DD) as the chosen language writes them: whole, and by month alone. */
export function useDayFormat() {
  const { locale } = useI18n()
  const written = (options: Intl.DateTimeFormatOptions) => (day: string) =>
    new Intl.DateTimeFormat(locale.value, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

  return {
    whole: written({ dateStyle: 'medium' }),
    weekday: written({ weekday: 'long' }),
    month: written({ month: 'short' }),
    year: written({ year: 'numeric' }),
  }
}
