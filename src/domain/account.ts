import type { AreaLevel } from './area.ts'
import type { Role } from './role.ts'

/** One role of a person over one area, for a unit where the role is bound to one. */
export interface Membership {
  id: number
  role: Role
  areaId: number
  areaName: string
  areaNameEn: string | null
  rootId: number
  unitId: number | null
  unitName: string | null
  unitNameEn: string | null
  isLeader: boolean
  displayName: string
}

/** A tree that the person has a membership in; `bbox` is [west, south, east, north] of what is known of it. */
export interface AccountRoot {
  id: number
  name: string
  nameEn: string | null
  level: AreaLevel
  bbox: [number, number, number, number] | null
  timeZone: string
  /** True when a membership covers the whole tree. */
  wholeRoot: boolean
}

/** Who is signed in and what for. */
export interface Account {
  userId: string
  email: string
  memberships: Membership[]
  roots: AccountRoot[]
}

/** True for an admin of the whole tree: whose word its calendar, limits, routes and settings take; the database has the last one. */
export function administersRoot(account: Account, rootId: number): boolean {
  return account.memberships.some(({ role, areaId }) => role === 'admin' && areaId === rootId)
}

/** The roles that an account holds anywhere in a tree, without doubles. */
export function rolesIn(account: Account, rootId: number): Role[] {
  return [...new Set(account.memberships.filter((each) => each.rootId === rootId).map((each) => each.role))]
}
