import type { HotspotImportResult } from '../../domain/import-result.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { hotspotJudge, type JudgedHotspot } from '../judging/hotspot-judge.ts'
import type { HotspotMapping } from '../mapping/hotspot-mapping.ts'
import type { Resolver } from '../references/resolver.ts'
import type { ImportPort, OwnCategory } from './import-port.ts'
import { runBatches, type Answer, type ImportRun } from './run-batches.ts'

/** What the import of a file of hotspots needs; `ownCategories` are the codes that its judging met. */
export interface HotspotRun extends ImportRun {
  readonly mapping: HotspotMapping
  readonly root: number
  readonly port: ImportPort
  readonly resolver: Resolver
  readonly ownCategories: readonly string[]
}

/** Half of what one call may carry: a batch holds a lock that steps of other people wait for. */
const ROWS_A_CALL = 500

/**
 * Imports a judged file of hotspots: first the source's own categories (never in a dry run), then the rows in batches.
 * Fills `run.report`; refusals of the whole call are handed back, outages thrown.
 */
export async function runHotspots(run: HotspotRun): Promise<Result<void, Refusal>> {
  const { mapping, port, resolver } = run
  const own = ownCategoriesOf(mapping, run.ownCategories)
  if (own && own.categories.length > 0 && !run.dryRun) {
    const made = await port.importCategories(run.root, own.codeSystem, own.categories)
    if (!made.ok) return made
    resolver.learn(own.codeSystem, made.value)
  }
  return runBatches<JudgedHotspot>(run, {
    keyColumn: mapping.key,
    judge: hotspotJudge(mapping),
    weightOf: () => 1,
    mostWeight: ROWS_A_CALL,
    async send(rows) {
      const sent = await port.importHotspots(run.root, mapping.source, rows.map(resolver.rowOf), run.dryRun)
      return sent.ok ? ok(sent.value.map(answerOf)) : sent
    },
  })
}

function ownCategoriesOf(
  { category }: HotspotMapping,
  codes: readonly string[],
): { codeSystem: string; categories: OwnCategory[] } | null {
  if ('constant' in category || !category.own) return null
  const names = category.names ?? {}
  const categories = codes.map((code) => ({ code, name: names[code]?.name || code, nameEn: names[code]?.nameEn }))
  return { codeSystem: category.own, categories }
}

function answerOf(result: HotspotImportResult): Answer {
  if (result.outcome !== 'conflict') return result
  const { outcome, areaId, warnings, ...conflict } = result
  return { outcome, areaId, warnings, conflict: { no: conflict.no, reason: conflict.reason, diff: conflict.diff } }
}
