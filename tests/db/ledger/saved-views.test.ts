import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { Actor, TestDatabase } from '../../support/test-database.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { addDispatch, type Dispatch } from '../support/dispatch.ts'

describe('saved views of the ledger', () => {
  let db: TestDatabase
  let dispatch: Dispatch

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    dispatch = await addDispatch(db.query)
    for (const person of ['supervisor', 'viewer'] as const)
      await db.as(dispatch.people[person], (query) =>
        query('insert into public.case_views (root_id, name, query) values ($1, $2, $3)', [
          dispatch.township.root,
          '逾期',
          'view=overdue',
        ]),
      )
  })
  afterAll(() => db.close())

  const tried = async (actor: Actor, sql: string, parameters: unknown[] = []) =>
    db.rehearse(actor, async (query) => {
      const outcome = await attempt(query, sql, parameters)
      return refusalOf(outcome) ?? outcome.rows?.length
    })

  it('are seen, changed and deleted by nobody but their owner', async () => {
    const { people } = dispatch
    for (const person of ['supervisor', 'viewer'] as const) {
      const rows = await db.rehearse(people[person], (query) =>
        query<{ owner: string }>('select user_id as owner from public.case_views'),
      )
      expect(rows).toEqual([{ owner: people[person].userId }])
    }
    expect(await tried(people.admin, 'select 1 from public.case_views')).toBe(0)
    expect(await tried(people.admin, `update public.case_views set name = 'x' returning 1`)).toBe(0)
    expect(await tried(people.admin, 'delete from public.case_views returning 1')).toBe(0)
    expect(await tried(people.viewer, 'delete from public.case_views returning 1')).toBe(1)
    expect(await tried(people['signed-out person'], 'select 1 from public.case_views')).toBe('42501')
  })

  it('are made for oneself only, and only where one is a member', async () => {
    const { people, township, foreign } = dispatch
    const insert = 'insert into public.case_views (user_id, root_id, name, query) values ($1, $2, $3, $4) returning 1'
    const make = (root: number, owner = people.viewer.userId, name = '新') =>
      tried(people.viewer, insert, [owner, root, name, ''])
    expect(await make(township.root)).toBe(1)
    expect(await make(township.root, people.supervisor.userId)).toBe('42501')
    expect(await make(foreign.root)).toBe('42501')
    expect(await make(township.root, undefined, '逾期')).toBe('23505')
    expect(await make(township.root, undefined, ' ')).toBe('23514')
    expect(await make(township.root, undefined, '长'.repeat(41))).toBe('23514')
    expect(await tried(people.viewer, 'update public.case_views set user_id = $1', [people.supervisor.userId])).toBe(
      '42501',
    )
  })
})
