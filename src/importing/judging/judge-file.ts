import type { RowReason, RowWarning } from '../../domain/import-reason.ts'
import type { Extent } from '../../geo/extent.ts'
import type { ByteSource } from '../files/byte-source.ts'
import { detached } from '../files/detached.ts'
import type { FileFormat } from '../files/file-format.ts'
import type { FileRefusal } from '../files/file-refusal.ts'
import { rowsOf } from '../files/rows.ts'
import type { SourceRow } from '../files/source-row.ts'
import { doubledKeys } from './doubled-keys.ts'
import type { Judgement, RefusedRow } from './judgement.ts'
import { KeyCensus } from './key-census.ts'
import { MisplacedCoordinates } from './misplaced-coordinates.ts'
import { countUp, type RefusedExample, type Verdict, type WarnedExample } from './verdict.ts'

/** What a file is judged by. */
export interface FileJudge<T> {
  judge(row: SourceRow): Judgement<T>
  readonly keyColumn: string
  /** Columns that the mapping names and the file must have. */
  readonly columns: readonly string[]
  /** A position of a good row, `[lng, lat]`, by which swapped coordinates can be told. */
  positionOf(row: T): readonly [number, number]
  /** Sees every good row. */
  onGood?(row: T): void
  /** What is known of where the rows should lie. */
  readonly extent: Extent | null
}

/** How far the reading of a file is. */
export interface Reading {
  readonly signal?: AbortSignal | undefined
  onRows?(rows: number): void
}

const MOST_EXAMPLES = 100

/**
 * Reads a whole file and judges every row; writes nothing. The file as a whole is refused when a column is missing,
 * when it has no rows, when at least half of its rows fail for one reason, or when keys have doubles. Memory does not
 * grow with the file. Throws `FileRefused` where the file cannot be read on, and what `signal` was aborted with.
 */
export async function judgeFile<T>(
  source: ByteSource,
  format: FileFormat,
  by: FileJudge<T>,
  reading: Reading = {},
): Promise<Verdict> {
  const missing = new Set(by.columns)
  if (format.kind === 'csv') format.columns.forEach((column) => missing.delete(column))
  const census = new KeyCensus()
  const misplaced = new MisplacedCoordinates(by.extent)
  const refused: Partial<Record<RowReason, number>> = {}
  const warnings: Partial<Record<RowWarning, number>> = {}
  const refusedExamples: RefusedExample[] = []
  const warnedExamples: WarnedExample[] = []
  let rows = 0
  let good = 0
  if (format.kind === 'csv' && missing.size > 0) return verdict({ code: 'columns_missing', names: [...missing] })

  for await (const some of rowsOf(source, format)) {
    reading.signal?.throwIfAborted()
    for (const row of some) {
      for (const column of missing) if (row.value(column) !== '') missing.delete(column)
      rows++
      const key = row.value(by.keyColumn)
      if (key !== '') census.add(key)
      const judgement = by.judge(row)
      if (judgement.ok) {
        good++
        misplaced.look(...by.positionOf(judgement.row))
        for (const warning of judgement.warnings) {
          countUp(warnings, warning)
          if (warnedExamples.length < MOST_EXAMPLES)
            warnedExamples.push({ line: row.line, key: detached(key), warning })
        }
        by.onGood?.(judgement.row)
      } else {
        countUp(refused, judgement.reason)
        if (judgement.numbers) misplaced.look(...judgement.numbers)
        if (refusedExamples.length < MOST_EXAMPLES) refusedExamples.push(exampleOf(row, key, judgement))
      }
    }
    reading.onRows?.(rows)
  }

  if (rows === 0) return verdict({ code: 'file_has_no_rows' })
  if (missing.size > 0) return verdict({ code: 'columns_missing', names: [...missing] })
  if (misplaced.explanation) return verdict({ code: misplaced.explanation })
  const worst = mostFrequent(refused)
  if (worst && worst.count * 2 >= rows) return verdict({ code: 'mostly_refused', ...worst, rows })
  const doubles = await doubledKeys(source, format, by.keyColumn, census)
  return verdict(doubles.length > 0 ? { code: 'key_has_doubles', column: by.keyColumn, doubles } : null)

  function verdict(refusal: FileRefusal | null): Verdict {
    return { rows, good, refused, refusedExamples, warnings, warnedExamples, refusal }
  }
}

function exampleOf({ line }: SourceRow, key: string, { reason, found, flaw }: RefusedRow): RefusedExample {
  return { line, key: detached(key), reason, ...(found && { found: detached(found) }), ...(flaw && { flaw }) }
}

function mostFrequent(counts: Partial<Record<RowReason, number>>): { reason: RowReason; count: number } | null {
  const all = Object.entries(counts) as [RowReason, number][]
  const [first] = all.sort((a, b) => b[1] - a[1])
  return first ? { reason: first[0], count: first[1] } : null
}
