import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { ByteSource } from '../files/byte-source.ts'
import type { FileFormat } from '../files/file-format.ts'
import { rowsOf } from '../files/rows.ts'
import type { SourceRow } from '../files/source-row.ts'
import { no, type Judgement, type RefusedRow } from '../judging/judgement.ts'
import type { RowReason } from '../../domain/import-reason.ts'
import { noteRefused, noteThrough, type CameThrough, type ImportReport } from './import-report.ts'

/** Where refused rows go, in the order of the file. */
export interface RefusedSink {
  add(row: SourceRow, refused: RefusedRow): void | Promise<void>
}

/** What an import of either kind needs to run. */
export interface ImportRun {
  readonly source: ByteSource
  readonly format: FileFormat
  readonly report: ImportReport
  readonly dryRun: boolean
  readonly refusedSink?: RefusedSink | undefined
  /** Stops before the next batch; what is committed stays, and the report tells what it was. */
  readonly signal?: AbortSignal | undefined
  /** Rows to look at, from the beginning; all when missing. */
  readonly mostRows?: number | undefined
  onProgress?(report: ImportReport): void
}

/** What one kind of row needs: how it is judged, how much of it fits into one call, and the call. */
export interface BatchKind<T> {
  readonly keyColumn: string
  judge(row: SourceRow): Judgement<T>
  weightOf(row: T): number
  readonly mostWeight: number
  send(rows: readonly T[]): Promise<Result<readonly Answer[], Refusal>>
}

/** What became of one row that was sent; answers stand in the order of the rows. */
export type Answer = CameThrough | { readonly outcome: 'refused'; readonly reason: RowReason }

/** Rows judged but not yet answered; more refused rows than this between two good ones are written down at once. */
const MOST_WAITING = 5000

interface Waiting<T> {
  readonly row: SourceRow
  readonly judgement: Judgement<T>
}

/**
 * Reads a file once more, sends its good rows in batches, and writes what became of every row into the report and its
 * refused ones to the sink, in the order of the file. Ends early when the signal is aborted (between batches) or when
 * the database refuses a whole batch, which is handed back; an outage is thrown. The report holds at any moment exactly
 * what was committed.
 */
export async function runBatches<T>(run: ImportRun, kind: BatchKind<T>): Promise<Result<void, Refusal>> {
  let waiting: Waiting<T>[] = []
  let weight = 0
  let taken = 0
  const mostRows = run.mostRows ?? Infinity

  for await (const rows of rowsOf(run.source, run.format))
    for (const row of rows) {
      if (run.signal?.aborted) return ok(undefined)
      if (taken++ === mostRows) return await flush()
      const judgement = kind.judge(row)
      const added = judgement.ok ? kind.weightOf(judgement.row) : 0
      if (weight > 0 && weight + added > kind.mostWeight) {
        const sent = await flush()
        if (!sent.ok) return sent
      }
      waiting.push({ row, judgement })
      weight += added
      if (waiting.length >= MOST_WAITING) {
        const sent = await flush()
        if (!sent.ok) return sent
      }
    }
  return run.signal?.aborted ? ok(undefined) : await flush()

  async function flush(): Promise<Result<void, Refusal>> {
    const batch = waiting
    waiting = []
    weight = 0
    const good = batch.flatMap(({ judgement }) => (judgement.ok ? [judgement.row] : []))
    const sent = good.length === 0 ? ok([]) : await kind.send(good)
    if (!sent.ok) return sent
    let answered = 0
    for (const { row, judgement } of batch) await note(row, judgement.ok ? sent.value[answered++]! : judgement)
    run.onProgress?.(run.report)
    return ok(undefined)
  }

  async function note(row: SourceRow, answer: Answer | RefusedRow): Promise<void> {
    const key = row.value(kind.keyColumn)
    if ('outcome' in answer && answer.outcome !== 'refused') return noteThrough(run.report, row.line, key, answer)
    const refusal = 'outcome' in answer ? no(answer.reason) : answer
    noteRefused(run.report, row.line, key, refusal)
    await run.refusedSink?.add(row, refusal)
  }
}
