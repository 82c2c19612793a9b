import * as v from 'valibot'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'
import { readPages } from './read-pages.ts'
import { CategoryRouteShape } from './shapes/category-route.ts'

/** Which unit answers for a category (null = any) in an area (null = the whole root). */
export type CategoryRoute = v.InferOutput<typeof CategoryRouteShape>

const COLUMNS = 'id, category_id, area_id, unit_id'

/** The routes of a root in the order of their making; throws an `Outage`. */
export async function fetchCategoryRoutes(client: DataClient, root: number): Promise<Result<CategoryRoute[], Refusal>> {
  return readPages(CategoryRouteShape, (from, to) =>
    client.from('category_routes').select(COLUMNS).eq('root_id', root).order('id').range(from, to),
  )
}

/**
 * Writes which unit answers, over the one that did. Refuses `not_allowed` to all but the admin of the root, and
 * `category_unknown`, `area_unknown`, `unit_unknown`.
 */
export async function saveCategoryRoute(
  client: DataClient,
  root: number,
  { categoryId, areaId, unitId }: Omit<CategoryRoute, 'id'>,
): Promise<Result<CategoryRoute, Refusal>> {
  const mine = client.from('category_routes').update({ unit_id: unitId }).eq('root_id', root)
  const ofCategory = categoryId === null ? mine.is('category_id', null) : mine.eq('category_id', categoryId)
  const inArea = areaId === null ? ofCategory.is('area_id', null) : ofCategory.eq('area_id', areaId)
  const updated = outcomeOf(await inArea.select(COLUMNS), v.array(CategoryRouteShape))
  if (!updated.ok) return updated
  const [row] = updated.value
  if (row) return ok(row)
  const inserted = client
    .from('category_routes')
    .insert({ root_id: root, category_id: categoryId, area_id: areaId, unit_id: unitId })
  return outcomeOf(await inserted.select(COLUMNS).single(), CategoryRouteShape)
}

/** Takes a route away; what it answered for falls to the next one, or to nobody. Refuses `not_allowed` what is not there for the caller. */
export async function removeCategoryRoute(client: DataClient, id: number): Promise<Result<null, Refusal>> {
  const gone = outcomeOf(
    await client.from('category_routes').delete().eq('id', id).select('id'),
    v.array(v.object({ id: v.number() })),
  )
  if (!gone.ok) return gone
  return gone.value.length === 1 ? ok(null) : { ok: false, error: { code: 'not_allowed' } }
}
