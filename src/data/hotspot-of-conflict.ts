import * as v from 'valibot'
import type { Hotspot } from '../domain/hotspot.ts'
import type { Refusal } from '../domain/refusal.ts'
import { HotspotShape } from './shapes/hotspot.ts'

/** The current hotspot that a `version_conflict` carries; null for any other refusal. */
export function hotspotOfConflict(refusal: Refusal): Hotspot | null {
  if (refusal.code !== 'version_conflict') return null
  const parsed = v.safeParse(HotspotShape, refusal.detail)
  return parsed.success ? parsed.output : null
}
