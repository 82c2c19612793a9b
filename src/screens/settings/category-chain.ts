import type { CategoryParents } from '../../data/category-parents.ts'

/** The categories above one, nearest first, itself in front; as deep as the database looks. */
export function categoryChain(categoryId: number | null, parents: CategoryParents): number[] {
  const chain: number[] = []
  for (let at = categoryId ?? undefined; at !== undefined && chain.length <= 10; at = parents.get(at)) chain.push(at)
  return chain
}
