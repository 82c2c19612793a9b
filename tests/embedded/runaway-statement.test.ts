import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ann, signedIn, startFixture, type FixtureServer } from './support/fixture.ts'

/** Long enough for an honest statement on a machine that is busy with other tests. */
const LIMIT_MS = 5000
const PATIENCE = { timeout: 60_000 }
let server: FixtureServer

beforeAll(async () => {
  server = await startFixture({ queryLimitMs: LIMIT_MS, durable: true })
})
afterAll(() => server.stop())

const health = async () => (await fetch(`${server.url}/healthz`)).status

describe('a statement that runs', () => {
  it('keeps the health answer no longer than itself', async () => {
    const client = await signedIn(server, ann)
    const began = performance.now()
    const statement = client.rpc('count_slowly', { p_to: 1_000_000 }).then(({ error }) => {
      expect(error).toBeNull()
      return 'ended' as const
    })
    let slowest = 0
    let answers = 0
    for (let winner: string | number = 0; winner !== 'ended'; answers++) {
      const asked = performance.now()
      winner = await Promise.race([health(), statement])
      if (winner !== 'ended') slowest = Math.max(slowest, performance.now() - asked)
    }
    expect(answers).toBeGreaterThan(5)
    expect(slowest).toBeLessThan((performance.now() - began) / 2)
  })

  it('longer than the limit is ended; the server says 503, comes back by itself, and lost nothing', async () => {
    const client = await signedIn(server, ann)
    const channel = client.channel(`notes:${ann.id}`, { config: { private: true } })
    const heard: unknown[] = []
    channel.on('broadcast', { event: 'note' }, ({ payload }) => heard.push(payload.body))
    await new Promise<void>((resolve) => channel.subscribe((status) => status === 'SUBSCRIBED' && resolve()))
    await client.from('notes').insert({ body: 'before' }).throwOnError()

    const endless = await client.rpc('count_slowly', { p_to: 100_000_000_000 })
    expect(endless.status).toBe(503)
    await expect.poll(health, PATIENCE).toBe(200)

    const { data } = await client.from('notes').select('body')
    expect(data).toEqual([{ body: 'before' }])
    await client.from('notes').insert({ body: 'after' }).throwOnError()
    await expect.poll(() => heard, PATIENCE).toEqual(['before', 'after'])
    await client.removeAllChannels()
  })

  it('above the limit is let be when the owner of the database runs it', async () => {
    const [row] = await server.query(`select true as slept from pg_sleep(${LIMIT_MS / 1000 + 1})`)
    expect(row).toEqual({ slept: true })
    expect(await health()).toBe(200)
  })
})
