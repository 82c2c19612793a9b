import type { ByteSource } from './byte-source.ts'
import { columnNames, dialectOf, isBlank, tableCells, type TableDialect } from './csv-rows.ts'
import { encodingOf, textOf, type Encoding } from './encoding.ts'
import { FileRefused } from './file-refusal.ts'

/** A table: `headerRow` is the 1-based row that names the columns. */
export interface TableFormat {
  readonly kind: 'csv'
  readonly encoding: Encoding
  readonly dialect: TableDialect
  readonly headerRow: number
  readonly columns: readonly string[]
}

/** A GeoJSON file; what its columns are only its features tell. */
export interface GeojsonFormat {
  readonly kind: 'geojson'
  readonly encoding: Encoding
}

/** How a file is to be read. */
export type FileFormat = TableFormat | GeojsonFormat

const BEGINNING_CHARACTERS = 64 * 1024
/** A title or a note often stands above the header of an official table, hardly ever more than a few rows of them. */
const LAST_ROW_OF_HEADER = 20

/**
 * How a file is to be read, told by its content (its name only decides what is said about broken JSON).
 * Throws `FileRefused`: `file_empty`, `file_binary`, `file_has_no_rows`, `not_geojson`, `quote_never_closed`.
 */
export async function formatOf(source: ByteSource): Promise<FileFormat> {
  const encoding = await encodingOf(source)
  const beginning = await beginningOf(source, encoding)
  const first = beginning.trimStart()[0]
  if (first === undefined) throw new FileRefused('file_empty')
  if (first === '{' || first === '\u001e') return { kind: 'geojson', encoding }
  if (/\.(geo)?json[ls]?$/i.test(source.name)) throw new FileRefused('not_geojson', { line: 1 })
  const dialect = dialectOf(beginning)
  return { kind: 'csv', encoding, dialect, ...(await headerOf(tableCells(textOf(source, encoding), dialect))) }
}

async function beginningOf(source: ByteSource, encoding: Encoding): Promise<string> {
  let beginning = ''
  for await (const text of textOf(source, encoding)) {
    beginning += text
    if (beginning.trimStart().length >= BEGINNING_CHARACTERS) break
  }
  return beginning
}

/** The first row with two names or more; in a table of one column the first row with one. */
async function headerOf(table: AsyncIterable<string[][]>): Promise<Pick<TableFormat, 'headerRow' | 'columns'>> {
  let narrow: { headerRow: number; columns: string[] } | null = null
  let row = 0
  for await (const rows of table)
    for (const cells of rows) {
      row++
      if (row > LAST_ROW_OF_HEADER) return narrow ?? noRows()
      const filled = cells.filter((cell) => cell.trim() !== '').length
      if (filled > 1) return { headerRow: row, columns: columnNames(cells) }
      if (!isBlank(cells)) narrow ??= { headerRow: row, columns: columnNames(cells) }
    }
  return narrow ?? noRows()
}

function noRows(): never {
  throw new FileRefused('file_has_no_rows')
}
