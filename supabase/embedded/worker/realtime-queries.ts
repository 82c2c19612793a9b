import { randomUUID } from 'node:crypto'
import type { DatabaseSession, RunStatement } from '../engine/database-session.ts'
import type { Claims, DatabaseMessage } from './protocol.ts'
import type { StatementWatch } from './statement-watch.ts'

/**
 * Whether the policies on `realtime.messages` let these claims receive on a private topic, asked as Supabase does: put a message there, look
 * whether it can be seen, take it back.
 */
export function mayRead(
  session: DatabaseSession,
  watch: StatementWatch,
  claims: Claims,
  topic: string,
): Promise<boolean> {
  return asked(session, watch, async (run) => {
    const id = randomUUID()
    await run(`insert into realtime.messages (id, topic, extension) values ($1, $2, 'broadcast')`, [id, topic])
    await become(run, claims, topic)
    return (await run('select from realtime.messages where id = $1', [id])).length === 1
  })
}

/** Whether the policies let these claims send to a private topic: try, and take it back. */
export function mayWrite(
  session: DatabaseSession,
  watch: StatementWatch,
  claims: Claims,
  topic: string,
): Promise<boolean> {
  return asked(session, watch, async (run) => {
    await become(run, claims, topic)
    try {
      await run(`insert into realtime.messages (topic, extension) values ($1, 'broadcast')`, [topic])
      return true
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return false
      throw error
    }
  })
}

/** Messages sent since an instant (ms), oldest first. */
export function messagesSince(session: DatabaseSession, instantMs: number): Promise<DatabaseMessage[]> {
  return session.query<DatabaseMessage>(
    `select id, topic, event, private, payload from realtime.messages
     where extension = 'broadcast' and event is not null and inserted_at >= (to_timestamp($1 / 1000.0) at time zone 'UTC')
     order by inserted_at`,
    [instantMs],
  )
}

/** One message; null when it is gone. */
export async function messageById(session: DatabaseSession, id: string): Promise<DatabaseMessage | null> {
  const columns = 'id, topic, event, private, payload'
  const rows = await session.query<DatabaseMessage>(`select ${columns} from realtime.messages where id = $1`, [id])
  return rows[0] ?? null
}

function asked<T>(
  session: DatabaseSession,
  watch: StatementWatch,
  question: (run: RunStatement) => Promise<T>,
): Promise<T> {
  return session.rehearse((run) => question((sql, params) => watch.during(() => run(sql, params))))
}

async function become(run: RunStatement, claims: Claims, topic: string): Promise<void> {
  await run(
    `select set_config('role', $1, true), set_config('realtime.topic', $2, true), set_config('request.jwt.claims', $3, true),
       set_config('request.jwt.claim.sub', $4, true), set_config('request.jwt.claim.role', $1, true)`,
    [claims.role, topic, JSON.stringify(claims), claims.sub ?? ''],
  )
}
