import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Samples } from '../measure/samples.ts'
import type { Site } from '../measure/site.ts'
import { BATCH } from './api-writes.ts'

const SINGLES = 20
/** Numbers of the generator that no size holds. */
const FIRST_NEW = 2_000_000

export const SQL_SINGLE = { with: 'insert one (SQL, triggers)', without: 'insert one (SQL, no triggers)' }
export const SQL_BATCH = { with: `insert ${BATCH} (SQL, triggers)`, without: `insert ${BATCH} (SQL, no triggers)` }

/** Inserts as the owner with the engine's own clock, with and without triggers by turns. */
export async function measureSqlWrites(sites: readonly Site[], rounds: number, samples: Samples): Promise<void> {
  const script = readFileSync(join(import.meta.dirname, 'sql-writes.sql'), 'utf8')
  for (const { server } of sites) await server.exec(script)
  for (let round = -1; round < rounds; round += 1) {
    for (const triggers of ['with', 'without'] as const) {
      for (const { server, size } of sites) {
        const [row] = await server.query<{ took: { singles: number[]; batch: number } }>(
          'select pg_temp.time_inserts($1, $2, $3, $4) as took',
          [triggers === 'with', FIRST_NEW + 10_000 * (round + 1), SINGLES, BATCH],
        )
        if (!row || round < 0) continue
        for (const ms of row.took.singles) samples.add(SQL_SINGLE[triggers], size, round, ms)
        samples.add(SQL_BATCH[triggers], size, round, row.took.batch)
      }
    }
  }
}
