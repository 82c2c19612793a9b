import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { WebSocket } from 'ws'
import { startTestServer } from '../../support/test-server.ts'
import type { Answer, Door } from './door.ts'
import { PEOPLE, type Person } from './read-matrix.ts'
import { ACCOUNTS, addSetting, PASSWORD, type Setting } from './setting.ts'
import type { Row } from './specimens.ts'

/** The most rows that the API gives at once. */
const PAGE = 1000

type Response = { data: unknown; error: { code?: string; message: string } | null; status: number }

/** Through supabase-js and the product's own server, every person signed in with a password as in a browser. */
export async function openApiDoor(): Promise<{
  door: Door
  setting: Setting
  clients: Record<Person, SupabaseClient>
}> {
  const server = await startTestServer({ withApp: false })
  const setting = await addSetting(server.query)
  const clients = {} as Record<Person, SupabaseClient>
  for (const person of PEOPLE) {
    const key = person === 'secret key' ? server.keys.secretKey : server.keys.publishableKey
    const client = createClient(server.url, key, {
      auth: { persistSession: false, autoRefreshToken: false },
      // Node 20 has no WebSocket of its own; nothing here opens one.
      realtime: { transport: WebSocket as never },
    })
    const account = ACCOUNTS[person]
    if (account !== null) {
      const { error } = await client.auth.signInWithPassword({ email: `${account}@demo.example`, password: PASSWORD })
      if (error) throw new Error(`${account} could not sign in.`, { cause: error })
    }
    clients[person] = client
  }

  const door: Door = {
    owner: server.query,
    select: async (person, table, columns) => {
      const rows: Row[] = []
      for (;;) {
        const page = clients[person].from(table).select(columns.join())
        const answer = answerOf(await inOrder(page, columns).range(rows.length, rows.length + PAGE - 1))
        if (answer.refused !== null) return answer
        rows.push(...answer.rows)
        if (answer.rows.length < PAGE) return { rows, refused: null }
      }
    },
    insert: async (person, table, row) => answerOf(await clients[person].from(table).insert(row)),
    upsert: async (person, table, row, key) =>
      answerOf(await clients[person].from(table).upsert(row, { onConflict: key.join() })),
    update: async (person, table, where, change) =>
      answerOf(await clients[person].from(table).update(change).match(where).select(Object.keys(where).join())),
    remove: async (person, table, where) =>
      answerOf(await clients[person].from(table).delete().match(where).select(Object.keys(where).join())),
    call: async (person, name, parameters) => {
      const { data, ...rest } = await clients[person].rpc(name, parameters)
      return answerOf({ ...rest, data: [{ gives: data }] })
    },
    close: server.stop,
  }
  return { door, setting, clients }
}

/** Pages only fit together when each is cut from the same order. */
function inOrder<Query extends { order: (column: string) => Query }>(query: Query, columns: string[]): Query {
  return columns.reduce((ordered, column) => ordered.order(column), query)
}

/** @throws when it is neither an answer nor a refusal with the status that goes with it */
function answerOf({ data, error, status }: Response): Answer {
  if (!error) return { rows: (data ?? []) as Row[], refused: null }
  const code = error.code ?? ''
  const expected = code === '42501' ? [401, 403] : code.startsWith('PT') ? [Number(code.slice(2))] : [400, 404, 409]
  if (!expected.includes(status)) throw new Error(`${status} ${code}: ${error.message}`)
  return { rows: null, refused: code.startsWith('PT') ? `${code} ${error.message}` : code }
}
