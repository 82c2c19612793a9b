import * as v from 'valibot'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import type { Json } from './database.types.ts'
import { outcomeOf } from './errors.ts'

const WrittenShape = v.object({ key: v.string(), value: v.unknown() })

/**
 * Writes a setting of an area, over the one it had. Refuses `not_allowed` to all but its admin, and what the setting cannot be:
 * `setting_invalid`, `working_hours_invalid`, `working_weekdays_invalid`. Throws an `Outage`.
 */
export async function saveSetting(
  client: DataClient,
  areaId: number,
  key: string,
  value: Json,
): Promise<Result<null, Refusal>> {
  const updated = outcomeOf(
    await client.from('settings').update({ value }).eq('area_id', areaId).eq('key', key).select('key, value'),
    v.array(WrittenShape),
  )
  if (!updated.ok) return updated
  if (updated.value.length > 0) return ok(null)
  const inserted = outcomeOf(
    await client.from('settings').insert({ area_id: areaId, key, value }).select('key, value').single(),
    WrittenShape,
  )
  return inserted.ok ? ok(null) : inserted
}
