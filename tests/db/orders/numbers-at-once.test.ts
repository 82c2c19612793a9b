import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { addOrderTown, issueAs, issueNew, letter, type OrderTown } from './order-facts.ts'

describe('many orders issued at once', () => {
  let db: TestDatabase
  let town: OrderTown

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    town = await addOrderTown(db.query)
  })
  afterAll(() => db.close())

  it('have each a number of their own, without a gap, also where some come to nothing', async () => {
    const { supervisor } = town.people
    const kinds = ['supervision', 'rectification', 'bulletin']
    // Every fifth is given up after it has taken its number.
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => {
        const input = letter(town, { kind: kinds[i % 3] })
        return i % 5 === 4 ? db.rehearse(supervisor, (query) => issueNew(query, input)) : issueAs(db, supervisor, input)
      }),
    )
    const series = await db.query<{ serials: number[] }>(
      'select array_agg(serial order by serial) as serials from public.orders group by kind',
    )
    expect(series.map(({ serials }) => serials)).toEqual(Array.from({ length: 3 }, () => [1, 2, 3, 4, 5, 6, 7, 8]))
  })
})
