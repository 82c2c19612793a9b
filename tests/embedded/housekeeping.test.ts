import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseSession } from '../../supabase/embedded/engine/database-session.ts'
import { tendTables } from '../../supabase/embedded/worker/maintenance.ts'

let session: DatabaseSession
beforeAll(async () => {
  session = new DatabaseSession(await PGlite.create())
  await session.exec('create table "Odd name" (n int); create table quiet (n int)')
})
afterAll(() => session.pglite.close())

/** What the planner believes, -1 while it was never told. */
async function believed(table: string): Promise<number> {
  const [row] = await session.query<{ rows: number }>(
    'select reltuples::int as rows from pg_class where oid = $1::regclass',
    [table],
  )
  return row!.rows
}

/** Counts of changes reach the statistics once a second; a test does not wait for that. */
const flush = () => session.exec('select pg_stat_force_next_flush(); select 1')

describe('tending the tables', () => {
  it('tells the planner of a table that changed a lot, and of no other', async () => {
    await session.query('insert into "Odd name" select generate_series(1, 1000)')
    await session.query('insert into quiet select generate_series(1, 40)')
    await flush()
    await tendTables(session)
    expect(await believed('"Odd name"')).toBe(1000)
    expect(await believed('quiet')).toBe(-1)
  })

  it('waits for a tenth of the table to change before it does so again', async () => {
    await session.query('insert into "Odd name" select generate_series(1, 100)')
    await flush()
    await tendTables(session)
    expect(await believed('"Odd name"')).toBe(1000)
    await session.query('insert into "Odd name" select generate_series(1, 100)')
    await flush()
    await tendTables(session)
    expect(await believed('"Odd name"')).toBe(1200)
  })

  it('clears what was deleted', async () => {
    await session.query('delete from "Odd name" where n > 100')
    await flush()
    await tendTables(session)
    const [table] = await session.query<{ dead: number }>(
      `select n_dead_tup::int as dead from pg_stat_user_tables where relname = 'Odd name'`,
    )
    expect(table?.dead).toBe(0)
  })

  it('lets everybody else go first', async () => {
    await session.query('insert into quiet select generate_series(1, 1000)')
    await flush()
    const release = await session.lock.acquire()
    await tendTables(session)
    release()
    expect(await believed('quiet')).toBe(-1)
  })
})
