import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { one } from '../support/one.ts'
import { DUE_VECTORS } from './due-vectors.ts'
import { EXTENSION_VECTORS, PAUSE_VECTORS } from './move-vectors.ts'
import { readTable } from './read-table.ts'
import { addTowns, zoneOf, type Town } from './towns.ts'

const DUE = readTable(DUE_VECTORS, ['town', 'from', 'amount', 'unit', 'due', 'why'])
const PAUSE_HEADINGS = ['from', 'amount', 'unit', 'due', 'paused', 'left', 'resumed', 'due again', 'why'] as const
const PAUSES = readTable(PAUSE_VECTORS, PAUSE_HEADINGS)
const EXTENSIONS = readTable(EXTENSION_VECTORS, ['due', 'granted', 'days', 'unit', 'due again', 'why'])

describe('the clock, against what was worked out by hand', () => {
  let db: TestDatabase
  let roots: Record<Town, number>

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    roots = await addTowns(db.query)
  })
  afterAll(() => db.close())

  /** Local time in, local time out. */
  const due = async (town: Town, from: string, amount: string, unit: string) =>
    (
      await one<{ due: string }>(
        db.query,
        `select to_char(private.work_due($1, $2::text::timestamp at time zone $5, $3::text::numeric, $4) at time zone $5,
           'YYYY-MM-DD HH24:MI:SS.US') as due`,
        [roots[town], from, amount, unit, zoneOf(town)],
      )
    ).due
  const between = async (town: Town, from: string, to: string, unit: string) =>
    Number(
      (
        await one<{ amount: string }>(
          db.query,
          `select private.work_between($1, $2::text::timestamp at time zone $5, $3::text::timestamp at time zone $5, $4)::text as amount`,
          [roots[town], from, to, unit, zoneOf(town)],
        )
      ).amount,
    )
  const exactly = (minute: string) => `${minute}:00.000000`

  it('has enough of them, in all five units', () => {
    expect(DUE.length + PAUSES.length + EXTENSIONS.length).toBeGreaterThanOrEqual(120)
    expect(new Set(DUE.map(({ unit }) => unit)).size).toBe(5)
  })

  it.each(DUE)('$town, $from + $amount $unit: $due, for $why', async (row) => {
    const town = row.town as Town
    expect(await due(town, row.from, row.amount, row.unit)).toBe(exactly(row.due))
    expect(await between(town, row.from, row.due, row.unit)).toBe(Number(row.amount))
    // The other way round it is the same time with the other sign.
    expect(await between(town, row.due, row.from, row.unit)).toBe(-Number(row.amount) || 0)
  })

  it.each(PAUSES)('$from + $amount $unit, paused from $paused to $resumed: $why', async (row) => {
    expect(await due('plain', row.from, row.amount, row.unit)).toBe(exactly(row.due))
    expect(await between('plain', row.paused, row.due, row.unit)).toBe(Number(row.left))
    expect(await due('plain', row.resumed, row.left, row.unit)).toBe(exactly(row['due again']))
  })

  it.each(EXTENSIONS)('due $due, extended on $granted by $days $unit: $why', async (row) => {
    const from = row.due > row.granted ? row.due : row.granted
    expect(await due('plain', from, row.days, row.unit)).toBe(exactly(row['due again']))
  })
})
