import type { CategoryParents } from '../../../data/category-parents.ts'
import type { CategoryRoute } from '../../../data/category-routes.ts'
import { categoryChain } from '../category-chain.ts'

/** The categories for which no unit answers everywhere in the township: a new case of theirs may belong to nobody. */
export function unroutedCategories<T extends { id: number }>(
  categories: readonly T[],
  parents: CategoryParents,
  routes: readonly CategoryRoute[],
): T[] {
  const everywhere = routes.filter(({ areaId }) => areaId === null)
  if (everywhere.some(({ categoryId }) => categoryId === null)) return []
  const routed = new Set(everywhere.map(({ categoryId }) => categoryId))
  return categories.filter(({ id }) => !categoryChain(id, parents).some((each) => routed.has(each)))
}
