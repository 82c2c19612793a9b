import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { SqlError } from '../../support/sql-error.ts'
import { attempt, refusalOf } from '../support/attempt.ts'
import { one } from '../support/one.ts'
import { addOrderTown, issueAs, letter, outcomeAs, saveDraft, type OrderJson, type OrderTown } from './order-facts.ts'

describe('an issued order', () => {
  let db: TestDatabase
  let town: OrderTown
  let order: OrderJson

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    town = await addOrderTown(db.query)
    order = await issueAs(db, town.people.supervisor, letter(town))
    await db.as(town.people['handler of the unit'], (query) =>
      query(`select public.reply_order($1, '已整改')`, [order.id]),
    )
  })
  afterAll(() => db.close())

  const detail = () =>
    db.rehearse(
      town.people.supervisor,
      async (query) =>
        (await one<{ detail: OrderJson }>(query, 'select public.order_detail($1) as detail', [order.id])).detail,
    )

  it('says what it said, whatever becomes of its cases', async () => {
    const before = await detail()
    await db.query(`update public.hotspots set title = '改了', address = '别处' where id = $1`, [town.open.id])
    await db.query(
      `update public.hotspots set status = 'closed', end_reason = 'fixed', closed_at = now() where id = $1`,
      [town.open.id],
    )
    await db.query(`update public.units set name = '新名' where id = $1`, [town.units.cleaners])
    const after = await detail()
    expect(after.content).toEqual(before.content)
    expect(after.content.cases[0]).toMatchObject({ title: '占道堆放', isOpen: true, unitName: '环卫所' })
    expect(after.now[0]).toMatchObject({ no: town.open.no, isOpen: false })
  })

  it.each([
    ['its title', `update public.orders set title = 'x' where id = $1`],
    ['its snapshot', `update public.orders set snapshot = '{}' where id = $1`],
    ['its number', `update public.orders set serial = 99 where id = $1`],
    ['its deadline', `update public.orders set deadline_at = now() where id = $1`],
    ['its state back to draft', `update public.orders set status = 'draft' where id = $1`],
    [
      'its text while it is withdrawn',
      `update public.orders set status = 'withdrawn', withdrawn_at = now(), withdraw_reason = 'x', body = 'x' where id = $1`,
    ],
    ['it away', 'delete from public.orders where id = $1'],
    ['an addressee away', 'delete from public.order_addressees where order_id = $1'],
    ['a case away', 'delete from public.order_items where order_id = $1'],
    ['a note on a case', `update public.order_items set note = 'x' where order_id = $1`],
    ['a case to another order', 'update public.order_items set order_id = gen_random_uuid() where order_id = $1'],
    ['a receipt', 'update public.order_addressees set received_at = now() where order_id = $1'],
    ['a reply', `update public.order_addressees set reply = 'x' where order_id = $1`],
    ['an addressee', `update public.order_addressees set unit_id = unit_id + 1 where order_id = $1`],
    [
      'an addressee more',
      `insert into public.order_addressees (order_id, unit_id) select $1, max(id) from public.units`,
    ],
    ['a case more', `insert into public.order_items (order_id, hotspot_id, position) select $1, gen_random_uuid(), 9`],
  ])('refuses even its owner to change %s', async (_, sql) => {
    const refused = await db.query(sql, [order.id]).then(
      () => null,
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(SqlError)
    expect((refused as SqlError).message).toBe('order_issued')
  })

  it.each(['orders', 'order_items', 'order_addressees'])('refuses even its owner to empty %s', async (table) => {
    await expect(db.query(`truncate public.${table} cascade`)).rejects.toThrow('order_issued')
  })

  it.each([
    ['save it', 'public.save_order($1, 2, $2)', true],
    ['discard it', 'public.discard_order($1, 2)', false],
    ['issue it again', 'public.issue_order($1, 2)', false],
  ])('refuses to %s', async (_, sql, hasInput) => {
    expect(await outcomeAs(db, town.people.supervisor, sql, [order.id, ...(hasInput ? [letter(town)] : [])])).toBe(
      'PT422 order_issued',
    )
  })

  it('is answered once; to sign twice changes nothing', async () => {
    const handler = town.people['handler of the unit']
    expect(await outcomeAs(db, handler, `public.reply_order($1, '再报')`, [order.id])).toBe('PT422 already_replied')
    const signed = () => db.query('select received_at from public.order_addressees where order_id = $1', [order.id])
    const before = await signed()
    await db.as(handler, (query) => query('select public.receive_order($1)', [order.id]))
    expect(await signed()).toEqual(before)
  })

  it('is withdrawn for a reason, once, keeps its number, and takes no answer any more', async () => {
    await db.rehearse(town.people.supervisor, async (query) => {
      const withdraw = async (reason: string) =>
        refusalOf(await attempt(query, 'select public.withdraw_order($1, $2)', [order.id, reason]))
      expect(await withdraw(' ')).toBe('PT422 reason_required')
      expect(await withdraw('对象有误')).toBeNull()
      expect(await withdraw('再次')).toBe('PT422 order_withdrawn')
      expect(await query('select no, status, withdraw_reason from public.orders where id = $1', [order.id])).toEqual([
        { no: order.no, status: 'withdrawn', withdraw_reason: '对象有误' },
      ])
    })
    const withdrawn = await issueAs(db, town.people.supervisor, letter(town))
    await db.as(town.people.supervisor, (query) => query(`select public.withdraw_order($1, '有误')`, [withdrawn.id]))
    const handler = town.people['handler of the unit']
    expect(await outcomeAs(db, handler, 'public.receive_order($1)', [withdrawn.id])).toBe('PT422 order_withdrawn')
  })

  it('is the only kind that can be withdrawn', async () => {
    await db.rehearse(town.people.supervisor, async (query) => {
      const { id } = await saveDraft(query, letter(town))
      expect(refusalOf(await attempt(query, `select public.withdraw_order($1, 'x')`, [id]))).toBe(
        'PT422 order_not_issued',
      )
    })
  })
})
