import type { PGlite } from '@electric-sql/pglite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row, RunStatement } from './engine/database-session.ts'
import { prepareDatabase } from './engine/prepare-database.ts'
import type { Seed } from './engine/seed.ts'

export interface OpenDatabaseOptions {
  /** Where the database is; left out: a throw-away one that is gone after `close`. */
  dataDir?: string
  /** Folder of `YYYYMMDDHHMMSS_name.sql` files. */
  migrationsDir: string
  /** Comes in once, after the migrations; null for nothing. */
  seed: Seed | null
}

export interface OpenDatabase {
  /** The engine itself, for what the other members do not offer. */
  pglite: PGlite
  /** Runs one statement as the owner and gives its rows. */
  query: <T = Row>(sql: string, params?: readonly unknown[]) => Promise<T[]>
  /** Runs a script as the owner. */
  exec: (sql: string) => Promise<void>
  /** Runs the work in one transaction, rolled back when it throws. */
  transaction: <T>(work: (run: RunStatement) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/**
 * Opens the product's database without a server: what a Supabase project gives, then the migrations, then the seed. For database tests and
 * for reading the catalogue. It is neither locked nor durable: never use it on the data of a running server.
 *
 * @throws {MigrationError} naming the file that failed
 */
export async function openDatabase({ dataDir, migrationsDir, seed }: OpenDatabaseOptions): Promise<OpenDatabase> {
  const temporary = dataDir ? null : mkdtempSync(join(tmpdir(), 'embedded-database-'))
  const removeTemporary = () => {
    if (temporary) rmSync(temporary, { recursive: true, force: true })
  }
  process.once('exit', removeTemporary)
  const folder = dataDir ?? join(temporary ?? '', 'database')
  const { connection, session } = await prepareDatabase({
    folder,
    durable: false,
    template: 'make',
    migrationsDir,
    seed,
  }).catch((error: unknown) => {
    removeTemporary()
    throw error
  })
  return {
    pglite: session.pglite,
    query: (sql, params) => session.query(sql, params),
    exec: (sql) => session.exec(sql),
    transaction: (work) => session.transaction(work),
    close: async () => {
      await connection.close()
      process.off('exit', removeTemporary)
      removeTemporary()
    },
  }
}
