import type { Query } from '../../support/test-database.ts'
import { one } from '../support/one.ts'

export type Town = 'plain' | 'early' | 'night' | 'york'

const SETTINGS: Record<Town, Record<string, unknown>> = {
  plain: {},
  early: {
    working_hours: [
      ['07:30', '11:30'],
      ['13:00', '17:30'],
    ],
    working_weekdays: [1, 2, 3, 4, 5, 6],
  },
  night: {
    working_hours: [
      ['00:00', '06:00'],
      ['22:00', '24:00'],
    ],
  },
  york: { time_zone: 'America/New_York' },
}

/** The time zone in which a town's vectors are written. */
export const zoneOf = (town: string) => (town === 'york' ? 'America/New_York' : 'Asia/Shanghai')

/** The towns of the vectors, by name the id of their root: see DUE_VECTORS for what is theirs. */
export async function addTowns(query: Query): Promise<Record<Town, number>> {
  const roots = {} as Record<Town, number>
  for (const town of Object.keys(SETTINGS) as Town[]) {
    const sql = `insert into public.areas (level, name) values ('township', $1) returning id`
    roots[town] = (await one<{ id: number }>(query, sql, [town])).id
    for (const [key, value] of Object.entries(SETTINGS[town])) {
      await query('insert into public.settings (area_id, key, value) values ($1, $2, $3::text::jsonb)', [
        roots[town],
        key,
        JSON.stringify(value),
      ])
    }
  }
  await query(
    `insert into public.work_calendar_days (root_id, day, is_working, name)
     values ($1, '2026-11-18', false, '庙会'), ($1, '2026-10-05', true, '值班')`,
    [roots.early],
  )
  return roots
}
