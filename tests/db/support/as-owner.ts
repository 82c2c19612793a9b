import type { Query } from '../../support/test-database.ts'

/** Looks past row level security in the middle of an actor's transaction, and gives the role back. */
export async function asOwner<T>(query: Query, work: (query: Query) => Promise<T>): Promise<T> {
  const [before] = await query<{ role: string }>("select current_setting('role') as role")
  await query("select set_config('role', 'none', true)")
  const result = await work(query)
  await query("select set_config('role', $1, true)", [before!.role])
  return result
}
