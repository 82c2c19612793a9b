import type { DatabaseSession } from '../engine/database-session.ts'

/** How long Supabase keeps broadcasts. */
const KEEP_MESSAGES = '72 hours'

/** Drops broadcasts that nobody can ask for any more. */
export async function purgeMessages(session: DatabaseSession): Promise<void> {
  await session.query(`delete from realtime.messages where inserted_at < now() - $1::interval`, [KEEP_MESSAGES])
}

/** Tables that changed as much as PostgreSQL's autovacuum waits for by default (50 rows and a tenth of the table, or dead rows of a fifth). */
const CHANGED_TABLES = `
  select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
  where n_mod_since_analyze > 50 + 0.1 * n_live_tup or n_dead_tup > 50 + 0.2 * n_live_tup`

/**
 * Clears the dead rows and refreshes the planner's statistics of the tables that changed a lot, as PostgreSQL's autovacuum does; PGlite has
 * none. Each table blocks the database for a moment (0.3 s for a township's hotspots), so it waits while somebody works.
 */
export async function tendTables(session: DatabaseSession): Promise<void> {
  if (session.lock.isBusy) return
  for (const { name } of await session.query<{ name: string }>(CHANGED_TABLES)) {
    if (session.lock.isBusy) return
    await session.query(`vacuum (analyze) ${name}`)
  }
}
