import { App, setExperimental, type IAppConfig } from '@supabase/lite'
import type { PostgresConnection } from '@supabase/lite/postgres'
import type { PgliteConnection } from '@supabase/lite/pglite'
import type { Kysely } from 'kysely'
import type { DatabaseSession } from '../engine/database-session.ts'
import type { Keys } from '../folder/keys.ts'
import type { StatementWatch } from '../worker/statement-watch.ts'
import { asPostgrestError } from './database-errors.ts'
import { FileStorage } from './file-storage.ts'
import { lockedKysely } from './locked-driver.ts'
import { applyJwtSessionContext, applyRpcRequestGucs, type RequestContext, type RpcContext } from './session-context.ts'

/** The parts of lite's connection that are private in its types and wrong or slow for us. Lite's version is pinned for this. */
interface ConnectionInternals {
  kysely: Kysely<unknown>
  rlsState: 'unknown' | 'active' | 'inactive'
  normalizeDbError: (error: unknown) => unknown
  applyJwtSessionContext: (db: Kysely<unknown>, context: RequestContext) => Promise<void>
  applyRpcRequestGucs: (db: Kysely<unknown>, request: RpcContext) => Promise<void>
}

export interface LiteAppOptions {
  keys: Keys
  storageFolder: string
}

export interface LiteOptions extends LiteAppOptions {
  connection: PgliteConnection
  session: DatabaseSession
  watch: StatementWatch
}

/** Answers one request of REST, Auth or Storage. */
export type LiteFetch = (request: Request, context: { peerAddress: string | null }) => Promise<Response>

/** Puts @supabase/lite over the open database: REST, Auth and Storage, with its gaps that lie in the connection mended. */
export async function createLite({ connection, session, watch, ...options }: LiteOptions): Promise<LiteFetch> {
  Object.assign(connection, { kysely: lockedKysely(session, watch) } satisfies Partial<ConnectionInternals>)
  return createLiteApp(connection, options)
}

/** The same over a connection that keeps requests apart by itself: the bench asks a native PostgreSQL through it. */
export async function createLiteApp(
  connection: PgliteConnection | PostgresConnection,
  { keys, storageFolder }: LiteAppOptions,
): Promise<LiteFetch> {
  mend(connection)
  setExperimental('storage', true)
  const config: IAppConfig = {
    connection,
    api: { enabled: true, schemas: ['public'], extra_search_path: ['public', 'extensions'], max_rows: 1000 },
    auth: {
      enabled: true,
      enable_signup: false,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      jwt_expiry: 3600,
      site_url: 'http://localhost',
      minimum_password_length: 10,
    },
    storage: { enabled: true, file_size_limit: '20MiB' },
    studio: { enabled: false },
    db: { migrations: { enabled: false } },
    options: { server: { admin: false } },
  }
  const app = new App(config)
  app._storageAdapter = new FileStorage(storageFolder)
  await app.init()
  await connection.clearSchemaCache()
  await connection.introspect({ useCache: true }) // otherwise the first request waits for it
  return async (request, context) => app.fetch(request, context)
}

function mend(connection: PgliteConnection | PostgresConnection): void {
  const internals: Omit<ConnectionInternals, 'kysely'> = {
    // 'unknown' makes lite grant all on all tables to anon at the first request
    rlsState: 'active',
    normalizeDbError: asPostgrestError,
    applyJwtSessionContext,
    applyRpcRequestGucs,
  }
  Object.assign(connection, internals)
}
