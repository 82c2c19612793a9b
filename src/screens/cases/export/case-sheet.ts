import type { CaseRow } from '../../../domain/case-row.ts'
import type { CaseColumn } from '../case-columns.ts'

/** A cell of an exported file: an instant is a wall clock in the township's time zone. */
export type SheetCell = string | number | { wall: string; hasTime: boolean } | null

/** What a file says in words. */
export interface SheetWords {
  heading(column: CaseColumn | 'no' | 'title' | 'lng' | 'lat'): string
  title(row: CaseRow): string
  text(row: CaseRow, column: CaseColumn): string
}

/** An instant as the clock on the wall shows it in a time zone: `2026-03-01 08:05`, or the day alone. */
export function wallClock(instant: string, timeZone: string, hasTime: boolean): { wall: string; hasTime: boolean } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  )
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`
  return { wall: hasTime ? `${day} ${parts['hour']}:${parts['minute']}` : day, hasTime }
}

/** The headings of a file: number and title first, position last, between them the columns of the table in their order. */
export function headingsOf(columns: readonly CaseColumn[], words: SheetWords): string[] {
  return [
    words.heading('no'),
    words.heading('title'),
    ...columns.map((column) => words.heading(column)),
    words.heading('lng'),
    words.heading('lat'),
  ]
}

/** A case as the cells of its line. */
export function cellsOf(
  row: CaseRow,
  columns: readonly CaseColumn[],
  words: SheetWords,
  timeZone: string,
): SheetCell[] {
  const instant = (at: string | null, precision: 'second' | 'day' | null = 'second'): SheetCell =>
    at === null ? null : wallClock(at, timeZone, precision !== 'day')
  const cell = (column: CaseColumn): SheetCell => {
    if (column === 'due') return instant(row.endReason === null ? row.dueAt : null)
    if (column === 'reported') return instant(row.reportedAt, row.reportedPrecision)
    if (column === 'updated') return instant(row.updatedAt)
    if (column === 'closed') return instant(row.closedAt, row.closedPrecision)
    return words.text(row, column) || null
  }
  return [row.no, words.title(row), ...columns.map(cell), row.lng, row.lat]
}
