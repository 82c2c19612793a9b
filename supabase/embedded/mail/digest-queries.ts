import type { DatabaseSession } from '../engine/database-session.ts'
import type { StatementWatch } from '../worker/statement-watch.ts'
import type { NoticeGroup, Outcome, Recipient } from './notices.ts'

/** Who gets a mail at an instant (ISO 8601), asked above row level security. */
export function digestsDue(session: DatabaseSession, now: string, at: string): Promise<Recipient[]> {
  return session.query<Recipient & Record<string, unknown>>(
    `select user_id as "userId", email, root_id::int as "rootId", root_name as "rootName", zone, day::text as day
     from private.mail_digests_due($1::timestamptz, $2::time)`,
    [now, at],
  )
}

/** Writes down that a mail is begun; false when somebody else has begun it. A server that dies now does not send it again. */
export async function beginDigest(session: DatabaseSession, { userId, rootId, day }: Recipient): Promise<boolean> {
  const begun = await session.query(
    `insert into private.mail_digests as d (user_id, root_id, day, outcome, tries) values ($1, $2, $3::date, 'sending', 1)
     on conflict (user_id, root_id, day) do update set outcome = 'sending', tries = d.tries + 1, updated_at = now() where d.outcome = 'failed'
     returning 1 as begun`,
    [userId, rootId, day],
  )
  return begun.length === 1
}

/** What waits for a person, asked as that person and so within what it may see. */
export function noticesOf(
  session: DatabaseSession,
  watch: StatementWatch,
  { userId, email, rootId }: Recipient,
): Promise<NoticeGroup[]> {
  const claims = { role: 'authenticated', aud: 'authenticated', sub: userId, email }
  return session.rehearse(async (run) => {
    await run(
      `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true),
         set_config('request.jwt.claim.sub', $2, true), set_config('request.jwt.claim.role', 'authenticated', true)`,
      [JSON.stringify(claims), userId],
    )
    const [row] = await watch.during(() =>
      run<{ groups: NoticeGroup[] }>(`select public.my_notices($1) -> 'groups' as groups`, [rootId]),
    )
    return row?.groups ?? []
  })
}

/** Writes down what became of a mail that was begun. */
export async function endDigest(
  session: DatabaseSession,
  { userId, rootId, day }: Recipient,
  outcome: Outcome,
): Promise<void> {
  await session.query(
    `update private.mail_digests set outcome = $4, updated_at = now() where user_id = $1 and root_id = $2 and day = $3::date`,
    [userId, rootId, day, outcome],
  )
}
