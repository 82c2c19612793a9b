import Papa from 'papaparse'
import { FileRefused } from './file-refusal.ts'
import type { SourceRow } from './source-row.ts'

/** How a table is written down. */
export interface TableDialect {
  readonly delimiter: string
  readonly newline: '\n' | '\r'
}

/** A single row longer than this is a quote that nobody closed; keeping on would read the whole file into memory. */
const LONGEST_ROW_CHARACTERS = 2_000_000

/** Blank separators that no spreadsheet writes are left out, unlike in the parser's own list. */
const DELIMITERS = [',', '\t', ';', '|']

/** The dialect that a piece of a table's beginning is written in; a comma where nothing separates. */
export function dialectOf(beginning: string): TableDialect {
  const { delimiter } = Papa.parse(beginning.trimEnd(), {
    preview: 50,
    skipEmptyLines: true,
    delimitersToGuess: DELIMITERS,
  }).meta
  const newline = beginning.includes('\r') && !beginning.includes('\n') ? '\r' : '\n'
  return { delimiter: DELIMITERS.includes(delimiter) ? delimiter : ',', newline }
}

/**
 * The cells of a table, the header first, some rows at a time. Rows may hold quoted line breaks and may be cut anywhere
 * by the chunks. Throws `FileRefused` with `quote_never_closed` and the row where that quote was opened.
 */
export async function* tableCells(text: AsyncIterable<string>, dialect: TableDialect): AsyncGenerator<string[][]> {
  // \r\n is read as \n with a \r left at the end of the row: files with mixed line ends come through that way too.
  const parser = new Papa.Parser({ delimiter: dialect.delimiter, newline: dialect.newline })
  let pending = ''
  let rowsRead = 0
  for await (const chunk of text) {
    pending += chunk
    const { data, meta } = parser.parse(pending, 0, true) as Papa.ParseResult<string[]>
    pending = pending.slice(meta.cursor)
    rowsRead += data.length
    if (pending.length > LONGEST_ROW_CHARACTERS) throw new FileRefused('quote_never_closed', { line: rowsRead + 1 })
    if (data.length > 0) yield data.map(withoutCarriageReturn)
  }
  if (pending === '') return
  const { data, errors } = parser.parse(pending, 0, false) as Papa.ParseResult<string[]>
  const open = errors.find((error) => error.code === 'MissingQuotes')
  if (open) throw new FileRefused('quote_never_closed', { line: rowsRead + (open.row ?? 0) + 1 })
  yield data.map(withoutCarriageReturn)
}

function withoutCarriageReturn(cells: string[]): string[] {
  const last = cells.at(-1)
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1)
  return cells
}

/** Names of the columns of a header row: one without a name is called by its place, a repeated one gets a number. */
export function columnNames(header: readonly string[]): string[] {
  const names = new Set<string>()
  for (const [i, cell] of header.entries()) {
    const name = cell.trim() || `#${i + 1}`
    let unique = name
    for (let n = 2; names.has(unique); n++) unique = `${name} (${n})`
    names.add(unique)
  }
  return [...names]
}

/** A row of a table. */
export class TableRow implements SourceRow {
  readonly line: number
  readonly original: readonly string[]
  private readonly places: ReadonlyMap<string, number>

  constructor(line: number, cells: readonly string[], places: ReadonlyMap<string, number>) {
    this.line = line
    this.original = cells
    this.places = places
  }

  value(column: string): string {
    const place = this.places.get(column)
    return place === undefined ? '' : (this.original[place] ?? '').trim()
  }

  /** More cells than columns: a separator inside a value was not quoted, so that everything after it is shifted. */
  get malformed(): 'too_many_cells' | undefined {
    return this.original.slice(this.places.size).some((cell) => cell.trim() !== '') ? 'too_many_cells' : undefined
  }
}

/** True for a row that a spreadsheet shows as blank. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
