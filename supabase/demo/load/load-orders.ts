import { DEMO_ORDERS, type DemoOrder } from '../life/demo-orders.ts'
import { valueOf, type Keys } from './keys.ts'
import type { Run } from './run.ts'

/** Who acts from here on, as the token of a signed-in person says it. */
const become = (run: Run, userId: string) =>
  run(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify({ role: 'authenticated', sub: userId })])

/** Overdue cases in work of some units on which nothing has happened since the letter, the longest overdue first; none twice. */
const CASES = `
  select h.no::int as no
  from public.hotspots h
  where h.root_id = $1::bigint and h.unit_id = any ($2::bigint[]) and h.status = 'in_progress' and h.due_at < now() - make_interval(days => $3::int)
    and h.updated_at < now() - make_interval(days => $3::int) and not exists (select from public.order_items i where i.hotspot_id = h.id)
  order by h.due_at, h.no limit $4::int`

/** What the document of a letter that was issued so many days ago has frozen, and when it was to be answered. */
const BACKDATE = `
  with moved as (
      select o.id, now() - make_interval(days => $2::int) as at,
          case when $3::int is not null then private.work_due(
              o.root_id, date_trunc('day', now() - make_interval(days => $2::int)) + interval '1 day', $3::int, 'working_day') end as deadline
      from public.orders o where o.id = $1::uuid
  )
  update public.orders o set
      created_at = m.at - interval '1 hour', issued_at = m.at, updated_at = m.at, deadline_at = m.deadline,
      snapshot = o.snapshot || jsonb_build_object('issuedAt', m.at, 'takenAt', m.at, 'deadlineAt', m.deadline, 'cases', (
          select coalesce(jsonb_agg(c || jsonb_build_object('overdueDays', (c ->> 'overdueDays')::int - $2::int) order by position), '[]')
          from jsonb_array_elements(o.snapshot -> 'cases') with ordinality as listed (c, position)))
  from moved m where o.id = m.id`
const BACKDATE_URGES = `
  with urged as (
      update public.hotspot_events e set at = now() - make_interval(days => $2::int)
      from public.orders o
      where o.id = $1::uuid and e.step = 'urge' and e.note = o.no and e.hotspot_id in (select hotspot_id from public.order_items where order_id = o.id)
      returning e.hotspot_id, e.at
  )
  update public.hotspots h set urged_at = urged.at, updated_at = urged.at from urged where h.id = urged.hotspot_id`
const BACKDATE_ANSWERS = `
  update public.order_addressees set
      received_at = o.issued_at + make_interval(days => $2::int), replied_at = case when replied_at is not null then o.issued_at + make_interval(days => $3::int) end
  from public.orders o where o.id = order_id and o.id = $1::uuid and received_at is not null`

/**
 * Writes the letters of the demo through the functions that the product's own screens call, and moves them to the days on which they are to have
 * been issued. A letter that finds no case is left out.
 *
 * @param handlers accounts by the key of the unit for which they act
 */
export async function loadOrders(run: Run, keys: Keys, handlers: ReadonlyMap<string, string>): Promise<void> {
  for (const [index, order] of DEMO_ORDERS.entries()) {
    const id = `00000000-0000-4000-8000-0000000e${String(index).padStart(4, '0')}`
    if (await draft(run, keys, id, order)) await send(run, keys, id, order, handlers)
  }
  await run(`select set_config('request.jwt.claims', '', true)`)
}

/** @returns whether there was anything to write about */
async function draft(run: Run, keys: Keys, id: string, order: DemoOrder): Promise<boolean> {
  const units = order.unitKeys.map((key) => valueOf(keys.units, key, 'unit').id)
  const cases = await run<{ no: number }>(CASES, [keys.root, units, order.daysAgo ?? 0, order.cases])
  if (cases.length === 0) return false
  await become(run, valueOf(keys.users, 'supervisor', 'account'))
  const { kind, title, body, deadlineDays } = order
  await run(
    `select private.save_order($1::uuid, null, $2::jsonb || jsonb_build_object('deadlineAt', case when $3::int is not null then
       private.work_due($4::bigint, date_trunc('day', now()) + interval '1 day', $3::int, 'working_day') end))`,
    [id, JSON.stringify({ kind, title, body, areaId: keys.root, unitIds: units, cases }), deadlineDays, keys.root],
  )
  return true
}

async function send(
  run: Run,
  keys: Keys,
  id: string,
  { daysAgo, deadlineDays, unitKeys, receivedAfter, reply }: DemoOrder,
  handlers: ReadonlyMap<string, string>,
): Promise<void> {
  if (daysAgo === null) return
  await run('select private.issue_order($1::uuid, 1)', [id])
  if (receivedAfter !== null) {
    await become(run, valueOf(keys.users, valueOf(handlers, unitKeys[0] ?? '', 'handler'), 'account'))
    await run('select private.answer_order($1::uuid, $2, $3)', [id, reply?.text ?? null, reply !== null])
  }
  await run('set local session_replication_role = replica')
  await run(BACKDATE, [id, daysAgo, deadlineDays])
  await run(BACKDATE_URGES, [id, daysAgo])
  if (receivedAfter !== null) await run(BACKDATE_ANSWERS, [id, receivedAfter, reply?.after ?? null])
  await run('set local session_replication_role = origin')
}
