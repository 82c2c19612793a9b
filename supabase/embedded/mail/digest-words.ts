import type { NoticeGroup } from './notices.ts'

/** How many of what, by kind of notice, in the order in which the app shows them. Mail is Chinese: nobody's language is kept. */
const WORDS = {
  overdue: '件逾期',
  sent_back: '件被退回返工',
  urged: '件被督办',
  due_soon: '件即将到期',
  assigned: '件待接单',
  to_verify: '件待核查',
  extension_asked: '件申请延期',
  returned: '件被退回、待重新派遣',
  to_accept: '件待立案',
  to_revisit: '件待回头看',
  order_received: '份文书待签收',
  order_to_reply: '份文书待回复',
  order_answered: '份文书已有回复',
}

const KINDS = Object.keys(WORDS) as (keyof typeof WORDS)[]

const isKnown = (kind: string): kind is keyof typeof WORDS => Object.hasOwn(WORDS, kind)

/** What a group says in a few words: `3 件逾期`. A kind that nobody has told of here is `项待处理`. */
export function wordsOf({ kind, n, isMore }: NoticeGroup): string {
  return `${isMore ? '超过 ' : ''}${n} ${isKnown(kind) ? WORDS[kind] : '项待处理'}`
}

/** The groups with the most pressing first; kinds without a word last. */
export function byUrgency(groups: readonly NoticeGroup[]): NoticeGroup[] {
  const rank = ({ kind }: NoticeGroup) => (isKnown(kind) ? KINDS.indexOf(kind) : KINDS.length)
  return groups.toSorted((one, other) => rank(one) - rank(other))
}

/** Whether a group is of orders, which have pages of their own. */
export const isOfOrders = ({ kind }: NoticeGroup): boolean => kind.startsWith('order_')
