/** What a membership lets a person do; rights are the union of a person's memberships. */
export const ROLES = ['admin', 'planner', 'supervisor', 'handler', 'officer', 'viewer'] as const

export type Role = (typeof ROLES)[number]

const REPORTING_ROLES: readonly Role[] = ['officer', 'supervisor', 'planner', 'handler']
const IMPORTING_ROLES: readonly Role[] = ['admin', 'planner']
const READING_ORDERS: readonly Role[] = ['admin', 'planner', 'supervisor', 'handler', 'viewer']

/** True when one of the roles may be shown orders; the database has the last word. */
export function mayReadOrders(roles: readonly Role[]): boolean {
  return roles.some((role) => READING_ORDERS.includes(role))
}

/** True when one of the roles may report a hotspot; the database has the last word. */
export function mayReport(roles: readonly Role[]): boolean {
  return roles.some((role) => REPORTING_ROLES.includes(role))
}

/** True when one of the roles may import; the database has the last word. */
export function mayImport(roles: readonly Role[]): boolean {
  return roles.some((role) => IMPORTING_ROLES.includes(role))
}
