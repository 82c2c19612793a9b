import type { Refusal } from '../../../../src/domain/refusal.ts'
import type { Result } from '../../../../src/domain/result.ts'
import type { FileFormat } from '../../../../src/importing/files/file-format.ts'
import type { ByteSource } from '../../../../src/importing/files/byte-source.ts'
import type { Verdict } from '../../../../src/importing/judging/verdict.ts'
import type { ImportReport } from '../../../../src/importing/running/import-report.ts'
import type { Say } from '../../../../src/importing/telling/say.ts'
import { tellFileRefusal } from '../../../../src/importing/telling/tell-refusal.ts'
import type { ImportArguments } from './arguments.ts'
import { Failure } from './failure.ts'
import type { ProgressLine } from './progress-line.ts'

/** What both kinds of import work with. */
export interface Context {
  readonly given: ImportArguments
  readonly source: ByteSource
  readonly format: FileFormat
  readonly say: Say
  readonly progress: ProgressLine
  /** What became of the rows so far; also tells the truth when the import ends half-way. */
  readonly report: ImportReport
  /** Aborted by Ctrl-C: the import stops after the batch under way. */
  readonly signal: AbortSignal
}

/** Fills the report with what only a verdict tells: what would be tried. */
export function reportVerdict({ rows, good, refused, warnings }: Verdict, { report }: Context): void {
  report.rows = rows
  report.outcomes.new = good
  report.outcomes.refused = rows - good
  Object.assign(report.refused, refused)
  Object.assign(report.warnings, warnings)
}

/** Says how far the judging is. */
export function reading({ progress, say, source, signal }: Context) {
  return {
    signal,
    onRows: (n: number) => progress.show(say('command.judging', { name: source.name, n })),
  }
}

/** Stops with the sentence of the refusal when the file may not come in as a whole. */
export function mustPass({ refusal }: Verdict, { say }: Context): void {
  if (!refusal) return
  const sentence = tellFileRefusal(refusal, say)
  const hint = refusal.code === 'coordinates_swapped' ? ` ${say('command.swapHint')}` : ''
  throw new Failure(say('command.wholeRefused', { sentence }) + hint)
}

/** The value of an answer; a refusal of the whole call ends the import with its code. */
export function granted<T>(result: Result<T, Refusal>, say: Say): T {
  if (result.ok) return result.value
  throw new Failure(say('command.serverFailed', { detail: result.error.code }))
}
