import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { one } from '../support/one.ts'
import { dueByTheMinute, workedBy, workedMinutes, type IsWorked } from './by-the-minute.ts'
import { addTowns, type Town } from './towns.ts'

/** Local minutes since 1970, from the end of 2025 to the beginning of 2027, of which nothing is shipped. */
const FIRST_MINUTE = Date.UTC(2025, 11, 20) / 60_000
const minute = fc.integer({ min: 0, max: 400 * 1440 }).map((since) => FIRST_MINUTE + since)
/** Six weeks of working time either way. */
const amount = fc.integer({ min: -240 * 60, max: 240 * 60 })
const unit = fc.constantFrom('working_hour', 'working_day')
const town = fc.constantFrom<Town>('plain', 'early', 'night')

const SPANS: Record<Town, { spans: [number, number][]; weekdays: number[] }> = {
  plain: { spans: [[480, 720], [840, 1080]], weekdays: [1, 2, 3, 4, 5] }, // prettier-ignore
  early: { spans: [[450, 690], [780, 1050]], weekdays: [1, 2, 3, 4, 5, 6] }, // prettier-ignore
  night: { spans: [[0, 360], [1320, 1440]], weekdays: [1, 2, 3, 4, 5] }, // prettier-ignore
  york: { spans: [], weekdays: [] },
}

describe('the clock, against counting minute by minute', () => {
  let db: TestDatabase
  let roots: Record<Town, number>
  const isWorked = {} as Record<Town, IsWorked>

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    roots = await addTowns(db.query)
    for (const each of ['plain', 'early', 'night'] as const) {
      const days = await db.query<{ day: string; is_working: boolean }>(
        'select day::text, is_working from public.work_calendar_days where root_id is null or root_id = $1 order by root_id nulls first',
        [roots[each]],
      )
      const differing = new Map(days.map(({ day, is_working }) => [day, is_working]))
      isWorked[each] = workedBy(SPANS[each].spans, SPANS[each].weekdays, differing)
    }
  })
  afterAll(() => db.close())

  /** Local minutes in and out; `n` is an amount in minutes, so that it is a whole number of them again when it comes back. */
  const ask = async (of: Town, from: number, n: number, by: string) => {
    const inUnit = by === 'working_hour' ? 60 : SPANS[of].spans.reduce((sum, [starts, ends]) => sum + ends - starts, 0)
    const { due, back } = await one<{ due: string; back: string }>(
      db.query,
      `with due as (select private.work_due($1, $2::text::timestamptz, $3::text::numeric / $4::text::numeric, $5) as at)
       select (extract(epoch from at) / 60)::text as due,
         (private.work_between($1, $2::text::timestamptz, at, $5) * $4::text::numeric)::text as back from due`,
      [roots[of], `${new Date(from * 60_000).toISOString().slice(0, 19)}+08`, String(n), String(inUnit), by],
    )
    return { due: Number(due) + 480, back: Number(back) }
  }

  it('gives the same instant, and work_between leads back', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(town, minute, amount, unit, async (of, from, n, by) => {
        const { due, back } = await ask(of, from, n, by)
        expect(due).toBeCloseTo(dueByTheMinute(from, n, isWorked[of]), 5)
        expect(back).toBeCloseTo(n, 5)
      }),
      { numRuns: 300, seed: 20261122 },
    )
  })

  it('counts between any two instants what was worked there', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(town, minute, minute, async (of, some, other) => {
        const [from, to] = some < other ? [some, other] : [other, some]
        const at = (each: number) => `${new Date(each * 60_000).toISOString().slice(0, 19)}+08`
        const { there, back } = await one<{ there: string; back: string }>(
          db.query,
          `select (private.work_between($1, $2::text::timestamptz, $3::text::timestamptz, 'working_hour') * 60)::text as there,
             (private.work_between($1, $3::text::timestamptz, $2::text::timestamptz, 'working_hour') * 60)::text as back`,
          [roots[of], at(from), at(to)],
        )
        const worked = workedMinutes(from, to, isWorked[of])
        expect(Number(there)).toBeCloseTo(worked, 5)
        expect(Number(back)).toBeCloseTo(-worked, 5)
      }),
      { numRuns: 60, seed: 20261122 },
    )
  })

  it('never runs backwards: more time is later, and so is a later start', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(town, minute, amount, fc.integer({ min: 1, max: 3000 }), async (of, from, n, more) => {
        const { due } = await ask(of, from, n, 'working_hour')
        expect((await ask(of, from, n + more, 'working_hour')).due).toBeGreaterThan(due)
        expect((await ask(of, from + more, n, 'working_hour')).due).toBeGreaterThanOrEqual(due)
      }),
      { numRuns: 100, seed: 20261122 },
    )
  })
})
