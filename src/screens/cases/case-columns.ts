import type { CaseSort } from '../../domain/case-row.ts'

/** The columns that may stand after the number and title, in the order of their offer. */
export const CASE_COLUMNS = [
  'status',
  'due',
  'category',
  'area',
  'unit',
  'address',
  'campaign',
  'reported',
  'updated',
  'source',
  'closed',
  'history',
] as const

export type CaseColumn = (typeof CASE_COLUMNS)[number]

/** What a table shows before anybody has chosen. */
export const COLUMNS_AT_FIRST: readonly CaseColumn[] = ['status', 'due', 'category', 'area', 'unit', 'reported']

/** Pixels that a column takes at least. */
export const WIDTH_OF: Readonly<Record<CaseColumn, number>> = {
  status: 80,
  due: 124,
  category: 128,
  area: 108,
  unit: 144,
  address: 180,
  campaign: 160,
  reported: 128,
  updated: 168,
  source: 104,
  closed: 136,
  history: 136,
}

/** The order that a click on a heading gives; most headings give none. */
export const SORT_OF: Readonly<Partial<Record<CaseColumn, CaseSort>>> = {
  due: 'due',
  reported: 'reported',
  updated: 'updated',
}

/** Columns out of what a browser remembers: those that there are, each once, in their order. */
export function columnsFrom(remembered: readonly string[]): CaseColumn[] {
  return CASE_COLUMNS.filter((column) => remembered.includes(column))
}
