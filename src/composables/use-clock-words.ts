import { useI18n } from 'vue-i18n'
import { dueStand, isWorkingUnit, spokenAmount, type Limit, type LimitUnit } from '../domain/clock.ts'
import { workingDaysBetween, type WorkCalendar } from '../domain/work-calendar.ts'
import { teachClock } from '../messages/teach-clock.ts'
import { useSessionStore } from '../stores/session.ts'
import { dayOf } from '../domain/zoned-day.ts'
import { useFormat } from './use-format.ts'

/** Deadlines and limits in words, in the chosen language and the time zone of the active root. */
export function useClockWords() {
  teachClock()
  const { t } = useI18n()
  const format = useFormat()
  const session = useSessionStore()

  /** "2 个工作日"; an amount below zero is said without its sign. */
  function limit({ amount, unit }: Limit): string {
    const n = spokenAmount(amount)
    return t(`clock.unit.${unit}`, { n: format.number(n) }, n)
  }

  /** What is left of a clock that has been stopped. */
  function stopped(left: Limit): string {
    return t(left.amount < 0 ? 'clock.stoppedOverdue' : 'clock.stopped', { limit: limit(left) })
  }

  /**
   * "还剩 3 小时", "逾期 2 天"; "还剩 2 个工作日" for a limit in working time, where its calendar is given. A case without
   * a deadline has no running clock.
   */
  function due(dueAt: string | null, now: Date, working?: { unit: LimitUnit | null; calendar: WorkCalendar }): string {
    if (dueAt === null) return t('clock.none')
    const { kind, amount, unit } = dueStand(dueAt, now)
    const side = kind === 'overdue' ? 'overdue' : 'left'
    if (side === 'left' && unit === 'day' && working?.unit && isWorkingUnit(working.unit)) {
      const zone = session.root?.timeZone ?? 'Asia/Shanghai'
      const days = workingDaysBetween(dayOf(now, zone), dayOf(new Date(dueAt), zone), working.calendar)
      if (days > 0) return t('clock.left.workDays', { n: format.number(days) }, days)
    }
    if (amount === 0) return t(`clock.${side}.moment`)
    return t(`clock.${side}.${unit}`, { n: format.number(amount) }, amount)
  }

  return { limit, stopped, due }
}
