import type { Shim } from './shim.ts'
import { withBody, withRequestBody } from './responses.ts'

interface StoredObject {
  name: string
}
interface ListRequest {
  prefix?: string
  limit?: number
  offset?: number
}

/** More objects than this in one folder are not listed. */
const MOST = 10_000

/** A folder's content as Supabase lists it: names inside the folder, and each sub-folder once, without an id. */
export const answerStorageList: Shim = async (request, path, { lite }) => {
  if (request.method !== 'POST' || !/^\/storage\/v1\/object\/list\/[^/]+$/.test(path)) return null
  const wanted = (await request.json()) as ListRequest
  const prefix = wanted.prefix ? wanted.prefix.replace(/\/*$/, '/') : ''
  const response = await lite(withRequestBody(request, { ...wanted, prefix, limit: MOST, offset: 0 }))
  if (!response.ok) return response
  const entries = new Map<string, object>()
  for (const object of (await response.json()) as StoredObject[]) {
    if (!object.name.startsWith(prefix)) continue
    const [name = '', ...below] = object.name.slice(prefix.length).split('/')
    entries.set(name, below.length === 0 ? { ...object, name } : folder(name))
  }
  const from = wanted.offset ?? 0
  return withBody(response, [...entries.values()].slice(from, from + (wanted.limit ?? 100)))
}

function folder(name: string) {
  return { name, id: null, updated_at: null, created_at: null, last_accessed_at: null, metadata: null }
}
