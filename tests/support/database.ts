import { openNativeDatabase } from './native-database.ts'
import { openPgliteDatabase } from './pglite-database.ts'
import type { TestDatabase } from './test-database.ts'

export type { Actor, Query, TestDatabase } from './test-database.ts'

/**
 * Opens a new database for a test file: native PostgreSQL when TEST_DATABASE_URL is set, else PGlite.
 *
 * @param options.seed whether the demo township is in it; true by default
 */
export function openTestDatabase({ seed = true }: { seed?: boolean } = {}): Promise<TestDatabase> {
  const url = process.env.TEST_DATABASE_URL
  return url ? openNativeDatabase(url, seed) : openPgliteDatabase(seed)
}
