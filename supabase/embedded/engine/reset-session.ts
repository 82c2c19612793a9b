import type { DatabaseSession } from './database-session.ts'

/**
 * Puts the one session's settings back to what every request counts on. A script may have changed them (`set search_path`, `set role`), and
 * PGlite never opens a second session.
 */
export function resetSession(session: DatabaseSession): Promise<void> {
  return session.exec(`reset role; reset all; set search_path = "$user", public, extensions; set timezone = 'UTC'`)
}
