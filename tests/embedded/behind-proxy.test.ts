import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixture, type FixtureServer } from './support/fixture.ts'

/** Wrong tokens from one address before it has to wait. */
const LIMIT = 10

/** Tries a one-time token that is wrong. @returns 403, or 429 for an address that has to wait */
async function guess(server: FixtureServer, forwardedFor: string): Promise<number> {
  const body = {
    token: 'wrong',
    email: 'a@b.example',
    password: 'a long password',
    displayName: 'A',
    townshipName: 'B',
  }
  const response = await fetch(`${server.url}/setup/v1/first-admin`, {
    method: 'POST',
    headers: { 'x-forwarded-for': forwardedFor },
    body: JSON.stringify(body),
  })
  await response.body?.cancel()
  return response.status
}

async function guessUntilHeldBack(server: FixtureServer, forwardedFor: (i: number) => string): Promise<void> {
  for (let i = 0; i < LIMIT; i++) expect(await guess(server, forwardedFor(i))).toBe(403)
}

describe('failures behind a proxy on this machine', () => {
  let server: FixtureServer

  beforeAll(async () => {
    server = await startFixture({ behindProxy: true, forceExposedDemo: true })
  })
  afterAll(() => server.stop())

  it('count for the address that the proxy names, whatever the guesser wrote before it', async () => {
    await guessUntilHeldBack(server, (i) => `192.0.2.${i}, 10.0.0.1`)
    expect(await guess(server, '10.0.0.1')).toBe(429)
    expect(await guess(server, '10.0.0.2, 10.0.0.1')).toBe(429)
  })

  it('hold nobody else back', async () => {
    expect(await guess(server, '10.0.0.2')).toBe(403)
  })

  it('count for the proxy itself when it names nobody', async () => {
    await guessUntilHeldBack(server, () => '')
    expect(await guess(server, '')).toBe(429)
  })
})

describe('failures without a proxy', () => {
  let server: FixtureServer

  beforeAll(async () => {
    server = await startFixture()
  })
  afterAll(() => server.stop())

  it('count for the peer: an address in a header is only a claim', async () => {
    await guessUntilHeldBack(server, (i) => `10.0.0.${i}`)
    expect(await guess(server, '10.0.0.99')).toBe(429)
  })
})
