import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { one } from '../support/one.ts'
import { pagesOf } from './case-pages.ts'
import { addLedger, type LedgerFacts } from './ledger-facts.ts'

type Tile = { kind: 'points'; no: number[] } | { kind: 'cells'; n: number[][]; scale: number }

describe('the map beside the ledger', () => {
  let db: TestDatabase
  let facts: LedgerFacts

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    facts = await addLedger(db.query)
  })
  afterAll(() => db.close())

  it.each<[string, (facts: LedgerFacts) => Record<string, unknown>]>([
    ['what waits for the caller', () => ({ view: 'mine' })],
    ['to verify, of a campaign', ({ campaigns }) => ({ view: 'to_verify', campaign: campaigns[0] })],
    ['overdue', () => ({ view: 'overdue' })],
    ['due soon', () => ({ view: 'due_soon' })],
    ['ownerless, in a village', ({ township }) => ({ view: 'ownerless', area: township.west })],
    ['come back', () => ({ view: 'relapsed' })],
    ['of a unit', ({ units }) => ({ unit: units.market })],
    ['without a unit', () => ({ unit: 0, view: 'all' })],
    ['chosen numbers', () => ({ nos: [4, 8, 15, 16, 23, 42] })],
  ])('shows as many as the ledger lists: %s', async (_, filterOf) => {
    const filter = { root: facts.township.root, ...filterOf(facts) }
    for (const person of ['supervisor', 'officer of the village', 'handler of the unit in another village'] as const) {
      const actor = facts.people[person]
      const listed = await pagesOf(db, actor, filter, { sort: 'updated', descending: true, limit: 1000 })
      const { tile } = await db.rehearse(actor, (query) =>
        one<{ tile: Tile }>(query, 'select public.hotspot_tile(0, 0, 0, $1) as tile', [filter]),
      )
      if (tile.kind === 'points')
        expect(
          tile.no.toSorted((a, b) => a - b),
          person,
        ).toEqual(listed.toSorted((a, b) => a - b))
      else {
        expect(tile.scale).toBe(1)
        expect(
          tile.n.flat().reduce((sum, n) => sum + n, 0),
          person,
        ).toBe(listed.length)
      }
    }
  })
})
