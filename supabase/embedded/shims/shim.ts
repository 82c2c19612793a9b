import type { DatabaseSession } from '../engine/database-session.ts'
import type { Keys } from '../folder/keys.ts'

/** What a shim has at hand. `lite` passes the request on. */
export interface ShimContext {
  lite: (request: Request) => Promise<Response>
  session: DatabaseSession
  keys: Keys
}

/** Answers a request that lite answers differently from Supabase; null when this one is not its business. */
export type Shim = (request: Request, path: string, context: ShimContext) => Promise<Response | null>
