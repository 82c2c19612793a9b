import { loadDemo } from '../../demo/load/load-demo.ts'
import { DemoMaker } from '../maker/demo-maker.ts'
import type { DatabaseSession, RunStatement } from './database-session.ts'
import { resetSession } from './reset-session.ts'
import type { SeedOptions } from './seed-options.ts'

/**
 * Loads the demo township, with the last twelve months up to this hour, while its maker makes it.
 *
 * @param record remembers in the same transaction that it is there, with a mark of what it was made of
 */
export async function loadDemoTown(
  session: DatabaseSession,
  hotspots: number,
  { maker: given, onStep = () => {}, onProgress = () => {} }: SeedOptions,
  record: (run: RunStatement, mark: string) => Promise<unknown>,
): Promise<void> {
  const maker = given ?? new DemoMaker()
  try {
    onStep('town')
    const { mark, demo } = await maker.begin(hotspots)
    onStep('cases')
    await session.transaction(async (run) => {
      await loadDemo(run, demo, (progress) => {
        onProgress(progress)
        if (progress.done === progress.total) onStep('indexes')
      })
      await record(run, mark)
    })
  } finally {
    await resetSession(session)
    if (!given) await maker.end()
  }
  // A new table has no map of what all may see, and the engine no autovacuum to make one.
  await session.query('vacuum (analyze) public.hotspots, public.hotspot_events, public.hotspot_counters')
}
