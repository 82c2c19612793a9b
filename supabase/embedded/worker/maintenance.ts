import type { DatabaseSession } from '../engine/database-session.ts'

/** How long Supabase keeps broadcasts. */
const KEEP_MESSAGES = '72 hours'

/** Drops broadcasts that nobody can ask for any more. */
export async function purgeMessages(session: DatabaseSession): Promise<void> {
  await session.query(`delete from realtime.messages where inserted_at < now() - $1::interval`, [KEEP_MESSAGES])
}

/**
 * Clears dead rows and refreshes the planner's statistics, what PostgreSQL's autovacuum does; PGlite has none. Blocks the database (0.3 s for
 * a township), so it is put off while somebody works.
 */
export async function analyze(session: DatabaseSession): Promise<void> {
  if (session.lock.isBusy) return
  await session.query('vacuum (analyze)')
}
