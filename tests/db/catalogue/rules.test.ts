import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedOut } from '../../support/actors.ts'
import { openTestDatabase } from '../../support/database.ts'
import type { Query, TestDatabase } from '../../support/test-database.ts'
import { asOwner } from '../support/as-owner.ts'
import { RULES, type Rule } from './rules.ts'

describe('in the whole schema', () => {
  let db: TestDatabase

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
  })
  afterAll(() => db.close())

  const offenders = async (query: Query, rule: Rule) =>
    (await query<{ name: string }>(rule.offenders)).map(({ name }) => name).sort()

  describe.each(RULES)('$name', (rule) => {
    it('holds', async () => {
      expect(await offenders(db.query, rule)).toEqual([])
    })

    it('is seen to be broken', async () => {
      const found = await db.rehearse(signedOut, (query) =>
        asOwner(query, async (owner) => {
          await owner(rule.plant)
          return offenders(owner, rule)
        }),
      )
      expect(new Set(found)).toEqual(new Set([rule.found]))
    })
  })
})
