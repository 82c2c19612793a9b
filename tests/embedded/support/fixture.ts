import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import { startServer, type RunningServer, type ServerOptions } from '../../../supabase/embedded/server.ts'

const here = join(import.meta.dirname, '..', 'fixture')

/** A tiny schema and two people: these tests are about the backend, not about the product's tables. */
export const fixture = {
  migrationsDir: join(here, 'migrations'),
  seed: { kind: 'script', file: join(here, 'seed.sql') },
} satisfies Partial<ServerOptions>

export const ann = { id: '11111111-1111-4111-8111-111111111111', email: 'ann@fixture.example' }
export const ben = { id: '22222222-2222-4222-8222-222222222222', email: 'ben@fixture.example' }
export const password = 'fixture-password'

export interface FixtureServer extends RunningServer {
  dataDir: string
}

/** A folder that the caller removes. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'embedded-test-'))

/** Starts the backend over the fixture, in this process, in a folder that `stop` removes. */
export async function startFixture(options: Partial<ServerOptions> = {}): Promise<FixtureServer> {
  const dataDir = makeFolder()
  const server = await startServer({
    dataDir,
    port: 0,
    mode: 'demo',
    durable: false,
    quiet: true,
    distDir: null,
    ...fixture,
    ...options,
  })
  const stop = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...server, dataDir, stop }
}

/** A client of nobody, or of whoever holds the key. */
export function clientOf(server: RunningServer, key = server.keys.publishableKey): SupabaseClient {
  return createClient(server.url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket as never },
  })
}

/** A client signed in as one of the two. */
export async function signedIn(server: RunningServer, { email }: { email: string }): Promise<SupabaseClient> {
  const client = clientOf(server)
  const { error } = await client.auth.signInWithPassword({ email, password })
  if (error) throw error
  return client
}
