import * as v from 'valibot'
import { ROLES, type Role } from '../domain/role.ts'
import { Outage } from './errors.ts'

/** An account that everybody may try: only a demo has them. */
export interface DemoAccount {
  email: string
  password: string
  role: Role
}

/** Where the backend is: `url` without a trailing slash, `key` its publishable key. */
export interface Connection {
  url: string
  key: string
  /** An installation of one's own on the server beside the app: it may still wait for its first administrator. */
  isOwn: boolean
  demoAccounts: DemoAccount[]
}

const ConfigFile = v.object({
  supabaseUrl: v.nullable(v.string()),
  publishableKey: v.string(),
  mode: v.picklist(['demo', 'own']),
  demoAccounts: v.optional(
    v.array(v.object({ email: v.string(), password: v.string(), role: v.picklist(ROLES) })),
    () => [],
  ),
})

/**
 * The backend named at build time by `VITE_SUPABASE_URL` and `VITE_SUPABASE_PUBLISHABLE_KEY`, or else the one that
 * `/config.json` beside the app names (a null URL there means this very origin). Throws an `Outage`.
 */
export async function findConnection(): Promise<Connection> {
  const { VITE_SUPABASE_URL: url, VITE_SUPABASE_PUBLISHABLE_KEY: key } = import.meta.env
  if (url && key) return { url, key, isOwn: false, demoAccounts: [] }
  const file = await readConfigFile()
  return {
    url: file.supabaseUrl ?? location.origin,
    key: file.publishableKey,
    isOwn: file.mode === 'own' && file.supabaseUrl === null,
    demoAccounts: file.demoAccounts,
  }
}

async function readConfigFile(): Promise<v.InferOutput<typeof ConfigFile>> {
  const response = await fetch('/config.json', { cache: 'no-store', headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      throw new Outage('unreachable', { cause })
    },
  )
  if (!response.ok) throw new Outage('server', { cause: response.status })
  return v.parse(ConfigFile, await response.json())
}
