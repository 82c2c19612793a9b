import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivateFile } from './write-private-file.ts'

/** The three keys of an instance, as in a Supabase project. */
export interface Keys {
  /** For the browser; opens nothing but the door to row level security. */
  publishableKey: string
  /** Above row level security; for the administrator's own programs, never for a browser. */
  secretKey: string
  /** Signs the access tokens. */
  jwtSecret: string
}

/** Everybody may know these: they guard invented data. Their names say so. */
export const demoKeys: Keys = {
  publishableKey: 'sb_publishable_demo-key-known-to-everybody',
  secretKey: 'sb_secret_demo-key-known-to-everybody',
  jwtSecret: 'demo-signing-secret-known-to-everybody-never-use-it-for-real-data',
}

/**
 * The keys of an instance with data of its own: read from its folder, made at random the first time.
 *
 * @param folder the instance's data folder
 * @returns keys from `keys.json`, which only its owner may read (mode 0600)
 */
export function ownKeys(folder: string): Keys {
  const file = join(folder, 'keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys
  const keys: Keys = {
    publishableKey: `sb_publishable_${randomText()}`,
    secretKey: `sb_secret_${randomText()}`,
    jwtSecret: randomText() + randomText(),
  }
  writePrivateFile(file, `${JSON.stringify(keys, null, 2)}\n`)
  return keys
}

const randomText = () => randomBytes(24).toString('base64url')
