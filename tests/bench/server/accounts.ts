import WebSocket from 'ws'
import { createDataClient, type DataClient } from '../../../src/data/client.ts'
import type { BenchServer } from './start-bench-server.ts'

/** The accounts that town.sql makes, each over the whole root; the name is the role. */
export type BenchAccount = 'viewer' | 'officer' | 'supervisor' | 'planner'

type ClientOptions = NonNullable<Parameters<typeof createDataClient>[1]>
/** Node 20 has no WebSocket of its own, and a client asks for one when it is made. Only the types of the two libraries differ. */
const transport = WebSocket as unknown as NonNullable<ClientOptions['realtime']>['transport']

const connect = ({ url, keys }: BenchServer, options: ClientOptions): DataClient =>
  createDataClient({ url, key: keys.publishableKey }, { realtime: { transport }, ...options })

const addressOf = (account: BenchAccount) => `${account}@bench.example`

/** A client that is signed in: with its password, or with a token that the server has for it. */
export async function signIn(server: BenchServer, account: BenchAccount): Promise<DataClient> {
  if (server.inProcess) {
    const { fetch, tokenOf } = server.inProcess
    const token = await tokenOf(addressOf(account))
    return connect(server, { accessToken: async () => token, global: { fetch } })
  }
  const client = connect(server, { auth: { persistSession: false, autoRefreshToken: false } })
  const { error } = await client.auth.signInWithPassword({ email: addressOf(account), password: 'bench-township' })
  if (error) throw error
  return client
}

/** What the app keeps in its storage after signing in, as JSON. */
export async function sessionOf(server: BenchServer, account: BenchAccount): Promise<string> {
  const { data } = await (await signIn(server, account)).auth.getSession()
  return JSON.stringify(data.session)
}
