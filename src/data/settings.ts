import * as v from 'valibot'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { DataClient } from './client.ts'
import { outcomeOf } from './errors.ts'

const PathShape = v.object({ path: v.string() })
const SettingShape = v.object({ areaId: v.number(), key: v.string(), value: v.unknown() })

/**
 * The values in force for an area: of each key its own or the nearest ancestor's. Values come as they are stored; a key
 * that nobody has set is missing. Throws an `Outage`.
 */
export async function fetchSettings(
  client: DataClient,
  areaId: number,
  keys: readonly string[],
): Promise<Result<ReadonlyMap<string, unknown>, Refusal>> {
  const area = outcomeOf(await client.from('areas').select('path').eq('id', areaId).single(), PathShape)
  if (!area.ok) return area
  // A path is the labels `a<id>` from the root down to the area.
  const above = area.value.path.split('.').map((label) => Number(label.slice(1)))
  const rows = outcomeOf(
    await client.from('settings').select('areaId:area_id, key, value').in('area_id', above).in('key', [...keys]),
    v.array(SettingShape),
  )
  if (!rows.ok) return rows
  const nearestLast = rows.value.toSorted((one, other) => above.indexOf(one.areaId) - above.indexOf(other.areaId))
  return ok(new Map(nearestLast.map(({ key, value }) => [key, value])))
}
