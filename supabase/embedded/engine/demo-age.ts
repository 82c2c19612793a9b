import { beginOfDay, DAY_MS } from '../../demo/life/calendar.ts'
import type { DatabaseSession } from './database-session.ts'

/** A demo that is made anew within seconds, and looks a week old by then. */
const KEPT_DAYS = 7
const QUICKLY_MADE = 50_000

/** What people of a demo write in. Signing in writes elsewhere. */
const WRITTEN = 'areas members units places settings campaigns campaign_phases campaign_targets hotspots hotspot_events'

/** The demo township in a database: of which day it is, how many cases it was made with, whether anybody has changed anything since. */
export interface DemoAge {
  readonly days: number
  readonly hotspots: number
  readonly isUntouched: boolean
}

/** How old the demo township in a database is; null when there is none. */
export async function demoAge(session: DatabaseSession, now: number): Promise<DemoAge | null> {
  const [seeded] = await session.query<{ hash: string }>(
    "select hash from supabase_migrations.seed_files where path = 'supabase/demo'",
  )
  const [, day = '', hotspots = ''] = seeded?.hash.split(' ') ?? []
  if (!seeded) return null
  // All of it came in one transaction, whose number every row still bears.
  const changed = WRITTEN.split(' ').map((table) => `exists (select from public.${table} t where t.xmin <> first.xmin)`)
  const [touched] = await session.query<{ is_touched: boolean }>(`
    select ${changed.join(' or ')} or exists (select from storage.objects) as is_touched
    from (select xmin from public.hotspot_events order by id limit 1) first`)
  return {
    days: Math.floor((now - beginOfDay(day)) / DAY_MS),
    hotspots: Number(hotspots),
    isUntouched: touched?.is_touched === false,
  }
}

/** Whether a demo looks old. */
export const isOld = ({ days }: DemoAge): boolean => days > KEPT_DAYS

/** Whether nothing is lost, and little time, when a demo is made anew. */
export const mayBeRenewed = ({ isUntouched, hotspots }: DemoAge): boolean => isUntouched && hotspots <= QUICKLY_MADE
