import type { LimitUnit } from '../domain/clock.ts'
import { defineMessages, type Messages } from './define-messages.ts'

type Lengths = Record<'minute' | 'hour' | 'day', string>

/** Deadlines in words. */
export const clock: Messages<{
  left: Lengths & { moment: string; workDays: string }
  overdue: Lengths & { moment: string }
  unit: Record<LimitUnit, string>
  unitName: Record<LimitUnit, string>
  stopped: string
  stoppedOverdue: string
  none: string
}> = defineMessages({
  'zh-CN': {
    left: {
      moment: '马上到期',
      minute: '还剩 {n} 分钟',
      hour: '还剩 {n} 小时',
      day: '还剩 {n} 天',
      workDays: '还剩 {n} 个工作日',
    },
    overdue: {
      moment: '刚刚逾期',
      minute: '逾期 {n} 分钟',
      hour: '逾期 {n} 小时',
      day: '逾期 {n} 天',
    },
    unit: {
      urgent_hour: '{n} 个紧急工作时',
      urgent_day: '{n} 个紧急工作日',
      working_hour: '{n} 个工作时',
      working_day: '{n} 个工作日',
      calendar_day: '{n} 个自然日',
    },
    unitName: {
      urgent_hour: '紧急工作时',
      urgent_day: '紧急工作日',
      working_hour: '工作时',
      working_day: '工作日',
      calendar_day: '自然日',
    },
    stopped: '暂停计时，还剩 {limit}',
    stoppedOverdue: '暂停计时，已逾期 {limit}',
    none: '未计时',
  },
  en: {
    left: {
      moment: 'Due this minute',
      minute: '{n} minute left | {n} minutes left',
      hour: '{n} hour left | {n} hours left',
      day: '{n} day left | {n} days left',
      workDays: '{n} working day left | {n} working days left',
    },
    overdue: {
      moment: 'Just overdue',
      minute: '{n} minute overdue | {n} minutes overdue',
      hour: '{n} hour overdue | {n} hours overdue',
      day: '{n} day overdue | {n} days overdue',
    },
    unit: {
      urgent_hour: '{n} urgent hour | {n} urgent hours',
      urgent_day: '{n} urgent day | {n} urgent days',
      working_hour: '{n} working hour | {n} working hours',
      working_day: '{n} working day | {n} working days',
      calendar_day: '{n} calendar day | {n} calendar days',
    },
    unitName: {
      urgent_hour: 'Urgent hour',
      urgent_day: 'Urgent day',
      working_hour: 'Working hour',
      working_day: 'Working day',
      calendar_day: 'Calendar day',
    },
    stopped: 'Clock stopped, {limit} left',
    stoppedOverdue: 'Clock stopped, {limit} overdue',
    none: 'No clock runs',
  },
})
