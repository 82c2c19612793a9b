import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, serveFixture, type Child } from './support/child.ts'
import { ann, makeFolder, password } from './support/fixture.ts'
import { demoKeys } from '../../supabase/embedded/folder/keys.ts'

const ROUNDS = 10
const WRITERS = 8
const ACKNOWLEDGED_PER_ROUND = 40

let dataDir: string
let child: Child

beforeAll(() => {
  dataDir = makeFolder()
})
afterAll(async () => {
  child.process.kill('SIGKILL')
  await child.ended
  rmSync(dataDir, { recursive: true, force: true })
})

const headers = { apikey: demoKeys.publishableKey, 'content-type': 'application/json' }

async function tokenFrom(url: string): Promise<string> {
  const response = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: ann.email, password }),
  })
  return ((await response.json()) as { access_token: string }).access_token
}

/** Writes until the server is gone; `acknowledged` hears of every note that the server said it has. */
async function write(url: string, token: string, acknowledged: (id: string) => void): Promise<void> {
  for (;;) {
    const id = crypto.randomUUID()
    try {
      const response = await fetch(`${url}/rest/v1/notes`, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${token}` },
        body: JSON.stringify({ id, body: 'written under load' }),
      })
      if (response.status === 201) acknowledged(id)
    } catch {
      return // killed in the middle: this one was promised to nobody
    }
  }
}

async function idsAt(url: string, token: string): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let from = 0; ; from += 1000) {
    const response = await fetch(`${url}/rest/v1/notes?select=id&order=id&offset=${from}&limit=1000`, {
      headers: { ...headers, authorization: `Bearer ${token}` },
    })
    const page = (await response.json()) as { id: string }[]
    for (const { id } of page) ids.add(id)
    if (page.length < 1000) return ids
  }
}

describe('a server that is killed while eight clients write', () => {
  it(`starts again and has every acknowledged write, ${ROUNDS} times over`, { timeout: 500_000 }, async () => {
    const promised: string[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      child = serveFixture({ dataDir })
      const url = await addressOf(child)
      const token = await tokenFrom(url)
      const found = await idsAt(url, token)
      expect(promised.filter((id) => !found.has(id))).toEqual([])

      const killed = new Promise<void>((resolve) => {
        let count = 0
        const acknowledged = (id: string) => {
          promised.push(id)
          if (++count < ACKNOWLEDGED_PER_ROUND) return
          child.process.kill('SIGKILL')
          resolve()
        }
        for (let writer = 0; writer < WRITERS; writer++) void write(url, token, acknowledged)
      })
      await killed
      await child.ended
    }
    child = serveFixture({ dataDir })
    const url = await addressOf(child)
    const found = await idsAt(url, await tokenFrom(url))
    expect(promised.filter((id) => !found.has(id))).toEqual([])
    expect(promised.length).toBeGreaterThanOrEqual(ROUNDS * ACKNOWLEDGED_PER_ROUND)
  })

  it('says goodbye at SIGTERM: the database is closed, the exit code is 0, the folder is free', async () => {
    child.process.kill('SIGTERM')
    expect(await child.ended).toBe(0)
    child = serveFixture({ dataDir })
    await addressOf(child)
    child.process.kill('SIGINT')
    expect(await child.ended).toBe(0)
  })
})
