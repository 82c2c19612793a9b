import { fetchCasePage } from '../../../data/cases.ts'
import type { DataClient } from '../../../data/client.ts'
import type { CaseCursor } from '../../../data/shapes/cases.ts'
import type { CaseFilter, CaseOrder, CaseRow } from '../../../domain/case-row.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import { ok, type Result } from '../../../domain/result.ts'

/** The largest page that the database gives. */
const PAGE = 1000

/**
 * Every case of a filter in an order, page after page; `onPage` takes the rows as they come and may stop the reading by
 * answering false. Refuses what a page refuses; throws an `Outage`, or an `AbortError` when it was stopped from outside.
 */
export async function collectCases(
  client: DataClient,
  filter: CaseFilter,
  order: CaseOrder,
  onPage: (rows: CaseRow[]) => boolean,
  signal: AbortSignal,
): Promise<Result<void, Refusal>> {
  let after: CaseCursor | null = null
  // A case that changes its place in the order meanwhile may come twice.
  const seen = new Set<number>()
  do {
    const result = await fetchCasePage(client, filter, order, after, PAGE, signal)
    if (!result.ok) return result
    const rows = result.value.rows.filter(({ no }) => !seen.has(no))
    for (const { no } of rows) seen.add(no)
    if (!onPage(rows)) break
    after = result.value.next
  } while (after)
  return ok(undefined)
}
