import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { LoadProgress } from '../../demo/load/load-demo.ts'
import type { DatabaseSession } from './database-session.ts'
import { applyScript } from './migrate.ts'

/** What a new database begins with, after its migrations: a script, or the generated demo township with so many cases. */
export type Seed =
  { readonly kind: 'script'; readonly file: string } | { readonly kind: 'demo'; readonly hotspots: number }

/**
 * Seeds a database once in its life, in one transaction.
 *
 * @returns whether there was anything to do
 * @throws {MigrationError} when a script fails; nothing of it stays
 */
export async function applySeed(
  session: DatabaseSession,
  seed: Seed,
  onProgress: (progress: LoadProgress) => void,
): Promise<boolean> {
  const seeded = await session.query('select from supabase_migrations.seed_files')
  if (seeded.length > 0) return false
  const remember = 'insert into supabase_migrations.seed_files (path, hash) values ($1, $2)'
  if (seed.kind === 'demo') {
    const { loadDemoTown } = await import('./load-demo-town.ts') // most starts do without
    await loadDemoTown(session, seed.hotspots, onProgress, (run, mark) => run(remember, ['supabase/demo', mark]))
    return true
  }
  const sql = readFileSync(seed.file, 'utf8')
  const hash = createHash('sha256').update(sql).digest('hex')
  await applyScript(session, basename(seed.file), sql, (run) => run(remember, [basename(seed.file), hash]))
  return true
}
