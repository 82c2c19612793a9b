import * as v from 'valibot'
import type { OralInput, Order, OrderInput, OrderView } from '../domain/order.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import {
  DeadlinesShape,
  OrderCountsShape,
  OrderPageShape,
  OrderItemsShape,
  OrderShape,
  OrdersOfCaseShape,
  type Deadline,
  type OrderCounts,
  type OrderOfCase,
  type OrderPage,
} from './shapes/order.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** An order; refuses `order_not_found` what the caller does not see. Throws an `Outage`, as all of these. */
export async function fetchOrder(client: DataClient, id: string, signal: AbortSignal): Promise<Result<Order, Refusal>> {
  if (!UUID.test(id)) return refused({ code: 'order_not_found' })
  const response = await client.rpc('order_detail', { p_id: id }).abortSignal(signal)
  const result = outcomeOf(response, v.nullable(OrderShape))
  if (!result.ok) return result
  return result.value ? ok(result.value) : refused({ code: 'order_not_found' })
}

/** A page of the list, newest first; pass `next` as `after` for the following one. */
export async function fetchOrderPage(
  client: DataClient,
  filter: { root: number; view: OrderView },
  after: OrderPage['next'],
  signal: AbortSignal,
): Promise<Result<OrderPage, Refusal>> {
  const from = after === null ? {} : { p_after: after }
  return outcomeOf(await client.rpc('order_list', { p_filter: filter, ...from }).abortSignal(signal), OrderPageShape)
}

/** How many orders each view holds for the caller. */
export async function fetchOrderCounts(
  client: DataClient,
  root: number,
  signal: AbortSignal,
): Promise<Result<OrderCounts, Refusal>> {
  return outcomeOf(await client.rpc('order_counts', { p_root: root }).abortSignal(signal), OrderCountsShape)
}

/** The issued and withdrawn orders that list a case and that the caller may read, newest first. */
export async function fetchOrdersOfCase(
  client: DataClient,
  hotspotId: string,
  signal: AbortSignal,
): Promise<Result<OrderOfCase[], Refusal>> {
  const listed = await client.from('order_items').select('orderId:order_id').eq('hotspot_id', hotspotId).limit(100).abortSignal(signal)
  const items = outcomeOf(listed, OrderItemsShape)
  if (!items.ok || items.value.length === 0) return items.ok ? ok([]) : items
  const request = client
    .from('orders')
    .select('id, no, title, kind, status, isOral:is_oral')
    .in('id', items.value.map(({ orderId }) => orderId))
    .neq('status', 'draft')
    .order('issued_at', { ascending: false })
  return outcomeOf(await request.abortSignal(signal), OrdersOfCaseShape)
}

/** The ends of the n-th working days from today, by the township's calendar. */
export async function fetchDeadlines(
  client: DataClient,
  root: number,
  days: number[],
  signal: AbortSignal,
): Promise<Result<Deadline[], Refusal>> {
  const request = client.rpc('order_deadlines', { p_root: root, p_days: days })
  return outcomeOf(await request.abortSignal(signal), DeadlinesShape)
}

/** Saves a draft that was read at `version`, or a new one (null). `order_changed` means somebody else was faster. */
export async function saveOrder(
  client: DataClient,
  id: string,
  version: number | null,
  input: OrderInput,
): Promise<Result<Order, Refusal>> {
  const seen = version === null ? {} : { p_version: version }
  return outcomeOf(await client.rpc('save_order', { p_id: id, ...seen, p_input: { ...input } }), OrderShape)
}

/** Throws a draft away. */
export async function discardOrder(client: DataClient, id: string, version: number): Promise<Result<null, Refusal>> {
  return outcomeOf(await client.rpc('discard_order', { p_id: id, p_version: version }), v.pipe(v.unknown(), v.transform(() => null)))
}

/** Issues a draft for good: number, snapshot, urging of its open cases. */
export async function issueOrder(client: DataClient, id: string, version: number): Promise<Result<Order, Refusal>> {
  return outcomeOf(await client.rpc('issue_order', { p_id: id, p_version: version }), OrderShape)
}

/** Writes down what was said. */
export async function logOralOrder(client: DataClient, id: string, input: OralInput): Promise<Result<Order, Refusal>> {
  return outcomeOf(await client.rpc('log_oral_order', { p_id: id, p_input: { ...input } }), OrderShape)
}

/** Withdraws an issued order, which keeps its number. */
export async function withdrawOrder(client: DataClient, id: string, reason: string): Promise<Result<Order, Refusal>> {
  return outcomeOf(await client.rpc('withdraw_order', { p_id: id, p_reason: reason }), OrderShape)
}

/** Signs for an order on behalf of the caller's unit. */
export async function receiveOrder(client: DataClient, id: string): Promise<Result<Order, Refusal>> {
  return outcomeOf(await client.rpc('receive_order', { p_id: id }), OrderShape)
}

/** Answers an order on behalf of the caller's unit, once. */
export async function replyOrder(client: DataClient, id: string, reply: string): Promise<Result<Order, Refusal>> {
  return outcomeOf(await client.rpc('reply_order', { p_id: id, p_reply: reply }), OrderShape)
}
