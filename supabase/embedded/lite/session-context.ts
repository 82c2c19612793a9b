import { sql, type Kysely } from 'kysely'

/** What lite knows of a request when it opens its transaction. */
export interface RequestContext {
  auth?: { role?: string; uid?: string | null; jwt?: object | null }
  storage?: { operation?: string }
}
export interface RpcContext {
  method: string
  path: string
  requestHeaders?: Record<string, string>
}

/**
 * Puts role and claims of a request into the transaction's settings. Lite does the same in five statements, one a setting; each costs a round
 * trip into the engine (11 statements for a select, 6 with this and the next).
 */
export async function applyJwtSessionContext(db: Kysely<unknown>, { auth, storage }: RequestContext): Promise<void> {
  const role = auth?.role || 'anon'
  await sql`select
    set_config('role', ${role}, true),
    set_config('request.jwt.claim.sub', ${String(auth?.uid ?? '')}, true),
    set_config('request.jwt.claim.role', ${role}, true),
    set_config('request.jwt.claims', ${auth?.jwt ? JSON.stringify(auth.jwt) : ''}, true),
    set_config('storage.operation', ${storage?.operation ?? ''}, true)`.execute(db)
}

/** Puts what PostgREST lets a function read of its request into the transaction's settings, and clears what it may answer with. */
export async function applyRpcRequestGucs(db: Kysely<unknown>, request: RpcContext): Promise<void> {
  await sql`select
    set_config('response.status', '', true),
    set_config('response.headers', '', true),
    set_config('request.method', ${request.method}, true),
    set_config('request.path', ${request.path}, true),
    set_config('request.headers', ${JSON.stringify(request.requestHeaders ?? {})}, true)`.execute(db)
}
