import type { Run } from './run.ts'

/** So many cases are loaded faster without indexes, which are built afterwards from what is there. */
const WORTH_IT = 5_000

/**
 * Drops the indexes that a big load would have to keep; primary keys and constraints stay.
 *
 * @returns what builds them again
 */
export async function setIndexesAside(run: Run, hotspots: number): Promise<() => Promise<void>> {
  if (hotspots < WORTH_IT) return async () => {}
  const indexes = await run<{ name: string; definition: string }>(`
    select format('%I.%I', i.schemaname, i.indexname) as name, i.indexdef as definition from pg_indexes i
    where i.schemaname = 'public' and i.tablename in ('hotspots', 'hotspot_events')
        and not exists (select from pg_constraint c where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)`)
  for (const { name } of indexes) await run(`drop index ${name}`)
  return async () => {
    for (const { definition } of indexes) await run(definition)
  }
}
