import type { HotspotStatus } from '../domain/status.ts'
import type { StatusGroup } from '../domain/status-group.ts'
import { defineMessages, type Messages } from './define-messages.ts'

type StatusWords = { name: Record<HotspotStatus, string>; closedPerSource: string; group: Record<StatusGroup, string> }

/** `status.name.<status>`, `status.closedPerSource` and `status.group.<group>`. */
export const status: Messages<StatusWords> = defineMessages({
  'zh-CN': {
    name: {
      reported: '已上报',
      accepted: '已立案',
      assigned: '已派遣',
      in_progress: '处置中',
      handed_in: '待核查',
      closed: '已结案',
      held: '已巩固',
      rejected: '不予立案',
      duplicate: '重复',
      transferred: '已移交',
      suspended: '挂账',
    },
    closedPerSource: '来源称已结案',
    group: {
      todo: '待处置',
      doing: '处置中',
      review: '待核查',
      done: '已核查',
      source_done: '来源称已结案',
      paused: '挂账',
      ended: '已了结',
    },
  },
  en: {
    name: {
      reported: 'Reported',
      accepted: 'Accepted',
      assigned: 'Assigned',
      in_progress: 'In work',
      handed_in: 'Handed in',
      closed: 'Closed',
      held: 'Held',
      rejected: 'Rejected',
      duplicate: 'Duplicate',
      transferred: 'Transferred',
      suspended: 'Suspended',
    },
    closedPerSource: 'Closed per source',
    group: {
      todo: 'To do',
      doing: 'In work',
      review: 'Handed in',
      done: 'Verified',
      source_done: 'Closed per source',
      paused: 'Suspended',
      ended: 'Ended',
    },
  },
})
