import { createHash } from 'node:crypto'
import { embeddedScripts } from './bootstrap-scripts.ts'
import type { DatabaseSession } from './database-session.ts'

/** Identifies the bootstrap's content: a database made with another one is brought up to date when it is opened. */
export function bootstrapHash(): string {
  const hash = createHash('sha256')
  for (const { sql } of embeddedScripts()) hash.update(sql)
  return hash.digest('hex')
}

/**
 * Makes roles, schemas, extensions and the auth, storage and realtime tables, unless this database already has exactly these.
 *
 * @returns whether anything had to be done
 * @throws {Error} naming the script; nothing is half-applied then
 */
export async function bootstrap(session: DatabaseSession): Promise<boolean> {
  const hash = bootstrapHash()
  const marks = await session.query<{ mark: string | null }>(
    `select obj_description(to_regnamespace('supabase_migrations')) as mark`,
  )
  if (marks[0]?.mark === hash) return false
  const scripts = embeddedScripts().map(({ sql }) => sql)
  await session.exec(`begin;\n${scripts.join(';\n')};\ncomment on schema supabase_migrations is '${hash}';\ncommit;`)
  return true
}
