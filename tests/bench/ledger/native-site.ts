import { createPostgresConnection } from '@supabase/lite/postgres'
import { SignJWT } from 'jose'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownKeys } from '../../../supabase/embedded/folder/keys.ts'
import { createLiteApp } from '../../../supabase/embedded/lite/create-app.ts'
import { JSON_AS_EMBEDDED, openNativeDatabase } from '../../support/native-database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { siteOf, type Site } from '../measure/site.ts'

/** Hotspots a statement. */
const CHUNK = 50_000

const script = (name: string) => readFileSync(join(import.meta.dirname, `../data/${name}.sql`), 'utf8')

/** The bench town with so many hotspots, made anew: PostgreSQL is quick enough. */
async function fill(db: TestDatabase, size: number): Promise<void> {
  await db.exec(script('town'))
  await db.exec(script('indexes-off'))
  for (let from = 1; from <= size; from += CHUNK) {
    const to = Math.min(size, from + CHUNK - 1)
    // Settings of a session: the script has to come on the same one.
    await db.exec(
      `select set_config('bench.from', '${from}', false), set_config('bench.to', '${to}', false); ${script('hotspots')}`,
    )
  }
  await db.exec(script('indexes-on'))
  await db.query('vacuum (analyze)')
}

/** A token as the sign-in gives it: the stand-ins for Supabase's own tables know no passwords. */
async function accessToken(db: TestDatabase, secret: string, email: string): Promise<string> {
  const [user] = await db.query<{ id: string }>('select id from auth.users where email = $1', [email])
  if (!user) throw new Error(`The bench town has no ${email}.`)
  return new SignJWT({ role: 'authenticated', email })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(user.id)
    .setAudience('authenticated')
    .setExpirationTime('12h')
    .sign(new TextEncoder().encode(secret))
}

/**
 * The product's API over a native PostgreSQL: the same @supabase/lite with the same mends as in the embedded backend, on connections of its own.
 * It answers in this process, so that what is measured is the API and its database without a socket between.
 *
 * @param url of the PostgreSQL server, as tests/support/with-postgres.sh gives it
 */
export async function openNativeSite(url: string, size: number): Promise<Site> {
  const db = await openNativeDatabase(url, false)
  await fill(db, size)
  const folder = mkdtempSync(join(tmpdir(), 'bench-native-'))
  const keys = ownKeys(folder)
  const connection = createPostgresConnection({ url: db.url, postgresOptions: { types: { jsonb: JSON_AS_EMBEDDED } } })
  const api = await createLiteApp(connection, { keys, storageFolder: folder })
  return siteOf(size, {
    url: 'http://native.localhost',
    keys,
    inProcess: {
      fetch: (input, init) => api(new Request(input, init), { peerAddress: null }),
      tokenOf: (email) => accessToken(db, keys.jwtSecret, email),
    },
    query: db.query,
    exec: db.exec,
    stop: async () => {
      await connection.close()
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}
