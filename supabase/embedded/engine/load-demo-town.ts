import { dayOf, hourOf } from '../../demo/life/calendar.ts'
import { demoLife } from '../../demo/life/demo-life.ts'
import { loadDemo, type LoadProgress } from '../../demo/load/load-demo.ts'
import type { DatabaseSession, RunStatement } from './database-session.ts'
import { demoTown } from './demo-town.ts'
import { resetSession } from './reset-session.ts'

/**
 * Makes the demo township and loads it, with the last twelve months up to this hour.
 *
 * @param record remembers in the same transaction that it is there, with a mark of what it was made of
 */
export async function loadDemoTown(
  session: DatabaseSession,
  hotspots: number,
  onProgress: (progress: LoadProgress) => void,
  record: (run: RunStatement, mark: string) => Promise<unknown>,
): Promise<void> {
  const now = Date.now()
  const today = dayOf(now)
  const town = demoTown()
  const life = demoLife(town, { seed: town.seed, today, hotspots, untilHour: Math.floor(hourOf(now)) })
  try {
    await session.transaction(async (run) => {
      await loadDemo(run, town, life, onProgress)
      await record(run, `${town.seed} ${today} ${hotspots}`)
    })
  } finally {
    await resetSession(session)
  }
  // A new table has no map of what all may see, and the engine no autovacuum to make one.
  await session.query('vacuum (analyze) public.hotspots, public.hotspot_events, public.hotspot_counters')
}
