import type { OrderCase, OrderContent } from '../../../src/domain/order.ts'
import type { OrderWords } from '../../../src/documents/order-words.ts'

/** A case as an order has frozen it; a test says what matters to it. */
export const orderCase = (no: number, changes: Partial<OrderCase> = {}): OrderCase => ({
  id: `case-${no}`,
  no,
  title: `占道堆放${no}`,
  description: null,
  address: `河堤路 ${no} 号`,
  categoryName: '乱堆乱放',
  categoryNameEn: null,
  areaChain: [
    { name: '禾溪镇', nameEn: null },
    { name: '石桥村', nameEn: null },
  ],
  unitName: '环卫所',
  unitNameEn: null,
  state: 3,
  urgent: false,
  isOpen: true,
  reportedAt: '2026-11-01T01:00:00Z',
  reportedPrecision: 'second',
  dueAt: '2026-11-20T10:00:00Z',
  overdueDays: 2,
  lng: 117.9 + no / 1000,
  lat: 30.9,
  note: null,
  photos: [],
  ...changes,
})

/** A photo of a case by its path. */
export const orderPhoto = (path: string, kind = 'before') => ({
  id: path,
  kind,
  path,
  thumbPath: `${path}-thumb`,
  width: 400,
  height: 300,
  takenAt: null,
})

/** An issued letter to two units about three cases, of which two have photos. */
export const orderContent = (changes: Partial<OrderContent> = {}): OrderContent => ({
  kind: 'supervision',
  no: '禾溪督〔2026〕12号',
  title: '关于占道堆放问题的督办函',
  body: '经督查，下列问题至今未办结。\n\n 请抓紧整改。 ',
  deadlineAt: '2026-11-27T10:00:00Z',
  isOral: false,
  toldTo: null,
  toldAt: null,
  toldBy: null,
  issuedAt: '2026-11-22T10:30:00Z',
  takenAt: '2026-11-22T10:30:00Z',
  timeZone: 'Asia/Shanghai',
  rootName: '禾溪镇',
  rootNameEn: null,
  areaName: '禾溪镇',
  areaNameEn: null,
  addressees: [
    { unitId: 1, name: '环卫所', nameEn: null },
    { unitId: 2, name: '市场监管所', nameEn: null },
  ],
  cases: [
    orderCase(101, { photos: [orderPhoto('a.jpg'), orderPhoto('b.jpg'), orderPhoto('c.jpg', 'after')] }),
    orderCase(102, { note: '已两次提醒' }),
    orderCase(103, { photos: [orderPhoto('d.jpg')] }),
  ],
  counts: { total: 3, open: 3, overdue: 3 },
  ...changes,
})

/** Plain words, so that a test sees the layout and not a language. */
export const plainWords: OrderWords = {
  letterhead: ({ rootName, kind }) => `${rootName} ${kind}`,
  draftNumber: '草稿',
  oralNumber: '口头',
  addressees: (units) => `${units.map(({ name }) => name).join('、')}：`,
  deadline: ({ deadlineAt }) => deadlineAt && `期限 ${deadlineAt}`,
  summary: ({ counts }) => `共 ${counts.total} 件`,
  listTitle: '清单',
  mapTitle: '示意图',
  photosTitle: '照片',
  columns: { no: '序号', problem: '问题', place: '位置', unit: '单位', state: '状态', due: '期限' },
  problem: ({ title, no }) => `${title}（${no} 号）`,
  place: ({ address }) => address ?? '',
  unit: ({ unitName }) => unitName ?? '',
  state: ({ state }) => String(state),
  due: ({ overdueDays }) => (overdueDays === null ? '' : `逾期 ${overdueDays} 天`),
  caseHeading: (position, { no }) => `${position}. ${no} 号`,
  photo: ({ kind }) => kind,
  note: (note) => `备注 ${note}`,
  issuer: ({ rootName }) => rootName,
  issuedOn: () => '2026年11月22日',
  seal: '（印章）',
  footnote: () => '数据截至 2026年11月22日',
}
