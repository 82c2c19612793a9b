import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { DatabaseSession } from './database-session.ts'
import { applyScript } from './migrate.ts'
import type { Seed } from './seed.ts'
import type { SeedOptions } from './seed-options.ts'

/**
 * Seeds a database once in its life, in one transaction.
 *
 * @returns whether there was anything to do
 * @throws {MigrationError} when a script fails; nothing of it stays
 */
export async function applySeed(session: DatabaseSession, seed: Seed, options: SeedOptions): Promise<boolean> {
  const seeded = await session.query('select from supabase_migrations.seed_files')
  if (seeded.length > 0) return false
  const remember = 'insert into supabase_migrations.seed_files (path, hash) values ($1, $2)'
  if (seed.kind === 'demo') {
    const { loadDemoTown } = await import('./load-demo-town.ts') // most starts do without
    await loadDemoTown(session, seed.hotspots, options, (run, mark) => run(remember, ['supabase/demo', mark]))
    return true
  }
  const sql = readFileSync(seed.file, 'utf8')
  const hash = createHash('sha256').update(sql).digest('hex')
  await applyScript(session, basename(seed.file), sql, (run) => run(remember, [basename(seed.file), hash]))
  return true
}
