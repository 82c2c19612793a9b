import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serviceRole, signedOut } from '../support/actors.ts'
import { openTestDatabase, type Actor, type TestDatabase } from '../support/database.ts'
import { SqlError } from '../support/sql-error.ts'

const somebody: Actor = {
  role: 'authenticated',
  userId: '00000000-0000-4000-8000-000000000001',
  email: 'somebody@demo.example',
}

describe('the database that tests are given', () => {
  let db: TestDatabase

  beforeAll(async () => {
    db = await openTestDatabase({ seed: false })
    await db.exec(`
      create table public.pebbles (id int constraint pebbles_positive check (id > 0));
      grant select, insert on public.pebbles to authenticated;
      create function public.refuse_pebbles() returns void language plpgsql set search_path = '' as $$
      begin
          raise exception using errcode = 'PT422', message = 'no_pebbles', detail = '{"of": "any kind"}';
      end
      $$`)
  })
  afterAll(() => db.close())

  it('is the engine that was asked for', () => {
    expect(db.engine).toBe(process.env.TEST_DATABASE_URL ? 'postgres' : 'pglite')
  })

  it('reads and writes values in the same form on both engines', async () => {
    const sql = `select 7::bigint as "big", 1.50::numeric as "exact", $1::jsonb ->> 'a' as "fromValue", $2::jsonb ->> 'a' as "fromText",
      $3::bigint[] as "numbers", $4::text[] as "texts", '2026-01-02 03:04:05.6+08'::timestamptz as "instant", null as "nothing"`
    const [row] = await db.query(sql, [{ a: 'x' }, '{"a": "y"}', [1, 2], ['a,"b', 'c']])
    expect(row).toEqual({
      big: 7,
      exact: 1.5,
      fromValue: 'x',
      fromText: 'y',
      numbers: [1, 2],
      texts: ['a,"b', 'c'],
      instant: '2026-01-01T19:04:05.6+00:00',
      nothing: null,
    })
  })

  it.each([
    { actor: somebody, sees: { role: 'authenticated', uid: somebody.userId, email: somebody.email } },
    { actor: signedOut, sees: { role: 'anon', uid: null, email: null } },
    { actor: serviceRole, sees: { role: 'service_role', uid: null, email: null } },
  ])('acts as $actor.role', async ({ actor, sees }) => {
    const [row] = await db.as(actor, (query) =>
      query('select current_user::text as role, auth.uid() as uid, auth.email() as email'),
    )
    expect(row).toEqual(sees)
  })

  it('is the owner again after acting', async () => {
    await db.as(somebody, (query) => query('select 1'))
    expect(await db.query('select auth.uid() as uid, current_user::text as role')).toEqual([
      { uid: null, role: 'postgres' },
    ])
  })

  it('keeps what an actor did, and nothing of a rehearsal', async () => {
    await db.as(somebody, (query) => query('insert into public.pebbles values (1)'))
    const rehearsed = await db.rehearse(somebody, async (query) => {
      await query('insert into public.pebbles values (2)')
      return query('select id from public.pebbles order by id')
    })
    expect(rehearsed).toEqual([{ id: 1 }, { id: 2 }])
    expect(await db.query('select id from public.pebbles')).toEqual([{ id: 1 }])
  })

  it('says with code, message and detail what the database refused', async () => {
    const refusal = await db
      .as(serviceRole, (query) => query('select public.refuse_pebbles()'))
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: '42501' })
    const ours = await db.query('select public.refuse_pebbles()').catch((error: unknown) => error)
    expect(ours).toBeInstanceOf(SqlError)
    expect(ours).toMatchObject({ code: 'PT422', message: 'no_pebbles', detail: '{"of": "any kind"}', constraint: null })
  })

  it('names the constraint that was broken, and takes the whole work back', async () => {
    const work = db.as(somebody, async (query) => {
      await query('insert into public.pebbles values (3)')
      await query('insert into public.pebbles values (-1)')
    })
    await expect(work).rejects.toMatchObject({ code: '23514', constraint: 'pebbles_positive' })
    expect(await db.query('select from public.pebbles where id = 3')).toEqual([])
  })
})
