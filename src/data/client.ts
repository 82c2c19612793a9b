import { createClient, type SupabaseClient, type SupabaseClientOptions } from '@supabase/supabase-js'
import type { Connection } from './connection.ts'
import type { Database } from './database.types.ts'
import { rememberRetryAfter } from './retry-after.ts'

type WholeClient = SupabaseClient<Database>

/**
 * The one way to the backend; every function of this folder takes it as its first argument. It has what the app uses of
 * supabase-js and no more: the rest is left out of the build (build/without-unused-parts.ts).
 */
export type DataClient = Pick<
  WholeClient,
  'from' | 'rpc' | 'channel' | 'getChannels' | 'removeChannel' | 'removeAllChannels' | 'realtime'
> & { auth: Pick<WholeClient['auth'], 'getSession' | 'onAuthStateChange' | 'signInWithPassword' | 'signOut'> }

/** A dead socket is noticed after at most two of these. */
const HEARTBEAT_EVERY_MS = 15_000

const retryAtByClient = new WeakMap<DataClient, () => string | null>()
const connectionByClient = new WeakMap<DataClient, Pick<Connection, 'url' | 'key'>>()

/**
 * Makes a client for a backend. In the browser the session outlives a reload; a command passes
 * `{ auth: { persistSession: false } }` and, on a Node without WebSocket, its own `realtime.transport`.
 */
export function createDataClient(
  connection: Pick<Connection, 'url' | 'key'>,
  options: SupabaseClientOptions<'public'> = {},
): DataClient {
  const patient = rememberRetryAfter(options.global?.fetch)
  const client = createClient<Database>(connection.url, connection.key, {
    ...options,
    auth: { detectSessionInUrl: false, storageKey: 'session', ...options.auth },
    realtime: { heartbeatIntervalMs: HEARTBEAT_EVERY_MS, ...options.realtime },
    global: { ...options.global, fetch: patient.fetch },
  })
  retryAtByClient.set(client, patient.retryAt)
  connectionByClient.set(client, connection)
  return client
}

/** When a client that was asked to wait may try again, as an ISO instant; null when nobody said. */
export function retryAtOf(client: DataClient): string | null {
  return retryAtByClient.get(client)?.() ?? null
}

/** Where a client speaks to, for what supabase-js cannot do: an upload that says how far it is. */
export function connectionOf(client: DataClient): Pick<Connection, 'url' | 'key'> {
  const connection = connectionByClient.get(client)
  if (!connection) throw new Error('The client was not made by createDataClient.')
  return connection
}
