import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoadProgress } from '../../supabase/demo/load/load-demo.ts'
import { demoAccounts } from '../../supabase/embedded/http/demo-accounts.ts'
import { startServer, type RunningServer } from '../../supabase/embedded/server.ts'
import { migrationsDir } from '../support/schema-files.ts'
import { clientOf, makeFolder } from './support/fixture.ts'

/** Making the town, its map and its database from nothing, on a machine that is busy with other tests. */
const PATIENCE_MS = 600_000
const progress: LoadProgress[] = []
const dataDir = makeFolder()
let server: RunningServer

const start = () =>
  startServer({
    dataDir,
    port: 0,
    mode: 'demo',
    durable: false,
    quiet: true,
    distDir: null,
    template: 'use',
    migrationsDir,
    seed: { kind: 'demo', hotspots: 150 },
    onProgress: (told) => progress.push(told),
  })

beforeAll(async () => {
  server = await start()
}, PATIENCE_MS)
afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const numberOf = async (sql: string) => (await server.query<{ n: number }>(sql))[0]?.n

describe('a new demo folder', () => {
  it('holds the generated township, its areas and so many cases', async () => {
    expect(await numberOf('select count(*)::int as n from public.hotspots')).toBe(150)
    expect(await numberOf("select count(*)::int as n from public.areas where level in ('village', 'community')")).toBe(
      35,
    )
    expect(progress.at(-1)).toMatchObject({ done: 150, total: 150 })
  })

  it('has nothing that lies ahead of the clock, and something of the last days', async () => {
    expect(await numberOf('select count(*)::int as n from public.hotspot_events where at > now()')).toBe(0)
    expect(
      await numberOf("select count(*)::int as n from public.hotspots where reported_at > now() - interval '8 days'"),
    ).toBeGreaterThan(0)
  })

  it('lets every account of the sign-in page in, and gives all others the same password', async () => {
    for (const { email, password } of demoAccounts) {
      const { error } = await clientOf(server).auth.signInWithPassword({ email, password })
      expect([email, error]).toEqual([email, null])
    }
    expect(await numberOf('select count(distinct encrypted_password)::int as n from auth.users')).toBe(1)
    expect(await numberOf('select count(*)::int as n from auth.users')).toBeGreaterThan(100)
    expect(
      await numberOf(`select count(*)::int as n from auth.users u where not exists (
        select from public.members m where m.user_id = u.id) or not exists (
        select from auth.identities i where i.user_id = u.id and i.provider = 'email')`),
    ).toBe(0)
  })

  it('serves the map archive of the township', async () => {
    const answer = await fetch(`${server.url}/basemap/demo.pmtiles`, { headers: { range: 'bytes=0-6' } })
    expect([answer.status, await answer.text()]).toEqual([206, 'PMTiles'])
  })

  it(
    'is not loaded again at the next start',
    async () => {
      const [before] = await server.query('select count(*)::int as n, max(id)::int as last from public.hotspot_events')
      await server.stop()
      progress.length = 0
      server = await start()
      expect(await server.query('select count(*)::int as n, max(id)::int as last from public.hotspot_events')).toEqual([
        before,
      ])
      expect(progress).toEqual([])
    },
    PATIENCE_MS,
  )
})

describe('a demo folder of years ago', () => {
  const age = () =>
    server.exec(
      "update supabase_migrations.seed_files set hash = regexp_replace(hash, '\\d{4}-\\d\\d-\\d\\d', '2020-01-01')",
    )
  const startAgain = async () => {
    await server.stop()
    progress.length = 0
    server = await start()
  }

  it(
    'is made anew when nobody has written in it',
    async () => {
      await age()
      await startAgain()
      expect(progress.at(-1)).toMatchObject({ done: 150 })
      expect(
        await numberOf("select count(*)::int as n from supabase_migrations.seed_files where hash ~ ' 2020-'"),
      ).toBe(0)
    },
    PATIENCE_MS,
  )

  it(
    'is kept when somebody has',
    async () => {
      await age()
      await server.exec("update public.units set name_en = 'Changed' where name = '镇城管办'")
      await startAgain()
      expect(progress).toEqual([])
      expect(await numberOf("select count(*)::int as n from public.units where name_en = 'Changed'")).toBe(1)
    },
    PATIENCE_MS,
  )
})
