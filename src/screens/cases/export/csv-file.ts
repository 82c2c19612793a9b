import { csvOf } from './case-csv.ts'
import type { SheetFile } from './sheet-file.ts'

/** Begins a CSV file; it holds any number of lines. */
export function begin(_name: string, headings: readonly string[]): SheetFile {
  const parts = [csvOf(headings, [])]
  return {
    add(lines) {
      parts.push(csvOf(null, lines))
      return true
    },
    isFull: () => false,
    end: () => Promise.resolve(new Blob(parts, { type: 'text/csv;charset=utf-8' })),
  }
}
