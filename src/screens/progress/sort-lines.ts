import type { ProgressLine } from './progress-line.ts'

/** The columns of the table in their order, each of which sorts it. */
export const PROGRESS_COLUMNS = [
  'area',
  'found',
  'todo',
  'inWork',
  'handedIn',
  'verified',
  'closedPerSource',
  'paused',
  'share',
] as const

export type ProgressColumn = (typeof PROGRESS_COLUMNS)[number]

/** A column and a direction. */
export interface ProgressSort {
  column: ProgressColumn
  isDescending: boolean
}

/** Who is behind comes first. */
export const FIRST_SORT: ProgressSort = { column: 'share', isDescending: false }

/** `share` or `-share`, as the address keeps it. */
export function textOfSort(sort: ProgressSort): string {
  return sort.isDescending ? `-${sort.column}` : sort.column
}

/** The sort that a text names; null for anything else. */
export function sortOfText(text: unknown): ProgressSort | null {
  if (typeof text !== 'string') return null
  const isDescending = text.startsWith('-')
  const column = PROGRESS_COLUMNS.find((each) => each === text.replace(/^-/, ''))
  return column ? { column, isDescending } : null
}

/** What a click on a column's head asks for: the other direction of the same one; numbers begin with the most. */
export function nextSort(sort: ProgressSort, column: ProgressColumn): ProgressSort {
  if (sort.column === column) return { column, isDescending: !sort.isDescending }
  return { column, isDescending: column !== 'area' && column !== 'share' }
}

/**
 * The areas in order, then what lies directly in the parent and in no area: these close the total and are no rivals.
 * Areas without hotspots have no share and stand last in both directions; equals keep the order of their names.
 */
export function sortLines(
  lines: readonly ProgressLine[],
  sort: ProgressSort,
  nameOf: (line: ProgressLine) => string,
  locale: string,
): ProgressLine[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const byName = (a: ProgressLine, b: ProgressLine) => compare(nameOf(a), nameOf(b))
  const direction = sort.isDescending ? -1 : 1
  const areas = lines.filter((line) => line.kind === 'area')
  const others = lines.filter((line) => line.kind !== 'area')
  areas.sort((a, b) => {
    if (sort.column === 'area') return direction * byName(a, b)
    const [here, there] = [valueOf(a, sort.column), valueOf(b, sort.column)]
    if (here === null || there === null) return Number(here === null) - Number(there === null) || byName(a, b)
    return direction * (here - there) || byName(a, b)
  })
  return [...areas, ...others]
}

function valueOf(line: ProgressLine, column: Exclude<ProgressColumn, 'area'>): number | null {
  return column === 'share' ? line.share : line.progress[column]
}
