import { randomUUID } from 'node:crypto'
import type { Actor, Query, TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'
import { addHotspot } from '../support/hotspots.ts'
import { one } from '../support/one.ts'

/** A township with people, and two cases of the cleaners in the west village: one in work and overdue, one closed. */
export type OrderTown = Dispatch & { open: { id: string; no: number }; closed: { id: string; no: number } }

/** What an order says unless a test says otherwise; a deadline in a century that no test reaches. */
export type OrderInput = Record<string, unknown>

export async function addOrderTown(query: Query): Promise<OrderTown> {
  const dispatch = await addDispatch(query)
  const { root, at } = dispatch.township
  const unit = dispatch.units.cleaners
  const [lng, lat] = at.west
  const open = await addHotspot(query, { root, lng, lat, unit, status: 'in_progress' })
  const closed = await addHotspot(query, { root, lng, lat, unit, status: 'closed' })
  await query(
    `update public.hotspots set title = '占道堆放', address = '河堤路 3 号', due_at = now() - interval '50 hours' where id = $1`,
    [open.id],
  )
  await query(
    `insert into public.photos (id, hotspot_id, root_id, kind, path, thumb_path, width, height, bytes, source, sha256, dhash, uploaded_by)
     values (gen_random_uuid(), $1, $2, 'before', 'p', 'p-thumb', 4, 3, 1, 'file', repeat('0', 64), 0, gen_random_uuid())`,
    [open.id, root],
  )
  return { ...dispatch, open, closed }
}

/** The input of a supervision letter about both cases, to the cleaners. */
export const letter = (town: OrderTown, changes: OrderInput = {}): OrderInput => ({
  areaId: town.township.root,
  kind: 'supervision',
  title: '关于占道堆放问题的督办函',
  body: '请在期限内整改。',
  deadlineAt: '2126-01-01T10:00:00Z',
  unitIds: [town.units.cleaners],
  cases: [{ no: town.open.no, note: '已两次口头提醒' }, { no: town.closed.no }],
  ...changes,
})

/** An order as the API gives it. */
export type OrderJson = {
  id: string
  no: string | null
  status: string
  version: number
  content: { no: string | null; cases: Record<string, unknown>[]; counts: unknown; addressees: unknown[] }
  addressees: Record<string, unknown>[]
  now: Record<string, unknown>[]
}

const call = async (query: Query, sql: string, parameters: unknown[]) =>
  (await one<{ answer: OrderJson }>(query, `select ${sql} as answer`, parameters)).answer

/** Saves a new draft in the open transaction of a supervisor. */
export const saveDraft = (query: Query, input: OrderInput, id: string = randomUUID()) =>
  call(query, 'public.save_order($1, null, $2)', [id, input])

/** Saves and issues an order in the open transaction of a supervisor. */
export async function issueNew(query: Query, input: OrderInput): Promise<OrderJson> {
  const draft = await saveDraft(query, input)
  return call(query, 'public.issue_order($1, $2)', [draft.id, draft.version])
}

/** Saves and issues an order for good. */
export const issueAs = (db: TestDatabase, actor: Actor, input: OrderInput) =>
  db.as(actor, (query) => issueNew(query, input))

/** What comes of a call as somebody, without leaving a trace: `done`, or the refusal. */
export const outcomeAs = (db: TestDatabase, actor: Actor, sql: string, parameters: unknown[]): Promise<string> =>
  db.rehearse(actor, async (query) => refusalOf(await attempt(query, `select ${sql}`, parameters)) ?? 'done')
