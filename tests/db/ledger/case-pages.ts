import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { one } from '../support/one.ts'

export type CasePage = {
  rows: { no: number; reportedAt: string; dueAt: string | null; updatedAt: string }[]
  next: { no: number; at: string | null } | null
}

/** One question to the ledger: its order and how many cases a page has. */
export type Paging = { sort: string; descending: boolean; limit: number }

/** The numbers of the first pages that the ledger gives to somebody, put together. */
export async function pagesOf(
  db: TestDatabase,
  actor: Actor,
  filter: Record<string, unknown>,
  { sort, descending, limit }: Paging,
  atMost = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const nos: number[] = []
  let after: CasePage['next'] = null
  do {
    const { page }: { page: CasePage } = await db.rehearse(actor, (query) =>
      one(query, 'select public.case_page($1, $2, $3, $4, $5) as page', [filter, sort, descending, after, limit]),
    )
    nos.push(...page.rows.map(({ no }) => no))
    after = page.next
  } while (after && nos.length < atMost)
  return nos
}
