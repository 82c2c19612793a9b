import type { SheetCell } from './case-sheet.ts'

/** A file that grows by lines. */
export interface SheetFile {
  /** Adds lines; false when it can hold no more. */
  add(lines: SheetCell[][]): boolean
  /** True when there were more lines than it can hold. */
  isFull(): boolean
  end(): Promise<Blob>
}
