/** The ready-made views of the ledger, in the order of its tabs; the database answers which cases each holds. */
export const CASE_VIEWS = [
  'mine',
  'to_verify',
  'overdue',
  'due_soon',
  'ownerless',
  'relapsed',
  'suspended',
  'all',
] as const

export type CaseView = (typeof CASE_VIEWS)[number]

/** True for a view that the ledger has. */
export function isCaseView(value: unknown): value is CaseView {
  return typeof value === 'string' && (CASE_VIEWS as readonly string[]).includes(value)
}
