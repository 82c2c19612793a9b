import type { AreaLevel } from '../../domain/area.ts'
import type { AreaImportResult, HotspotImportResult } from '../../domain/import-result.ts'
import type { AreaImportRow, HotspotImportRow } from '../../domain/import-row.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Result } from '../../domain/result.ts'

/** How far hotspots have found their areas again after boundaries changed. */
export interface Reassignment {
  readonly done: boolean
  readonly processed: number
  readonly total: number
  readonly changed: number
}

/** A category of a source's own code system. */
export interface OwnCategory {
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
}

/** What an import asks of the database; a dry run is answered the same way and writes nothing. */
export interface ImportPort {
  importHotspots(
    root: number,
    source: string,
    rows: readonly HotspotImportRow[],
    dryRun: boolean,
  ): Promise<Result<HotspotImportResult[], Refusal>>
  importAreas(
    parent: number,
    source: string,
    level: AreaLevel,
    rows: readonly AreaImportRow[],
    dryRun: boolean,
  ): Promise<Result<AreaImportResult[], Refusal>>
  /** Makes what is missing; ids by code. */
  importCategories(
    root: number,
    codeSystem: string,
    categories: readonly OwnCategory[],
  ): Promise<Result<ReadonlyMap<string, number>, Refusal>>
  /** Does the next part; to be called until done. */
  reassignAreas(root: number): Promise<Result<Reassignment, Refusal>>
}
