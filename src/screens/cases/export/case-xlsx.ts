import writeXlsxFile from 'write-excel-file/browser'
import type { SheetCell } from './case-sheet.ts'

const NARROW = 12
const WIDE = 40

/** A wall clock as a spreadsheet keeps it: a number of days without a time zone, so that every reader sees the same. */
const dateOf = (wall: string) => new Date(`${wall.replace(' ', 'T')}${wall.length > 10 ? ':00' : 'T00:00:00'}Z`)

/** An XLSX file of lines under headings; instants are dates, all else is text or a number, nothing is a formula. */
export async function xlsxOf(sheet: string, headings: readonly string[], lines: readonly SheetCell[][]): Promise<Blob> {
  const cell = (value: SheetCell) => {
    if (value === null) return null
    if (typeof value === 'number') return { type: Number, value }
    if (typeof value === 'string') return { type: String, value }
    return { type: Date, value: dateOf(value.wall), format: value.hasTime ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' }
  }
  const width = (at: number) => {
    const longest = lines.slice(0, 200).reduce(
      (most, line) => {
        const value = line[at]
        return Math.max(most, typeof value === 'string' ? value.length * 2 : NARROW)
      },
      (headings[at]?.length ?? 0) * 2,
    )
    return Math.min(WIDE, Math.max(NARROW, longest + 2))
  }
  const data = [
    headings.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
    ...lines.map((line) => line.map(cell)),
  ]
  return writeXlsxFile(data, {
    sheet,
    columns: headings.map((_, at) => ({ width: width(at) })),
    stickyRowsCount: 1,
  }).toBlob()
}
