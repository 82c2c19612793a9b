import type { Site } from '../measure/site.ts'
import type { Shown } from './play-in-browser.ts'

/** How the bench town stood at the end of a day, counted from the table; what a replay shows for it. */
export async function standInSql(
  { server, root }: Site,
  { day, isNow }: Pick<Shown, 'day' | 'isNow'>,
): Promise<Omit<Shown, 'day' | 'isNow'>> {
  const [row] = await server.query<{ found: number; done: number; bySource: number }>(
    `select (count(*) filter (where was_found and not (was_closed and state in (7, 8, 9))))::int as found,
       (count(*) filter (where was_closed and state in (5, 6)))::int as done, (count(*) filter (where was_closed and state = 11))::int as "bySource"
     from (
       select state, $2 or reported_at < moment as was_found,
         end_reason is not null and ($2 or (closed_at < moment and reported_at < moment)) as was_closed
       from public.hotspots, (select ($3::date + 1)::timestamp at time zone 'Asia/Shanghai' as moment) as the_end
       where root_id = $1
     ) as seen`,
    [root, isNow, day],
  )
  if (!row) throw new Error('Nothing was counted.')
  return { ...row, open: row.found - row.done - row.bySource }
}
