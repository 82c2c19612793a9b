import type { TimePrecision } from './hotspot.ts'
import type { HotspotState } from './status.ts'

/** 督办函, 限期整改通知书, 督查通报. */
export const ORDER_KINDS = ['supervision', 'rectification', 'bulletin'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

export const ORDER_STATUSES = ['draft', 'issued', 'withdrawn'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** The parts of the list; `to_receive` and `to_reply` ask only the own unit of a handler. */
export const ORDER_VIEWS = ['all', 'drafts', 'to_receive', 'to_reply', 'overdue', 'issued', 'withdrawn'] as const
export type OrderView = (typeof ORDER_VIEWS)[number]

export interface Named {
  name: string
  nameEn: string | null
}

/** A photo of a case as its files lie in the bucket. */
export interface OrderPhoto {
  id: string
  kind: string
  path: string
  thumbPath: string
  width: number
  height: number
  takenAt: string | null
}

/** A case as a document prints it. `overdueDays` are whole days past the deadline, null when it was not overdue. Instants are ISO 8601. */
export interface OrderCase {
  id: string
  no: number
  title: string | null
  description: string | null
  address: string | null
  categoryName: string
  categoryNameEn: string | null
  areaChain: Named[]
  unitName: string | null
  unitNameEn: string | null
  state: HotspotState
  urgent: boolean
  isOpen: boolean
  reportedAt: string
  reportedPrecision: TimePrecision
  dueAt: string | null
  overdueDays: number | null
  lng: number
  lat: number
  note: string | null
  photos: OrderPhoto[]
}

/** Everything that an order prints: frozen when it was issued, as things are now for a draft. */
export interface OrderContent {
  kind: OrderKind
  no: string | null
  title: string
  body: string
  deadlineAt: string | null
  isOral: boolean
  toldTo: string | null
  toldAt: string | null
  toldBy: string | null
  issuedAt: string | null
  takenAt: string
  timeZone: string
  rootName: string
  rootNameEn: string | null
  areaName: string
  areaNameEn: string | null
  addressees: (Named & { unitId: number })[]
  cases: OrderCase[]
  counts: { total: number; open: number; overdue: number }
}

/** A unit that an order goes to; people are named only to who leads. */
export interface OrderAddressee extends Named {
  unitId: number
  isMine: boolean
  receivedAt: string | null
  receivedBy: string | null
  repliedAt: string | null
  repliedBy: string | null
  reply: string | null
}

/** What a case of an order is now. */
export interface OrderCaseNow {
  id: string
  no: number
  state: HotspotState
  isOpen: boolean
  maySee: boolean
}

/** An order with its document, its answers and what its cases are now. */
export interface Order {
  id: string
  areaId: number
  kind: OrderKind
  status: OrderStatus
  no: string | null
  title: string
  body: string
  deadlineAt: string | null
  isOral: boolean
  version: number
  issuedAt: string | null
  withdrawnAt: string | null
  withdrawReason: string | null
  mayEdit: boolean
  content: OrderContent
  addressees: OrderAddressee[]
  now: OrderCaseNow[]
}

/** An order as a row of the list. */
export interface OrderRow {
  id: string
  kind: OrderKind
  status: OrderStatus
  no: string | null
  title: string
  isOral: boolean
  deadlineAt: string | null
  issuedAt: string | null
  createdAt: string
  cases: number
  addressees: (Named & { unitId: number; received: boolean; replied: boolean })[]
}

/** What a supervisor says of an order. */
export interface OrderInput {
  areaId: number
  kind: OrderKind
  title: string
  body: string
  deadlineAt: string | null
  unitIds: number[]
  cases: { no: number; note: string | null }[]
}

/** What was said besides, to whom, when and by whom. */
export interface OralInput extends OrderInput {
  toldTo: string
  toldAt: string
  toldBy: string
}
