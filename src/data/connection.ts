import * as v from 'valibot'
import { Outage } from './errors.ts'

/** Where the backend is: `url` without a trailing slash, `key` its publishable key, `demo` whether demo accounts exist. */
export interface Connection {
  url: string
  key: string
  demo: boolean
}

const ConfigFile = v.object({
  url: v.optional(v.string()),
  key: v.string(),
  demo: v.optional(v.boolean(), false),
})

/**
 * The backend named at build time by `VITE_SUPABASE_URL` and `VITE_SUPABASE_PUBLISHABLE_KEY`, or else the one that
 * `/config.json` beside the app names (a missing `url` there means this very origin).
 * Throws an `Outage` when the file cannot be had.
 */
export async function findConnection(): Promise<Connection> {
  const { VITE_SUPABASE_URL: url, VITE_SUPABASE_PUBLISHABLE_KEY: key } = import.meta.env
  if (url && key) return { url, key, demo: false }
  const file = await readConfigFile()
  return { url: file.url ?? location.origin, key: file.key, demo: file.demo }
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
