import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { dataDir } from '@electric-sql/pglite-prepopulatedfs'
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DurableNodeFS } from './durable-fs.ts'
import { smallPostgis } from './postgis-bundle.ts'
import { valueParsers } from './value-parsers.ts'

/** Starting parameters with which an acknowledged commit is on the disk. PGlite's own begin with `-F`: no fsync at all. */
const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'full_page_writes=on', 'synchronous_commit=on'].flatMap((setting) => [
    '-c',
    setting,
  ]),
]

/**
 * Opens the PostgreSQL cluster in a folder, or makes it there: unpacked from what PGlite's makers ship, the same as initdb makes in twice the
 * time. Opening one folder twice at a time loses data: whoever calls this holds its lock.
 *
 * @param folder made when missing
 * @param disk the folder with flushes; null only where losing the database does not matter (tests)
 * @returns a connection of @supabase/lite; its `driver` is the PGlite
 */
export async function openEngine(folder: string, disk: DurableNodeFS | null): Promise<PgliteConnection> {
  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  const connection = await createPgliteConnection({
    url: folder,
    pgliteOptions: {
      extensions: { postgis: smallPostgis, pg_trgm },
      parsers: valueParsers,
      ...(isNew && { loadDataDir: await dataDir() }),
      ...(disk && { fs: disk, startParams: durableStart }),
    },
  })
  await connection.driver.waitReady
  return connection
}
