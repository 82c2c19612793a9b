import * as v from 'valibot'
import type { AreaLevel } from '../domain/area.ts'
import type { AreaImportResult, HotspotImportResult } from '../domain/import-result.ts'
import type { AreaImportRow, HotspotImportRow } from '../domain/import-row.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import { fetchCampaigns, fetchCategories, fetchUnits } from './catalogue.ts'
import type { DataClient } from './client.ts'
import type { Json } from './database.types.ts'
import { outcomeOf, type ApiResponse } from './errors.ts'
import {
  AreaResultsShape,
  HotspotResultsShape,
  ImportedCategoriesShape,
  NewRootShape,
  ReassignmentShape,
} from './shapes/imports.ts'
import { withRetries } from './with-retries.ts'

/** A category of a file's own code system. */
export interface ImportedCategory {
  code: string
  name: string
  nameEn?: string | undefined
}

type Reassignment = v.InferOutput<typeof ReassignmentShape>

/**
 * What an import asks of the database, for one client. Every call may be repeated without harm, so each is tried again
 * after an outage; an outage that lasts is thrown. Refusals: `not_allowed`, `too_many_rows` (more than 1,000),
 * `level_unknown`.
 */
export function importPort(client: DataClient) {
  return {
    /** At most 1,000 rows in one transaction; results in the order of the rows. */
    async importHotspots(
      root: number,
      source: string,
      rows: readonly HotspotImportRow[],
      dryRun: boolean,
    ): Promise<Result<HotspotImportResult[], Refusal>> {
      const given = { p_root: root, p_source: source, p_rows: jsonOf(rows), p_dry_run: dryRun }
      const answer = await asked(() => client.rpc('import_hotspots', given), HotspotResultsShape)
      return answer.ok ? ok(answer.value.results) : answer
    },

    /** At most 1,000 areas under a parent; `reassignAreas` has to follow. Results in the order of the rows. */
    async importAreas(
      parent: number,
      source: string,
      level: AreaLevel,
      rows: readonly AreaImportRow[],
      dryRun: boolean,
    ): Promise<Result<AreaImportResult[], Refusal>> {
      const given = { p_source: source, p_parent: parent, p_level: level, p_rows: jsonOf(rows), p_dry_run: dryRun }
      const answer = await asked(() => client.rpc('import_areas', given), AreaResultsShape)
      return answer.ok ? ok(answer.value.results) : answer
    },

    /** Makes the categories of a code system that a root does not have yet; the ids of all of them by code. */
    async importCategories(
      root: number,
      codeSystem: string,
      categories: readonly ImportedCategory[],
    ): Promise<Result<ReadonlyMap<string, number>, Refusal>> {
      const given = { p_root: root, p_code_system: codeSystem, p_rows: jsonOf(categories) }
      const answer = await asked(() => client.rpc('import_categories', given), ImportedCategoriesShape)
      return answer.ok ? ok(new Map(answer.value.categories.map(({ code, id }) => [code, id]))) : answer
    },

    /** Lets the next hotspots of a root find their area again. */
    reassignAreas(root: number): Promise<Result<Reassignment, Refusal>> {
      return asked(() => client.rpc('reassign_areas', { p_root: root }), ReassignmentShape)
    },
  }
}

/** A new area tree whose maker becomes its admin and planner. Refuses `not_allowed`, `name_required`, `time_zone_unknown`. */
export async function createRootArea(
  client: DataClient,
  root: { name: string; nameEn: string | null; level: AreaLevel; timeZone: string },
): Promise<Result<number, Refusal>> {
  const given = { p_name: root.name, p_name_en: root.nameEn, p_level: root.level, p_time_zone: root.timeZone }
  const answer = outcomeOf(await client.rpc('create_root_area', given), NewRootShape)
  return answer.ok ? ok(answer.value.id) : answer
}

/** What the words of a mapping may stand for in a root: its categories, campaigns and units; throws an `Outage`. */
export async function fetchReferences(client: DataClient, rootId: number) {
  const [categories, campaigns, units] = await Promise.all([
    fetchCategories(client, rootId),
    fetchCampaigns(client, rootId),
    fetchUnits(client, rootId),
  ])
  if (!categories.ok) return categories
  if (!campaigns.ok) return campaigns
  if (!units.ok) return units
  return ok({ categories: categories.value, campaigns: campaigns.value, units: units.value })
}

/** The root of the tree that an area belongs to; refuses `not_found` an area that the caller does not see. */
export async function fetchRootOf(client: DataClient, areaId: number): Promise<Result<number, Refusal>> {
  const response = await client.from('areas').select('rootId:root_id').eq('id', areaId).limit(1)
  const answer = outcomeOf(response, v.array(v.object({ rootId: v.number() })))
  if (!answer.ok) return answer
  const [area] = answer.value
  return area ? ok(area.rootId) : refused({ code: 'not_found' })
}

function asked<S extends v.GenericSchema>(
  ask: () => PromiseLike<ApiResponse>,
  shape: S,
): Promise<Result<v.InferOutput<S>, Refusal>> {
  return withRetries(async () => outcomeOf(await ask(), shape))
}

/** Rows are plain JSON already; an interface just has no index signature that the generated types could see. */
function jsonOf(rows: readonly object[]): Json {
  return rows as unknown as Json
}
