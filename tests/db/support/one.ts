import type { Query } from '../../support/test-database.ts'

/**
 * The only row of an answer.
 *
 * @throws when there is none or more than one
 */
export async function one<Row>(query: Query, sql: string, parameters: unknown[] = []): Promise<Row> {
  const rows = await query<Row>(sql, parameters)
  if (rows.length !== 1 || rows[0] === undefined) throw new Error(`${rows.length} rows instead of one: ${sql}`)
  return rows[0]
}
