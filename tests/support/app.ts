import { test as base, type Page } from '@playwright/test'
import { DEMO_PASSWORD, demoEmail, type DemoAccount } from './actors.ts'
import { startTestServer, type TestServer } from './test-server.ts'

export { expect } from '@playwright/test'

type OfTheTest = {
  /**
   * Signs a page in as one of the demo accounts, without the form; the page shows nothing yet: go where the test begins. Tests share the session of
   * an account, unless one ends it and so needs its `own`.
   */
  signIn: (page: Page, account: DemoAccount, session?: 'shared' | 'own') => Promise<void>
  /** Fails a test whose pages threw what nobody caught. */
  nothingThrown: void
}
type OfTheWorker = {
  /** The product as `npm start` serves it, with the demo township; one for all tests of a worker. */
  app: TestServer
  /** What the accounts have signed in with so far. */
  sessions: Map<DemoAccount, { session: string; from: number }>
}

/** Where the app keeps its session, as src/data/client.ts names it. */
const SESSION_KEY = 'session'
/** Well before a page would exchange a session for a new one. */
const SESSION_SHARED_MS = 20 * 60_000

/** Playwright's `test` over a running product: `app`, `signIn`, and `page.goto('/map')` goes to it. */
export const test = base.extend<OfTheTest, OfTheWorker>({
  app: [
    // Playwright reads the names of the fixtures it hands over from this pattern, so it has to be one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const app = await startTestServer()
      await use(app)
      await app.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  sessions: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await use(new Map())
    },
    { scope: 'worker' },
  ],

  baseURL: ({ app }, use) => use(app.url),

  signIn: async ({ app, sessions }, use) => {
    await use(async (page, account, kind = 'shared') => {
      let shared = sessions.get(account)
      if (!shared || performance.now() - shared.from > SESSION_SHARED_MS) {
        shared = { session: await sessionOf(app, account), from: performance.now() }
        sessions.set(account, shared)
      }
      const session = kind === 'own' ? await sessionOf(app, account) : shared.session
      await page.goto(`${app.url}/config.json`)
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [SESSION_KEY, session] as const)
    })
  },

  nothingThrown: [
    async ({ context }, use) => {
      const thrown: string[] = []
      // Cookies and storage have gone with the last test, what it was allowed has not.
      await context.clearPermissions()
      context.on('weberror', (webError) => thrown.push(webError.error().stack ?? webError.error().message))
      await use()
      base.expect(thrown, 'what the pages threw and nobody caught').toEqual([])
    },
    { auto: true },
  ],
})

/** What supabase-js stores after a sign-in with a password. */
async function sessionOf({ url, keys }: TestServer, account: DemoAccount): Promise<string> {
  const response = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: keys.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email: demoEmail(account), password: DEMO_PASSWORD }),
  })
  if (!response.ok) throw new Error(`${account} could not sign in: ${response.status} ${await response.text()}`)
  const session = (await response.json()) as { expires_in: number }
  return JSON.stringify({ expires_at: Math.floor(Date.now() / 1000) + session.expires_in, ...session })
}
