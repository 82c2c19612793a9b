import type { Feature } from 'geojson'
import Papa from 'papaparse'
import type { FileFormat, TableFormat } from '../files/file-format.ts'
import type { SourceRow } from '../files/source-row.ts'
import type { RefusedRow } from '../judging/judgement.ts'
import type { RefusedSink } from './run-batches.ts'

/** A refused file being written: add rows, then `end`. Nothing is written before the first row. */
export interface RefusedFile extends RefusedSink {
  end(): Promise<void>
}

/** Takes the next piece of text; the writer waits for it. */
export type WriteText = (text: string) => void | Promise<void>

/** The name of the column that says why; a file that was refused before has it already and gets it anew. */
export const REASON_COLUMN = 'reason'

/**
 * Writes refused rows as a file of the same format with a column more, which says why: the code, a colon, and the
 * sentence that `sentenceOf` makes. Mended, it can be imported with the same mapping. `usedColumns` are the columns the
 * mapping reads: where `reason` is one of them, the new column is `import_reason`. Tables are UTF-8 with a byte order
 * mark, which spreadsheets of every language open rightly.
 */
export function refusedFile(
  format: FileFormat,
  usedColumns: readonly string[],
  sentenceOf: (refused: RefusedRow) => string,
  write: WriteText,
): RefusedFile {
  const column = usedColumns.includes(REASON_COLUMN) ? `import_${REASON_COLUMN}` : REASON_COLUMN
  const reasonOf = (refused: RefusedRow) => `${refused.reason}: ${sentenceOf(refused)}`
  return format.kind === 'csv' ? tableFile(format, column, reasonOf, write) : featureFile(column, reasonOf, write)
}

type ReasonOf = (refused: RefusedRow) => string

function tableFile(format: TableFormat, column: string, reasonOf: ReasonOf, write: WriteText): RefusedFile {
  const { delimiter } = format.dialect
  const known = format.columns.indexOf(column)
  const place = known === -1 ? format.columns.length : known
  const header = known === -1 ? [...format.columns, column] : [...format.columns]
  const lineOf = (cells: readonly string[]) => `${Papa.unparse([cells as string[]], { delimiter })}\r\n`
  let isEmpty = true
  return {
    async add(row: SourceRow, refused: RefusedRow) {
      if (isEmpty) await write(`\ufeff${lineOf(header)}`)
      isEmpty = false
      const cells = [...(row.original as readonly string[])]
      while (cells.length < place) cells.push('')
      // Cells beyond the header stay behind the reason: they are what is wrong with such a row.
      cells.splice(place, known === -1 ? 0 : 1, reasonOf(refused))
      await write(lineOf(cells))
    },
    end: async () => {},
  }
}

function featureFile(column: string, reasonOf: ReasonOf, write: WriteText): RefusedFile {
  let isEmpty = true
  return {
    async add(row: SourceRow, refused: RefusedRow) {
      const feature = row.original as Feature
      const marked = { ...feature, properties: { ...feature.properties, [column]: reasonOf(refused) } }
      await write(isEmpty ? '{"type":"FeatureCollection","features":[\n' : ',\n')
      isEmpty = false
      await write(JSON.stringify(marked))
    },
    async end() {
      if (!isEmpty) await write('\n]}\n')
    },
  }
}
