import type { Account } from './account.ts'

/**
 * The area from which a person looks at a root: the one they belong to, or the root itself for whoever belongs to all of
 * it or to several parts.
 */
export function homeArea(account: Account, rootId: number): number {
  const areas = new Set(account.memberships.filter((each) => each.rootId === rootId).map((each) => each.areaId))
  const [only] = areas
  return areas.size === 1 && only !== undefined ? only : rootId
}
