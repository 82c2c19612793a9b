import type { ByteSource } from '../files/byte-source.ts'
import { detached } from '../files/detached.ts'
import { FeatureRow } from '../files/feature-row.ts'
import type { FileFormat } from '../files/file-format.ts'
import { FileRefused } from '../files/file-refusal.ts'
import { rowsOf } from '../files/rows.ts'
import type { SourceRow } from '../files/source-row.ts'
import { EvenSample } from '../judging/even-sample.ts'
import type { Reading } from '../judging/judge-file.ts'

/** What a column holds, over the whole file. */
export interface ColumnProfile {
  readonly name: string
  /** Rows that have something in it. */
  readonly filled: number
  /** Every text with its count, most frequent first; null when there are more than `MOST_VALUES`. */
  readonly values: readonly { readonly text: string; readonly count: number }[] | null
  /** Texts from all over the file, not empty, some perhaps twice. */
  readonly sample: readonly string[]
}

/** What a file holds, column by column. */
export interface FileProfile {
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  /** How many features have which geometry; empty for a table. */
  readonly geometries: Readonly<Record<string, number>>
}

/** More different texts than this are no list that somebody maps by hand. */
export const MOST_VALUES = 200
const SAMPLE = 400
/** Features whose properties are a dictionary of their own would make every key a column. */
const MOST_COLUMNS = 200

/** Reads a whole file and describes its columns; memory is bounded. Throws as `rowsOf`, and `file_has_no_rows`. */
export async function profileOf(source: ByteSource, format: FileFormat, reading: Reading = {}): Promise<FileProfile> {
  const columns = new Map<string, Column>()
  if (format.kind === 'csv') for (const name of format.columns) columns.set(name, new Column(name))
  const geometries: Record<string, number> = {}
  let rows = 0
  for await (const some of rowsOf(source, format)) {
    reading.signal?.throwIfAborted()
    for (const row of some) {
      rows++
      if (row instanceof FeatureRow) noteFeature(row, columns, geometries)
      for (const column of columns.values()) column.note(row)
    }
    reading.onRows?.(rows)
  }
  if (rows === 0) throw new FileRefused('file_has_no_rows')
  return { rows, columns: [...columns.values()].map((column) => column.profile()), geometries }
}

function noteFeature(row: FeatureRow, columns: Map<string, Column>, geometries: Record<string, number>): void {
  const type = row.geometry?.type ?? 'null'
  geometries[type] = (geometries[type] ?? 0) + 1
  const names = Object.keys(row.original.properties ?? {})
  if (row.original.id !== undefined) names.push('id')
  for (const name of names) if (!columns.has(name) && columns.size < MOST_COLUMNS) columns.set(name, new Column(name))
}

class Column {
  readonly name: string
  private filled = 0
  private values: Map<string, number> | null = new Map()
  private readonly sample = new EvenSample(SAMPLE, detached)

  constructor(name: string) {
    this.name = name
  }

  note(row: SourceRow): void {
    const text = row.value(this.name)
    if (text === '') return
    this.filled++
    this.count(text)
    this.sample.add(text)
  }

  profile(): ColumnProfile {
    const values = this.values && [...this.values].map(([text, count]) => ({ text, count }))
    return {
      name: this.name,
      filled: this.filled,
      values: values?.sort((a, b) => b.count - a.count) ?? null,
      sample: this.sample.kept,
    }
  }

  private count(text: string): void {
    const known = this.values?.get(text)
    if (known !== undefined) this.values?.set(text, known + 1)
    else if (this.values && this.values.size === MOST_VALUES) this.values = null
    else this.values?.set(detached(text), 1)
  }
}
