import * as v from 'valibot'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { readPages } from './read-pages.ts'

/** The category above each one that has any. */
export type CategoryParents = ReadonlyMap<number, number>

const RowShape = v.object({ id: v.number(), parentId: v.number() })

/** Which category stands above which, among the shipped ones and a root's own; throws an `Outage`. */
export async function fetchCategoryParents(
  client: DataClient,
  root: number,
): Promise<Result<CategoryParents, Refusal>> {
  const rows = await readPages(RowShape, (from, to) =>
    client
      .from('categories')
      .select('id, parentId:parent_id')
      .or(`root_id.is.null,root_id.eq.${root}`)
      .not('parent_id', 'is', null)
      .order('id')
      .range(from, to),
  )
  return rows.ok ? ok(new Map(rows.value.map(({ id, parentId }) => [id, parentId]))) : rows
}
