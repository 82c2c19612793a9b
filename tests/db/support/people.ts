import { randomUUID } from 'node:crypto'
import type { Role } from '../../../src/domain/role.ts'
import type { Actor, Query } from '../../support/test-database.ts'

/** One role of a person; `unit` is required for a handler. */
export type RoleOver = { role: Role; area: number; unit?: number; leader?: boolean }

/** Somebody with an account and these memberships, to act as. */
export async function addPerson(
  query: Query,
  ...roles: RoleOver[]
): Promise<Actor & { userId: string; email: string }> {
  const userId = randomUUID()
  const email = `${userId}@people.example`
  await query('insert into auth.users (id, email) values ($1, $2)', [userId, email])
  for (const { role, area, unit, leader = false } of roles) {
    await query(
      `insert into public.members (user_id, role, area_id, unit_id, is_leader, display_name) values ($1, $2, $3, $4, $5, $6)`,
      [userId, role, area, unit ?? null, leader, `某${role}`],
    )
  }
  return { role: 'authenticated', userId, email }
}

/** A responsible unit of a tree. */
export async function addUnit(query: Query, root: number, name: string, area: number | null = null): Promise<number> {
  const [unit] = await query<{ id: number }>(
    'insert into public.units (root_id, area_id, name) values ($1, $2, $3) returning id',
    [root, area, name],
  )
  return unit!.id
}
