/** A letter of the demo: to whom, about how many overdue cases, how long ago, and how far its answer has come. */
export interface DemoOrder {
  readonly kind: 'supervision' | 'rectification' | 'bulletin'
  readonly unitKeys: readonly string[]
  readonly title: string
  readonly body: string
  readonly cases: number
  /** Days since it was issued; null for a draft. */
  readonly daysAgo: number | null
  /** Working days from then on; null for none. */
  readonly deadlineDays: number | null
  /** Days until the first unit signed for it; null while nobody has. */
  readonly receivedAfter: number | null
  /** Days until the first unit answered, and what; null while it has not. */
  readonly reply: { readonly after: number; readonly text: string } | null
}

const SUPERVISION = '经督查，下列问题至今未办结。请你单位明确责任人，抓紧整改，并在期限前将办理情况书面回复。'
const RECTIFICATION =
  '经检查，你单位负责的下列点位存在问题。现责令限期整改，整改完成后提交整改后照片，由督查组核查。逾期未整改的，将予以通报。'

/** In the order in which they are issued, a draft last: the supervisor sees every state of a letter, the handler of the demo one that waits. */
export const DEMO_ORDERS: readonly DemoOrder[] = [
  {
    kind: 'rectification',
    unitKeys: ['power'],
    title: '关于供电缆线逾期问题的限期整改通知书',
    body: RECTIFICATION,
    cases: 5,
    daysAgo: 23,
    deadlineDays: 10,
    receivedAfter: 1,
    reply: { after: 9, text: '已安排两个班组逐杆整理，集镇段已完成，其余点位结合迁改本月内完成。' },
  },
  {
    kind: 'supervision',
    unitKeys: ['works'],
    title: '关于市政设施逾期问题的督办函',
    body: SUPERVISION,
    cases: 6,
    daysAgo: 16,
    deadlineDays: 7,
    receivedAfter: 1,
    reply: { after: 6, text: '已列入养护计划，有安全隐患的先行处理，其余待施工队进场。' },
  },
  {
    kind: 'bulletin',
    unitKeys: ['urban', 'market_office', 'sanitation', 'works'],
    title: '关于环境整治逾期案件的督查通报',
    body: '现将近期督查情况通报如下，请各责任单位对照清单，举一反三，抓好整改。',
    cases: 12,
    daysAgo: 12,
    deadlineDays: null,
    receivedAfter: 1,
    reply: null,
  },
  {
    kind: 'supervision',
    unitKeys: ['urban'],
    title: '关于市容秩序逾期问题的督办函',
    body: SUPERVISION,
    cases: 4,
    daysAgo: 11,
    deadlineDays: 5,
    receivedAfter: 2,
    reply: null,
  },
  {
    kind: 'rectification',
    unitKeys: ['market_office'],
    title: '关于农贸市场逾期问题的限期整改通知书',
    body: RECTIFICATION,
    cases: 3,
    daysAgo: 5,
    deadlineDays: 10,
    receivedAfter: 1,
    reply: null,
  },
  {
    kind: 'supervision',
    unitKeys: ['telecom'],
    title: '关于通信缆线逾期问题的督办函',
    body: SUPERVISION,
    cases: 4,
    daysAgo: 2,
    deadlineDays: 7,
    receivedAfter: null,
    reply: null,
  },
  {
    kind: 'supervision',
    unitKeys: ['urban'],
    title: '关于城管领域长期未办结问题的督办函',
    body: SUPERVISION,
    cases: 3,
    daysAgo: 1,
    deadlineDays: 10,
    receivedAfter: null,
    reply: null,
  },
  {
    kind: 'supervision',
    unitKeys: ['sanitation', 'agriculture', 'order'],
    title: '关于逾期未办结问题的督办函',
    body: SUPERVISION,
    cases: 3,
    daysAgo: null,
    deadlineDays: 5,
    receivedAfter: null,
    reply: null,
  },
]
