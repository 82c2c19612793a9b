import type { Query } from '../../support/test-database.ts'
import { SqlError } from '../../support/sql-error.ts'

/** What came of it: the rows, or how the database refused. */
export type Attempt<Row> = { rows: Row[]; refused: null } | { rows: null; refused: SqlError }

/**
 * Tries a statement inside an open transaction and leaves the transaction usable when it is refused.
 *
 * @throws what is not an answer of the database
 */
export async function attempt<Row = Record<string, unknown>>(
  query: Query,
  sql: string,
  parameters: unknown[] = [],
): Promise<Attempt<Row>> {
  await query('savepoint attempt')
  try {
    const rows = await query<Row>(sql, parameters)
    await query('release savepoint attempt')
    return { rows, refused: null }
  } catch (error) {
    if (!(error instanceof SqlError)) throw error
    await query('rollback to savepoint attempt')
    return { rows: null, refused: error }
  }
}

/** `PT403 not_allowed` of a refusal of ours, the bare SQLSTATE of any other; null when it was done. */
export function refusalOf({ refused }: Attempt<unknown>): string | null {
  if (!refused) return null
  return refused.code.startsWith('PT') ? `${refused.code} ${refused.message}` : refused.code
}
