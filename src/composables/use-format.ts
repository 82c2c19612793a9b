import { useI18n } from 'vue-i18n'
import type { TimePrecision } from '../domain/hotspot.ts'
import type { Locale } from '../messages/define-messages.ts'
import { formatInstant, formatNumber, formatShare, formatTime, nameIn } from '../messages/format.ts'
import { useSessionStore } from '../stores/session.ts'

/** Numbers, shares, times and names as the chosen language writes them; times in the time zone of the active root. */
export function useFormat() {
  const { locale } = useI18n()
  const session = useSessionStore()
  const language = () => locale.value as Locale
  const timeZone = () => session.root?.timeZone

  return {
    number: (n: number) => formatNumber(n, language()),
    share: (share: number) => formatShare(share, language()),
    time: (instant: string) => formatTime(instant, language(), timeZone()),
    instant: (instant: string, precision?: TimePrecision) => formatInstant(instant, language(), timeZone(), precision),
    name: (named: { name: string; nameEn: string | null }) => nameIn(named, language()),
  }
}
