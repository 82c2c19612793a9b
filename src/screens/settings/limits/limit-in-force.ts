import type { CategoryParents } from '../../../data/category-parents.ts'
import type { TimeLimit } from '../../../data/limits.ts'
import { categoryChain } from '../category-chain.ts'

/**
 * The limit of a case, as the database chooses it: the township's own before a shipped one, then that of the category, of the
 * nearest one above it, of any. Null category: what counts for any. Null only where nothing is shipped.
 */
export function limitInForce(
  limits: readonly TimeLimit[],
  parents: CategoryParents,
  categoryId: number | null,
  urgent: boolean,
): TimeLimit | null {
  const chain = categoryChain(categoryId, parents)
  const distance = (limit: TimeLimit) => (limit.categoryId === null ? Infinity : chain.indexOf(limit.categoryId))
  const fitting = limits.filter((limit) => limit.urgent === urgent && distance(limit) >= 0)
  const [first] = fitting.toSorted(
    (one, other) => Number(one.isShipped) - Number(other.isShipped) || byDistance(distance(one), distance(other)),
  )
  return first ?? null
}

/** Infinity minus infinity is no number. */
function byDistance(one: number, other: number): number {
  return one === other ? 0 : one - other
}
