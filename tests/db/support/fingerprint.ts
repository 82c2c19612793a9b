import type { Query } from '../../support/test-database.ts'

/** A short text that changes when anything in one of the tables does; run it as the owner. */
export async function fingerprint(query: Query, ...tables: string[]): Promise<string> {
  const prints: string[] = []
  for (const table of tables) {
    const [row] = await query<{ n: number; print: string }>(
      `select count(*) as n, coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as print from ${table} as t`,
    )
    prints.push(`${table} ${row!.n} ${row!.print}`)
  }
  return prints.join('; ')
}
