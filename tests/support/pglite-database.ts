import { openDatabase } from '../../supabase/embedded/database.ts'
import { actingOver } from './acting.ts'
import type { Query, TestDatabase } from './test-database.ts'
import { migrationsDir, seedFile } from './schema-files.ts'
import { withSqlErrors } from './sql-error.ts'

/** A throw-away PGlite in this process, gone after `close`. */
export async function openPgliteDatabase(seed: boolean): Promise<TestDatabase> {
  const database = await openDatabase({ migrationsDir, seed: seed ? { kind: 'script', file: seedFile } : null })
  const safely =
    (query: Query): Query =>
    (sql, parameters) =>
      withSqlErrors(() => query(sql, parameters))

  return {
    engine: 'pglite',
    query: safely(database.query),
    exec: (sql) => withSqlErrors(() => database.exec(sql)),
    ...actingOver((work) => withSqlErrors(() => database.transaction((run) => work(safely(run))))),
    close: database.close,
  }
}
