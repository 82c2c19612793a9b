import { handlersByUnit } from '../life/people.ts'
import type { DemoLimit } from '../life/working-clock.ts'
import type { DemoToLoad } from './demo-to-load.ts'
import { setIndexesAside } from './indexes.ts'
import type { Keys } from './keys.ts'
import { loadCampaigns } from './load-campaigns.ts'
import { loadHotspots } from './load-hotspots.ts'
import { loadOrders } from './load-orders.ts'
import { loadLimits, loadRoutes } from './load-rules.ts'
import { loadPeople, loadUnits } from './load-people.ts'
import { loadTown } from './load-town.ts'
import type { Run } from './run.ts'

/** How far a load has come. */
export interface LoadProgress {
  readonly done: number
  readonly total: number
}

/**
 * Puts the invented township into a database that has the migrations and nothing else. Has to run in one transaction, as a superuser: cases are
 * loaded with triggers off and their areas and counters worked out for all of them at once.
 *
 * @param run within the caller's transaction
 */
export async function loadDemo(
  run: Run,
  { town, life, batches }: DemoToLoad,
  onProgress: (progress: LoadProgress) => void = () => {},
): Promise<void> {
  const { areas, places } = await loadTown(run, town)
  const root = areas.get(town.areas[0]?.key ?? '') ?? 0
  const units = await loadUnits(run, life.units, root, areas)
  const users = await loadPeople(run, life.people, areas, units)
  const campaigns = await loadCampaigns(run, life, root, areas, units)
  await loadLimits(run, root)
  const categories = await categoriesOf(run, root)
  const keys: Keys = { root, areas, places, units, users, campaigns, categories, workDays: await workDaysOf(run) }
  // Small tables without statistics look large, and planning for large ones costs more than the work.
  await run('analyze public.areas, public.area_boundaries')
  await run('set local session_replication_role = replica')
  const buildIndexes = await setIndexesAside(run, life.count)
  await loadHotspots(run, batches(keys), root, (done) => onProgress({ done, total: life.count }))
  await buildIndexes()
  await run('set local session_replication_role = origin')
  await loadRoutes(run, life.routes, keys)
  await run('select private.rebuild_counters()')
  await loadOrders(run, keys, handlersByUnit(life.people))
  await run(
    'analyze public.hotspots, public.hotspot_events, public.hotspot_counters, public.places, public.units, public.members, auth.users',
  )
}

async function categoriesOf(run: Run, root: number): Promise<Keys['categories']> {
  const rows = await run<{ key: string; id: number; urgent: boolean; limit: DemoLimit }>(
    `select code_system || ' ' || code as key, id::int as id, urgent,
       (select jsonb_build_object('amount', l.amount, 'unit', l.unit) from private.limit_for($1::bigint, id, urgent) l) as limit
     from public.categories where root_id is null and kind = 'event'`,
    [root],
  )
  return new Map(rows.map(({ key, id, urgent, limit }) => [key, { id, urgent, limit }]))
}

async function workDaysOf(run: Run): Promise<Keys['workDays']> {
  const rows = await run<{ day: string; isWorking: boolean }>(
    `select day::text, is_working as "isWorking" from public.work_calendar_days where root_id is null`,
  )
  return new Map(rows.map(({ day, isWorking }) => [day, isWorking]))
}
