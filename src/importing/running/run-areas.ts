import type { AreaLevel } from '../../domain/area.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { areaJudge, type JudgedArea } from '../judging/area-judge.ts'
import type { AreaMapping } from '../mapping/area-mapping.ts'
import type { ImportPort, Reassignment } from './import-port.ts'
import { runBatches, type ImportRun } from './run-batches.ts'

/** What the import of a file of areas needs: `parent` is the area they come to lie under. */
export interface AreaRun extends ImportRun {
  readonly mapping: AreaMapping
  readonly parent: number
  readonly port: ImportPort
}

/** About a megabyte of JSON. */
const POSITIONS_A_CALL = 25_000

/** Imports a judged file of areas in batches of bounded size. Fills `run.report`; the rest as `runHotspots`. */
export function runAreas(run: AreaRun): Promise<Result<void, Refusal>> {
  const { mapping, parent, port } = run
  const level: AreaLevel = mapping.level
  return runBatches<JudgedArea>(run, {
    keyColumn: mapping.key,
    judge: areaJudge(mapping),
    weightOf: ({ geometry }) => geometry.coordinates.reduce((sum, part) => sum + part.flat().length, 100),
    mostWeight: POSITIONS_A_CALL,
    send: (rows) =>
      port.importAreas(
        parent,
        mapping.source,
        level,
        rows.map((row, i) => ({ i, ...row })),
        run.dryRun,
      ),
  })
}

/** Lets every hotspot of a root find its area again, part by part; hands back the last answer. Stops when aborted. */
export async function reassignAll(
  port: ImportPort,
  root: number,
  onProgress: (state: Reassignment) => void,
  signal?: AbortSignal,
): Promise<Result<Reassignment, Refusal>> {
  for (;;) {
    const state = await port.reassignAreas(root)
    if (!state.ok) return state
    onProgress(state.value)
    if (state.value.done || signal?.aborted) return state
  }
}
