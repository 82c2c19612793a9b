import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql, type Kysely } from 'kysely'
import { openDatabase, type OpenDatabase } from '../../supabase/embedded/database.ts'
import { DatabaseSession } from '../../supabase/embedded/engine/database-session.ts'
import { lockedKysely } from '../../supabase/embedded/lite/locked-driver.ts'
import { makeWatchedMemory, StatementWatch } from '../../supabase/embedded/worker/statement-watch.ts'
import { fixture } from './support/fixture.ts'

let database: OpenDatabase
let session: DatabaseSession
let kysely: Kysely<unknown>

beforeAll(async () => {
  database = await openDatabase({ ...fixture, seed: null })
  session = new DatabaseSession(database.pglite)
  kysely = lockedKysely(session, new StatementWatch(makeWatchedMemory()))
  await session.exec('create table public.seen (who text, role text, transaction_id bigint)')
  await session.exec('grant insert on public.seen to anon')
})
afterAll(() => database.close())

/** A turn of the event loop in the middle of a transaction: the moment at which another one could come between. */
const pause = () => new Promise((resolve) => setImmediate(resolve))

const note = (who: string) => sql`insert into public.seen values (${who}, current_user, txid_current())`

describe('transactions that want the one session at the same time', () => {
  it('run one after the other, each as its own role, and roll back alone', async () => {
    const asAnon = (who: string, isKept: boolean) =>
      kysely
        .transaction()
        .execute(async (transaction) => {
          await sql`set local role anon`.execute(transaction)
          await note(who).execute(transaction)
          await pause()
          await note(who).execute(transaction)
          if (!isKept) throw new Error('rolled back')
        })
        .catch((error: Error) => expect(error.message).toBe('rolled back'))
    await Promise.all([
      ...['a', 'b', 'c'].map((who) => asAnon(who, true)),
      asAnon('undone', false),
      note('single').execute(kysely),
      session.transaction(async (run) => {
        await run(`insert into public.seen values ('owner', current_user, txid_current())`)
        await pause()
        await run(`insert into public.seen values ('owner', current_user, txid_current())`)
      }),
    ])
    const rows = await session.query(
      `select who, role, count(*)::int as rows, count(distinct transaction_id)::int as transactions
       from public.seen group by who, role order by who`,
    )
    expect(rows).toEqual([
      { who: 'a', role: 'anon', rows: 2, transactions: 1 },
      { who: 'b', role: 'anon', rows: 2, transactions: 1 },
      { who: 'c', role: 'anon', rows: 2, transactions: 1 },
      { who: 'owner', role: 'postgres', rows: 2, transactions: 1 },
      { who: 'single', role: 'postgres', rows: 1, transactions: 1 },
    ])
  })

  it('leave the session usable after a script that failed half-way', async () => {
    await expect(session.exec('begin; set local role anon; select 1 / 0; commit')).rejects.toThrow('division by zero')
    expect(await session.query('select current_user::text as name')).toEqual([{ name: 'postgres' }])
  })
})
