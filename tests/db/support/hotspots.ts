import { randomUUID } from 'node:crypto'
import type { HotspotStatus } from '../../../src/domain/status.ts'
import type { Query } from '../../support/test-database.ts'
import { one } from './one.ts'

/** What a test says about a hotspot; everything else is the smallest that is legal. */
export type HotspotFacts = {
  root: number
  lng: number
  lat: number
  status?: HotspotStatus
  unit?: number | null
  campaign?: number | null
  category?: number
  reportedAt?: string
}

/** A shared category: any of the shipped ones, always the same. */
export async function anyCategory(query: Query): Promise<number> {
  const { id } = await one<{ id: number }>(query, 'select min(id) as id from public.categories where root_id is null')
  return id
}

const END_REASON: Partial<Record<HotspotStatus, string>> = {
  closed: 'fixed',
  held: 'fixed',
  rejected: 'rejected',
  duplicate: 'duplicate',
  transferred: 'transferred',
}

/** Puts a hotspot into the table by hand, in any status and without history, as only the owner can. */
export async function addHotspot(
  query: Query,
  facts: HotspotFacts,
): Promise<{ id: string; no: number; areaId: number | null }> {
  const status = facts.status ?? 'reported'
  const endReason = END_REASON[status] ?? null
  return one(
    query,
    `insert into public.hotspots (id, root_id, category_id, campaign_id, unit_id, status, end_reason, closed_at, source, lng, lat, reported_at)
     values ($1, $2, $3, $4, $5, $6, $7, case when $7::text is not null then now() end, 'officer', $8, $9, $10)
     returning id, no, area_id as "areaId"`,
    [
      randomUUID(),
      facts.root,
      facts.category ?? (await anyCategory(query)),
      facts.campaign ?? null,
      facts.unit ?? null,
      status,
      endReason,
      facts.lng,
      facts.lat,
      facts.reportedAt ?? '2026-03-01T08:00:00Z',
    ],
  )
}
