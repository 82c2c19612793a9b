import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSession, RunStatement } from './database-session.ts'
import { resetSession } from './reset-session.ts'

/** A migration or seed that the database refused. The message is one sentence for people and names the file. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/**
 * Applies the migrations that this database has not seen, in the order of their names, each in a transaction of its own.
 *
 * @param folder holds `YYYYMMDDHHMMSS_name.sql` files, the Supabase CLI's layout
 * @returns the names of the applied files
 * @throws {MigrationError} for the first that fails; of that one nothing stays, the ones before it do
 */
export async function migrate(session: DatabaseSession, folder: string): Promise<string[]> {
  const seen = new Set(
    (await session.query<{ version: string }>('select version from supabase_migrations.schema_migrations')).map(
      (row) => row.version,
    ),
  )
  const applied: string[] = []
  for (const file of migrationFiles(folder)) {
    const [, version = '', name = ''] = /^(\d{14})_(.+)\.sql$/.exec(file) ?? []
    if (seen.has(version)) continue
    const sql = readFileSync(join(folder, file), 'utf8')
    await applyScript(session, file, sql, (run) =>
      run('insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)', [
        version,
        name,
        [sql],
      ]),
    )
    applied.push(file)
  }
  return applied
}

/** The migrations of a folder, in order; none when the folder is missing. */
export function migrationFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /^\d{14}_.+\.sql$/.test(file))
    .sort()
}

/**
 * Runs a script and what records it in one transaction.
 *
 * @param file its name, for the message
 * @throws {MigrationError} when it fails; nothing of it stays
 */
export async function applyScript(
  session: DatabaseSession,
  file: string,
  sql: string,
  record: (run: RunStatement) => Promise<unknown>,
): Promise<void> {
  try {
    await session.transaction(async (run) => {
      await session.pglite.exec(sql)
      await record(run)
    })
  } catch (error) {
    throw new MigrationError(sentence(file, sql, error as { message: string; position?: string; detail?: string }))
  } finally {
    await resetSession(session)
  }
}

/** `20260101000000_make_areas.sql, line 12: syntax error at or near "creat"`. */
function sentence(file: string, sql: string, error: { message: string; position?: string; detail?: string }): string {
  const line = error.position ? `, line ${sql.slice(0, Number(error.position)).split('\n').length}` : ''
  return `${file}${line}: ${error.message}${error.detail ? ` (${error.detail})` : ''}`
}
