import type { Query } from '../../support/test-database.ts'
import { addCrowd } from '../support/crowd.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'

export type LedgerFacts = Dispatch & { campaigns: number[]; categories: number[]; handlersUnits: number[] }

/** Enough for pages to be walked as well as looked up. */
const SPREAD = 15_000

/** A township with thousands of cases in every state, some of them overdue, some due soon, ownerless or come back; many share an instant. */
export async function addLedger(query: Query): Promise<LedgerFacts> {
  const dispatch = await addDispatch(query)
  const { township, units } = dispatch
  const ids = async (sql: string) => (await query<{ id: number }>(sql)).map(({ id }) => id)
  const campaigns = await ids(`select id from public.campaigns where root_id = ${township.root} order by id limit 3`)
  const categories = await ids('select id from public.categories where root_id is null order by id limit 3')
  await addCrowd(
    query,
    { township, campaigns, units: [units.cleaners, units.market], categories },
    { spread: SPREAD, crowded: 200 },
  )
  await query('alter table public.hotspots disable trigger user')
  await query(
    `update public.hotspots set
       -- A few hundred instants for thousands of cases: the order has to be kept among equals.
       updated_at = timestamptz '2026-06-01Z' + no % 211 * interval '1 hour',
       due_at = case when end_reason is null and status not in ('reported', 'suspended') or no % 9 = 0 then
         date_trunc('hour', now()) + (no * 37 % 400 - 100) * interval '30 minutes' end,
       proposed_unit_id = case when no % 2 = 0 then $1::bigint end,
       title = case when no % 3 = 0 then '楼道堆物 ' || no end, address = '石桥路 ' || no % 40 || ' 号',
       relapse_of = case when no % 50 = 0 then (select min(id::text)::uuid from public.hotspots where status = 'closed') end
     where no > 10`,
    [units.cleaners],
  )
  await query('alter table public.hotspots enable trigger user')
  await query('analyze public.hotspots')
  return { ...dispatch, campaigns, categories, handlersUnits: [units.cleaners] }
}
