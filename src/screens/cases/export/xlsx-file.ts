import type { SheetCell } from './case-sheet.ts'
import { MOST_LINES } from './most-lines.ts'
import type { SheetFile } from './sheet-file.ts'

/** Begins an XLSX file, which is made when it ends. */
export function begin(name: string, headings: readonly string[]): SheetFile {
  const all: SheetCell[][] = []
  return {
    add(lines) {
      all.push(...lines)
      return all.length <= MOST_LINES
    },
    isFull: () => all.length > MOST_LINES,
    async end() {
      const { xlsxOf } = await import('./case-xlsx.ts')
      return xlsxOf(name, headings, all)
    },
  }
}
