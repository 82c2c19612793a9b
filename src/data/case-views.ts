import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf, type ApiResponse } from './errors.ts'
import * as v from 'valibot'
import { SavedViewShape, type SavedView } from './shapes/cases.ts'

const COLUMNS = 'id, name, query'

/** The views that the caller has saved in a root, oldest first; throws an `Outage`. */
export async function fetchSavedViews(client: DataClient, rootId: number): Promise<Result<SavedView[], Refusal>> {
  const response = await client.from('case_views').select(COLUMNS).eq('root_id', rootId).order('id').limit(100)
  return outcomeOf(response, v.array(SavedViewShape))
}

/** Saves a view; null when there is one of that name. Throws an `Outage`. */
export async function saveView(
  client: DataClient,
  rootId: number,
  view: Pick<SavedView, 'name' | 'query'>,
): Promise<Result<SavedView | null, Refusal>> {
  const response: ApiResponse = await client
    .from('case_views')
    .insert({ root_id: rootId, ...view })
    .select(COLUMNS)
    .single()
  if (response.error?.code === '23505') return { ok: true, value: null }
  return outcomeOf(response, SavedViewShape)
}

/** Deletes a saved view; throws an `Outage`. */
export async function deleteView(client: DataClient, id: number): Promise<Result<SavedView, Refusal>> {
  return outcomeOf(await client.from('case_views').delete().eq('id', id).select(COLUMNS).single(), SavedViewShape)
}
