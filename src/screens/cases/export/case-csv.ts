import Papa from 'papaparse'
import type { SheetCell } from './case-sheet.ts'

/** Tells spreadsheet programs that what follows is UTF-8. */
const BOM = '\uFEFF'

const textOf = (cell: SheetCell) => (cell === null ? '' : typeof cell === 'object' ? cell.wall : cell)

/**
 * Lines of a CSV file; the first part of a file has the headings before it and a byte order mark. A text that a spreadsheet
 * would take for a formula is made a text by an apostrophe before it.
 */
export function csvOf(headings: readonly string[] | null, lines: readonly SheetCell[][]): string {
  const rows = [...(headings ? [[...headings]] : []), ...lines.map((cells) => cells.map(textOf))]
  const body = Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })
  return `${headings ? BOM : ''}${body}${rows.length > 0 ? '\r\n' : ''}`
}
