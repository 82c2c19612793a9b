import * as v from 'valibot'
import { ORDER_KINDS, ORDER_STATUSES, ORDER_VIEWS, type Order, type OrderRow } from '../../domain/order.ts'
import { StateShape } from './hotspot.ts'

const Text = v.nullable(v.string())
const Named = { name: v.string(), nameEn: Text }
const Kind = v.picklist(ORDER_KINDS)
const Status = v.picklist(ORDER_STATUSES)

const CaseShape = v.object({
  id: v.string(),
  no: v.number(),
  title: Text,
  description: Text,
  address: Text,
  categoryName: v.string(),
  categoryNameEn: Text,
  areaChain: v.array(v.object(Named)),
  unitName: Text,
  unitNameEn: Text,
  state: StateShape,
  urgent: v.boolean(),
  isOpen: v.boolean(),
  reportedAt: v.string(),
  reportedPrecision: v.picklist(['second', 'day']),
  dueAt: Text,
  overdueDays: v.nullable(v.number()),
  lng: v.number(),
  lat: v.number(),
  note: Text,
  photos: v.array(
    v.object({
      id: v.string(),
      kind: v.string(),
      path: v.string(),
      thumbPath: v.string(),
      width: v.number(),
      height: v.number(),
      takenAt: Text,
    }),
  ),
})

const ContentShape = v.object({
  kind: Kind,
  no: Text,
  title: v.string(),
  body: v.string(),
  deadlineAt: Text,
  isOral: v.boolean(),
  toldTo: Text,
  toldAt: Text,
  toldBy: Text,
  issuedAt: Text,
  takenAt: v.string(),
  timeZone: v.string(),
  rootName: v.string(),
  rootNameEn: Text,
  areaName: v.string(),
  areaNameEn: Text,
  addressees: v.array(v.object({ ...Named, unitId: v.number() })),
  cases: v.array(CaseShape),
  counts: v.object({ total: v.number(), open: v.number(), overdue: v.number() }),
})

/** What `order_detail(…)` and every function that changes an order answer. */
export const OrderShape: v.GenericSchema<unknown, Order> = v.object({
  id: v.string(),
  areaId: v.number(),
  kind: Kind,
  status: Status,
  no: Text,
  title: v.string(),
  body: v.string(),
  deadlineAt: Text,
  isOral: v.boolean(),
  version: v.number(),
  issuedAt: Text,
  withdrawnAt: Text,
  withdrawReason: Text,
  mayEdit: v.boolean(),
  content: ContentShape,
  addressees: v.array(
    v.object({
      ...Named,
      unitId: v.number(),
      isMine: v.boolean(),
      receivedAt: Text,
      receivedBy: Text,
      repliedAt: Text,
      repliedBy: Text,
      reply: Text,
    }),
  ),
  now: v.array(
    v.object({ id: v.string(), no: v.number(), state: StateShape, isOpen: v.boolean(), maySee: v.boolean() }),
  ),
})

const RowShape: v.GenericSchema<unknown, OrderRow> = v.object({
  id: v.string(),
  kind: Kind,
  status: Status,
  no: Text,
  title: v.string(),
  isOral: v.boolean(),
  deadlineAt: Text,
  issuedAt: Text,
  createdAt: v.string(),
  cases: v.number(),
  addressees: v.array(v.object({ ...Named, unitId: v.number(), received: v.boolean(), replied: v.boolean() })),
})

/** What `order_list(…)` answers; `next` is where the following page starts. */
export const OrderPageShape = v.object({
  rows: v.array(RowShape),
  next: v.nullable(v.object({ at: v.string(), id: v.string() })),
})

/** What `order_counts(…)` answers. */
export const OrderCountsShape = v.object(v.entriesFromList(ORDER_VIEWS, v.number()))

/** What `order_deadlines(…)` answers: the end of the n-th working day. */
export const DeadlinesShape = v.array(v.object({ days: v.number(), at: v.string() }))

/** Which orders list a case, as a select of `order_items` answers. */
export const OrderItemsShape = v.array(v.object({ orderId: v.string() }))

/** An order as the card of one of its cases names it. */
export const OrdersOfCaseShape = v.array(
  v.object({ id: v.string(), no: Text, title: v.string(), kind: Kind, status: Status, isOral: v.boolean() }),
)

export type OrderOfCase = v.InferOutput<typeof OrdersOfCaseShape>[number]
export type OrderPage = v.InferOutput<typeof OrderPageShape>
export type OrderCounts = v.InferOutput<typeof OrderCountsShape>
export type Deadline = v.InferOutput<typeof DeadlinesShape>[number]
