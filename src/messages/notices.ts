import type { NoticeKind } from '../domain/notice.ts'
import { defineMessages } from './define-messages.ts'

type KindWords = Record<NoticeKind, string>

const kindZh: KindWords = {
  overdue: '{n} 件逾期未结',
  sent_back: '{n} 件被退回返工',
  urged: '{n} 件被督办',
  due_soon: '{n} 件即将到期',
  assigned: '{n} 件新派给本单位，待接单',
  to_verify: '{n} 件等待核查',
  extension_asked: '{n} 件申请延期',
  returned: '{n} 件被责任单位退回，待重新派遣',
  to_accept: '{n} 件上报，待立案',
  to_revisit: '{n} 件到了回头看的日子',
  order_received: '{n} 份文书待签收',
  order_to_reply: '{n} 份文书待回复',
  order_answered: '{n} 份文书已有回复',
}

const kindEn: KindWords = {
  overdue: '{n} case is overdue | {n} cases are overdue',
  sent_back: '{n} case was sent back for rework | {n} cases were sent back for rework',
  urged: '{n} case was urged | {n} cases were urged',
  due_soon: '{n} case is due soon | {n} cases are due soon',
  assigned: '{n} case was assigned to your unit | {n} cases were assigned to your unit',
  to_verify: '{n} case waits to be verified | {n} cases wait to be verified',
  extension_asked: '{n} case asks for more time | {n} cases ask for more time',
  returned: '{n} case was returned and needs a unit | {n} cases were returned and need a unit',
  to_accept: '{n} report waits to be accepted | {n} reports wait to be accepted',
  to_revisit: '{n} case is due for a revisit | {n} cases are due for a revisit',
  order_received: '{n} document to sign for | {n} documents to sign for',
  order_to_reply: '{n} document to reply to | {n} documents to reply to',
  order_answered: '{n} document was answered | {n} documents were answered',
}

/** Words of notices; they come with their panel (teach-notices.ts). */
export const notices = defineMessages({
  'zh-CN': {
    title: '提醒',
    kind: kindZh,
    more: '{n}+',
    unseen: '{n} 项新的',
    all: '全部列出',
    untitled: '{no} 号案件',
    nothing: '没有等您处理的事项。新派遣、到期、退回和文书会出现在这里。',
    failed: '提醒暂时取不到，正在重试。',
  },
  en: {
    title: 'Notices',
    kind: kindEn,
    more: '{n}+',
    unseen: '{n} new',
    all: 'List all',
    untitled: 'Case {no}',
    nothing: 'Nothing is waiting for you. New work, deadlines, what is sent back and documents appear here.',
    failed: 'Notices cannot be fetched just now; trying again.',
  },
})
